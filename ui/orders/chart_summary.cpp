// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "chart_summary.h"

#include <ui/format/allergy_icon.h>
#include <ui/format/text.h>
#include <ui/kit/widgets.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

QLabel* addCard(QHBoxLayout& row, QLabel* heading, QLabel* iconLabel) {
    auto* const card = new kit::Card;
    card->body()->setContentsMargins(12, 8, 12, 8);
    card->body()->setSpacing(2);
    auto* const head = new QHBoxLayout;
    head->setSpacing(6);
    if (iconLabel != nullptr) {
        head->addWidget(iconLabel);
    }
    head->addWidget(heading, 1);
    auto* const text = new QLabel;
    text->setWordWrap(true);
    kit::alignLeading(*text);
    card->body()->addLayout(head);
    card->body()->addWidget(text);
    card->body()->addStretch();
    row.addWidget(card, 1);
    return text;
}

QString allergyText(const domain::Allergy& allergy) {
    QStringList about;
    for (const QString& part : {allergy.reaction, allergy.severity}) {
        if (!part.isEmpty()) {
            about.append(part);
        }
    }
    return about.isEmpty() ? allergy.substance
                           : QString(allergy.substance + " ("_L1 + about.join(u", "_s) + u')');
}

} // namespace

ChartSummary::ChartSummary(QWidget* parent)
    : QWidget(parent)
    , m_allergyIcon(new QLabel)
    , m_allergyHeading(new kit::Heading({}, kit::Heading::Level::Section)) {
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_allergies = addCard(*row, m_allergyHeading, m_allergyIcon);
    m_allergies->setTextFormat(Qt::PlainText);
    m_allergies->setObjectName(u"reviewAllergies"_s);
    m_medications =
        addCard(*row, new kit::Heading(tr("Current medication"), kit::Heading::Level::Section), nullptr);
    m_medications->setTextFormat(Qt::RichText);
    m_medications->setObjectName(u"reviewMedications"_s);
}

void ChartSummary::setChart(const std::optional<domain::Chart>& chart) {
    const domain::AllergyStatus status = chart ? chart->allergyStatus : domain::AllergyStatus::Unavailable;
    const int side = fontMetrics().height();
    m_allergyIcon->setPixmap(format::allergyIcon(status).pixmap(QSize(side, side), devicePixelRatioF()));
    m_allergyHeading->setText(format::stateText(status).text);
    QStringList allergies;
    if (chart) {
        for (const domain::Allergy& allergy : chart->allergies) {
            allergies.append(allergyText(allergy));
        }
    }
    m_allergies->setText(allergies.join(u'\n'));
    m_allergies->setVisible(!allergies.isEmpty());
    allergies.prepend(m_allergyHeading->text());
    m_allergies->setAccessibleName(tr("Allergies: %1").arg(allergies.join(u"; "_s)));

    QStringList shown;
    QStringList spoken;
    for (const domain::Medication& each : chart ? chart->medications : std::vector<domain::Medication>()) {
        const QString rest = each.directions.isEmpty() ? QString() : QString(u", "_s + each.directions);
        shown.append(format::drugHtml(each.drug, each.dose) + rest.toHtmlEscaped());
        spoken.append(each.drug + u' ' + each.dose + rest);
    }
    if (shown.isEmpty()) {
        const QString none = chart ? tr("None recorded") : tr("Not available on this computer");
        shown.append(none.toHtmlEscaped());
        spoken.append(none);
    }
    m_medications->setText(shown.join(u"<br>"_s));
    m_medications->setAccessibleName(tr("Current medication: %1").arg(spoken.join(u"; "_s)));
}

} // namespace carrel::orders
