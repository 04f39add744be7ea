// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace carrel::format {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 60; // in minutes
constexpr qint64 day = 24 * hour;

QString say(const char* text) {
    return QCoreApplication::translate("carrel::format", text);
}

QString count(qint64 n, const char* text) {
    return QCoreApplication::translate("carrel::format", text, nullptr, static_cast<int>(n));
}

constexpr std::array<const char*, 12> months{
    QT_TRANSLATE_NOOP("carrel::format", "Jan"), QT_TRANSLATE_NOOP("carrel::format", "Feb"),
    QT_TRANSLATE_NOOP("carrel::format", "Mar"), QT_TRANSLATE_NOOP("carrel::format", "Apr"),
    QT_TRANSLATE_NOOP("carrel::format", "May"), QT_TRANSLATE_NOOP("carrel::format", "Jun"),
    QT_TRANSLATE_NOOP("carrel::format", "Jul"), QT_TRANSLATE_NOOP("carrel::format", "Aug"),
    QT_TRANSLATE_NOOP("carrel::format", "Sep"), QT_TRANSLATE_NOOP("carrel::format", "Oct"),
    QT_TRANSLATE_NOOP("carrel::format", "Nov"), QT_TRANSLATE_NOOP("carrel::format", "Dec")};

constexpr QChar leftToRightIsolate(u'\u2066');
constexpr QChar firstStrongIsolate(u'\u2068');
constexpr QChar popIsolate(u'\u2069');

QString pluralUnit(const QString& unit) {
    static constexpr std::array<QLatin1StringView, 5> hissing{"s"_L1, "x"_L1, "z"_L1, "ch"_L1, "sh"_L1};
    const bool isWord = !unit.isEmpty() && std::all_of(unit.begin(), unit.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || c == u' ' || c == u'-';
    });
    if (!isWord || unit == "mL"_L1 || unit == "g"_L1 || unit == "mg"_L1) {
        return unit;
    }
    const bool needsE = std::any_of(hissing.begin(), hissing.end(),
                                    [&](QLatin1StringView ending) { return unit.endsWith(ending); });
    return unit + (needsE ? u"es"_s : u"s"_s);
}

} // namespace

QString date(QDate day) {
    if (!day.isValid()) {
        return {};
    }
    const QString month = say(months[static_cast<std::size_t>(day.month() - 1)]);
    return leftToRight(
        u"%1-%2-%3"_s.arg(day.day(), 2, 10, QChar(u'0')).arg(month).arg(day.year(), 4, 10, QChar(u'0')));
}

QString time(const QDateTime& instant, const QTimeZone& zone) {
    if (!instant.isValid()) {
        return {};
    }
    const QTime at = instant.toTimeZone(zone).time();
    return leftToRight(u"%1:%2"_s.arg(at.hour(), 2, 10, QChar(u'0')).arg(at.minute(), 2, 10, QChar(u'0')));
}

QString dateTime(const QDateTime& instant, const QTimeZone& zone) {
    if (!instant.isValid()) {
        return {};
    }
    return date(dayIn(instant, zone)) + u' ' + time(instant, zone);
}

QDate dayIn(const QDateTime& instant, const QTimeZone& zone) {
    return instant.toTimeZone(zone).date();
}

QString duration(qint64 seconds) {
    const qint64 minutes = std::max<qint64>(seconds, 0) / 60;
    if (minutes < 1) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "less than a minute"));
    }
    if (minutes < hour) {
        return count(minutes, QT_TRANSLATE_N_NOOP("carrel::format", "%n minutes"));
    }
    if (minutes < 2 * day) {
        return count(minutes / hour, QT_TRANSLATE_N_NOOP("carrel::format", "%n hours"));
    }
    return count(minutes / day, QT_TRANSLATE_N_NOOP("carrel::format", "%n days"));
}

QString ago(const QDateTime& instant, const QDateTime& now) {
    return duration(instant.secsTo(now));
}

QString number(qint64 value) {
    static const QLocale commas(QLocale::English, QLocale::UnitedStates);
    return leftToRight(commas.toString(value));
}

QString grouped(QString text, int n) {
    return n < 1000 ? text : text.replace(QString::number(n), number(n));
}

QString quantity(int count, const QString& unit) {
    if (unit.isEmpty()) {
        return number(count);
    }
    return number(count) + u' ' + (count == 1 ? unit : pluralUnit(unit));
}

QString drug(const QString& genericName, const QString& strength) {
    return strength.isEmpty() ? genericName : genericName + u' ' + leftToRight(strength);
}

QString drugHtml(const QString& genericName, const QString& strength) {
    QString name = u"<b>"_s + genericName.toHtmlEscaped() + u"</b>"_s;
    if (strength.isEmpty()) {
        return name;
    }
    // "200 mg/mL" must not be torn apart at the end of a line (MEDi-025).
    QString whole = strength.toHtmlEscaped();
    whole.replace(u' ', QChar(QChar::Nbsp)).replace(u"/"_s, u"/\u2060"_s);
    return name + u' ' + leftToRight(whole);
}

QString schedule(const QString& wireSchedule) {
    return wireSchedule.isEmpty() ? QString()
                                  : say(QT_TRANSLATE_NOOP("carrel::format", "Schedule %1")).arg(wireSchedule);
}

QString reference(const domain::PatientRef& ref) {
    return leftToRight(ref.toString());
}

QString leftToRight(const QString& text) {
    // Only where it matters: the marks are invisible on screen but not to a program that compares texts.
    if (QGuiApplication::layoutDirection() != Qt::RightToLeft || text.isEmpty()) {
        return text;
    }
    return leftToRightIsolate + text + popIsolate;
}

QString isolated(const QString& text) {
    const bool plain = QGuiApplication::layoutDirection() != Qt::RightToLeft && !text.isRightToLeft();
    return plain || text.isEmpty() ? text : firstStrongIsolate + text + popIsolate;
}

QTimeZone zoneOf(const domain::Account& account, const domain::ClinicId& clinic) {
    const auto found = std::find_if(account.clinics.begin(), account.clinics.end(),
                                    [&](const domain::Clinic& candidate) { return candidate.id == clinic; });
    if (found != account.clinics.end()) {
        const QTimeZone zone(found->timeZone.toUtf8());
        if (zone.isValid()) {
            return zone;
        }
    }
    return QTimeZone::utc();
}

QTimeZone homeZone(const domain::Account& account) {
    return account.clinics.empty() ? QTimeZone::utc() : zoneOf(account, account.clinics.front().id);
}

QString clinicName(const domain::Account& account, const domain::ClinicId& clinic) {
    const auto found = std::find_if(account.clinics.begin(), account.clinics.end(),
                                    [&](const domain::Clinic& candidate) { return candidate.id == clinic; });
    return found != account.clinics.end() ? found->name
                                          : say(QT_TRANSLATE_NOOP("carrel::format", "Another clinic"));
}

} // namespace carrel::format
