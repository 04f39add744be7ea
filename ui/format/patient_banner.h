// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/domain/identified/chart.h>

#include <QFrame>

#include <optional>

class QLabel;

namespace carrel::format {

/// Who the screen is about: horizontal, full width, at the top of a view of one patient (NHS CUI PAB-0009..
/// 0016): name, birth date with age, sex, reference, phone if there is one; allergies only if a chart is
/// given. Tab visits the parts in the order shown. Put it above the scrolling part of a page, never inside.
/// Without an identity it shows the reference and says why there is no name.
///
/// Accessible as one group named "Patient banner" whose description is the whole text. Parts have the object
/// names bannerName, bannerBorn, bannerSex, bannerReference, bannerPhone, bannerAllergies.
class PatientBanner final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientBanner)
public:
    /// `clock` gives today's date for the age (in the machine's time zone).
    explicit PatientBanner(const Clock& clock, QWidget* parent = nullptr);

    void setPatient(const domain::Patient& patient, const std::optional<domain::Chart>& chart);
    /// Forgets the patient and hides the banner.
    void clear();
    /// The whole banner as one line, as a screen reader gets it.
    QString readableText() const;

private:
    struct Field {
        QWidget* box = nullptr;
        QLabel* caption = nullptr;
        QLabel* value = nullptr;
    };
    Field addField(const QString& caption, const QString& objectName);
    static void setField(const Field& field, const QString& text);
    void showAllergies(const std::optional<domain::Chart>& chart);

    const Clock& m_clock;
    QLabel* m_name;
    Field m_born;
    Field m_sex;
    Field m_reference;
    Field m_phone;
    QLabel* m_allergyIcon;
    Field m_allergies;
};

} // namespace carrel::format
