// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "patient_banner.h"

#include "allergy_icon.h"
#include "flow_layout.h"
#include "text.h"

#include <ui/kit/theme.h>

#include <QLabel>
#include <QVBoxLayout>

namespace carrel::format {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 20;

/// Asks for the width of its whole text on one line and wraps between words when it gets less: a name or a
/// drug is never cut off.
class WrappingLabel final : public QLabel {
public:
    explicit WrappingLabel(QWidget* parent = nullptr) : QLabel(parent) {
        setWordWrap(true);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    }
    QSize sizeHint() const override {
        ensurePolished();
        const QMargins inner = contentsMargins();
        const QSize text = fontMetrics().size(Qt::TextSingleLine, this->text());
        return {text.width() + inner.left() + inner.right() + slack, QLabel::sizeHint().height()};
    }
    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

private:
    static constexpr int slack = 12; ///< padding and focus border of the style sheet
};

void makeTabStop(QLabel* label) {
    label->setFocusPolicy(Qt::TabFocus);
    label->setTextFormat(Qt::PlainText);
}

} // namespace

PatientBanner::PatientBanner(const Clock& clock, QWidget* parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_name(new WrappingLabel(this))
    , m_allergyIcon(new QLabel) {
    setObjectName(u"patientBanner"_s);
    setAccessibleName(tr("Patient banner"));
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);

    const kit::Tokens colours = kit::tokens();
    setStyleSheet(
        u"#patientBanner { background: %1; border: 0; border-bottom: 2px solid %2; }"
        "#patientBanner QLabel { background: transparent; color: %3; border: 0; padding: 1px 2px; }"
        "#patientBanner QLabel[caption=\"true\"] { color: %4; padding: 1px 0; }"
        "#patientBanner QLabel:focus { border: 1px solid %2; border-radius: 3px; padding: 0 1px; }"_s.arg(
            colours.clinicalGround.name(), colours.accent.name(), colours.text.name(),
            colours.textMuted.name()));

    auto* layout = new FlowLayout(20, 6, this);
    layout->setContentsMargins(16, 10, 16, 10);

    m_name->setObjectName(u"bannerName"_s);
    makeTabStop(m_name);
    setFocusProxy(m_name);
    QFont nameFont = m_name->font();
    nameFont.setPointSizeF(nameFont.pointSizeF() * 1.45);
    nameFont.setWeight(QFont::DemiBold);
    m_name->setFont(nameFont);
    layout->addWidget(m_name);

    m_born = addField({}, u"bannerBorn"_s);
    m_sex = addField(tr("Sex"), u"bannerSex"_s);
    m_reference = addField(tr("Reference"), u"bannerReference"_s);
    m_phone = addField(tr("Phone"), u"bannerPhone"_s);
    m_allergies = addField({}, u"bannerAllergies"_s);
    m_allergyIcon->setParent(m_allergies.box);
    m_allergyIcon->setFixedSize(iconSide + 4, iconSide + 4);
    m_allergyIcon->setAlignment(Qt::AlignCenter);
    static_cast<QHBoxLayout*>(m_allergies.box->layout())->insertWidget(0, m_allergyIcon);
    QFont bold = m_allergies.value->font();
    bold.setWeight(QFont::DemiBold);
    m_allergies.value->setFont(bold);
    clear();
}

PatientBanner::Field PatientBanner::addField(const QString& caption, const QString& objectName) {
    Field field{new QWidget(this), nullptr, new WrappingLabel};
    auto* row = new QHBoxLayout(field.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    if (!caption.isEmpty()) {
        // Label before value, no colon (PAB-0042).
        field.caption = new QLabel(caption);
        field.caption->setProperty("caption", true);
        row->addWidget(field.caption);
    }
    field.value->setObjectName(objectName);
    makeTabStop(field.value);
    row->addWidget(field.value, 1);
    layout()->addWidget(field.box);
    return field;
}

void PatientBanner::setField(const Field& field, const QString& text) {
    field.value->setText(text);
    field.value->setAccessibleName(field.caption != nullptr ? field.caption->text() + u' ' + text : text);
    field.box->setVisible(!text.isEmpty());
}

void PatientBanner::setPatient(const domain::Patient& patient, const std::optional<domain::Chart>& chart) {
    if (patient.identity) {
        const domain::PatientIdentity& identity = *patient.identity;
        m_name->setText(personName(identity.name));
        setField(m_born, bornWithAge(identity.birthDate, m_clock.now().toLocalTime().date()));
        setField(m_sex, sexText(identity.sex));
        setField(m_phone, leftToRight(identity.phone));
    } else {
        m_name->setText(tr("Name not shown to your role"));
        setField(m_born, {});
        setField(m_sex, {});
        setField(m_phone, {});
    }
    m_name->setAccessibleName(m_name->text());
    setField(m_reference, reference(patient.ref));
    showAllergies(chart);
    setAccessibleDescription(readableText());
    setVisible(true);
    updateGeometry();
}

void PatientBanner::showAllergies(const std::optional<domain::Chart>& chart) {
    if (!chart) {
        setField(m_allergies, {});
        return;
    }
    QString text = stateText(chart->allergyStatus).text;
    if (chart->allergyStatus == domain::AllergyStatus::Known && !chart->allergies.empty()) {
        QStringList substances;
        for (const domain::Allergy& allergy : chart->allergies) {
            substances << isolated(allergy.substance);
        }
        text += u' ' + substances.join(u", "_s);
    }
    setField(m_allergies, text);
    m_allergyIcon->setPixmap(
        allergyIcon(chart->allergyStatus).pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
}

void PatientBanner::clear() {
    m_name->clear();
    m_name->setAccessibleName({});
    for (const Field& field : {m_born, m_sex, m_reference, m_phone, m_allergies}) {
        setField(field, {});
    }
    m_allergyIcon->clear();
    setAccessibleDescription({});
    setVisible(false);
}

QString PatientBanner::readableText() const {
    QStringList parts{m_name->text()};
    for (const Field& field : {m_born, m_sex, m_reference, m_phone, m_allergies}) {
        if (!field.value->text().isEmpty()) {
            parts << field.value->accessibleName();
        }
    }
    return parts.join(u", "_s);
}

} // namespace carrel::format
