// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "chart_section.h"

#include <ui/format/text.h>

#include <QVBoxLayout>

namespace carrel::patients {

using namespace Qt::StringLiterals;

namespace {

QLabel* textLabel(const QString& objectName) {
    auto* label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    return label;
}

QString escaped(const QString& text) {
    return format::isolated(text).toHtmlEscaped();
}

} // namespace

ChartSection::ChartSection(QWidget* parent)
    : QWidget(parent)
    , m_medications(textLabel(u"medicationList"_s))
    , m_allergies(textLabel(u"allergyList"_s)) {
    setObjectName(u"chartSection"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    auto* allergies = new kit::Card;
    allergies->body()->addWidget(new kit::Heading(tr("Allergies"), kit::Heading::Level::Section));
    allergies->body()->addWidget(m_allergies);
    auto* medications = new kit::Card;
    medications->body()->addWidget(new kit::Heading(tr("Current medication"), kit::Heading::Level::Section));
    medications->body()->addWidget(m_medications);
    layout->addWidget(allergies);
    layout->addWidget(medications);
    setChart(std::nullopt);
}

ChartSection::~ChartSection() = default;

void ChartSection::setChart(const std::optional<domain::Chart>& chart) {
    m_medications->clear();
    m_allergies->clear();
    setVisible(chart.has_value());
    if (!chart) {
        return;
    }
    QStringList allergies;
    QStringList readableAllergies;
    for (const domain::Allergy& allergy : chart->allergies) {
        QStringList rest;
        for (const QString& part : {allergy.reaction, allergy.severity}) {
            if (!part.isEmpty()) {
                rest << part;
            }
        }
        const QString tail = rest.isEmpty() ? QString() : u": "_s + rest.join(u", "_s);
        allergies << u"<b>"_s + escaped(allergy.substance) + u"</b>"_s + tail.toHtmlEscaped();
        readableAllergies << allergy.substance + tail;
    }
    if (allergies.isEmpty()) {
        allergies << format::stateText(chart->allergyStatus).text.toHtmlEscaped();
        readableAllergies << format::stateText(chart->allergyStatus).text;
    }
    m_allergies->setText(allergies.join(u"<br>"_s));
    m_allergies->setAccessibleName(readableAllergies.join(u". "_s));

    QStringList medications;
    QStringList readable;
    for (const domain::Medication& medication : chart->medications) {
        const QString dose = medication.dose.isEmpty() ? QString() : tr("DOSE %1").arg(medication.dose);
        medications << u"<b>"_s + medication.drug.toHtmlEscaped() + u"</b> "_s +
                           (dose.isEmpty() ? QString() : u"<b>"_s + dose.toHtmlEscaped() + u"</b> "_s) +
                           medication.directions.toHtmlEscaped();
        readable << medication.drug + u' ' + dose + u' ' + medication.directions;
    }
    if (medications.isEmpty()) {
        const bool unavailable = chart->allergyStatus == domain::AllergyStatus::Unavailable;
        medications << (unavailable ? tr("Medication list unavailable.")
                                    : tr("No current medication recorded."));
        readable = medications;
    }
    // A full empty line between medications (MEDi-037).
    m_medications->setText(medications.join(u"<br><br>"_s));
    m_medications->setAccessibleName(readable.join(u". "_s));
}

} // namespace carrel::patients
