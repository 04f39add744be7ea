// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "text.h"

#include <QCoreApplication>

namespace carrel::format {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("carrel::format", text);
}

int wholeYears(QDate from, QDate to) {
    const int years = to.year() - from.year();
    return from.addYears(years) > to ? years - 1 : years;
}

int wholeMonths(QDate from, QDate to) {
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    return from.addMonths(months) > to ? months - 1 : months;
}

} // namespace

QString personName(const domain::PersonName& name) {
    const QString family = name.family.trimmed().toUpper();
    const QString given = name.given.trimmed();
    if (family.isEmpty() || given.isEmpty()) {
        return family.isEmpty() ? given : family;
    }
    return family + u", "_s + given;
}

QString age(QDate birthDate, QDate today) {
    if (!birthDate.isValid() || !today.isValid() || birthDate > today) {
        return {};
    }
    const qint64 days = birthDate.daysTo(today);
    if (days < 28) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "%1d")).arg(days);
    }
    const int years = wholeYears(birthDate, today);
    if (years < 1) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "%1w")).arg(days / 7);
    }
    if (years < 2) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "%1m")).arg(wholeMonths(birthDate, today));
    }
    return say(QT_TRANSLATE_NOOP("carrel::format", "%1y")).arg(years);
}

QString bornWithAge(QDate birthDate, QDate today) {
    if (!birthDate.isValid()) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "Birth date not recorded"));
    }
    const QString born = say(QT_TRANSLATE_NOOP("carrel::format", "Born %1")).arg(date(birthDate));
    const QString years = age(birthDate, today);
    return years.isEmpty() ? born : born + u' ' + leftToRight(u'(' + years + u')');
}

QString sexText(domain::Sex sex) {
    switch (sex) {
    case domain::Sex::Female:
        return say(QT_TRANSLATE_NOOP("carrel::format", "Female"));
    case domain::Sex::Male:
        return say(QT_TRANSLATE_NOOP("carrel::format", "Male"));
    case domain::Sex::Intersex:
        return say(QT_TRANSLATE_NOOP("carrel::format", "Intersex"));
    case domain::Sex::Unknown:
        return say(QT_TRANSLATE_NOOP("carrel::format", "Not recorded"));
    }
    Q_UNREACHABLE();
}

StateText stateText(domain::AllergyStatus status) {
    using Tone = kit::StatusChip::Tone;
    switch (status) {
    case domain::AllergyStatus::Known:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Known allergies")), Tone::Danger};
    case domain::AllergyStatus::NoneKnown:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "No known allergies")), Tone::Success};
    case domain::AllergyStatus::NotRecorded:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Allergies not recorded")), Tone::Warning};
    case domain::AllergyStatus::Unavailable:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Allergies unavailable")), Tone::Warning};
    }
    Q_UNREACHABLE();
}

} // namespace carrel::format
