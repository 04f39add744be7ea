// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace carrel::format {

// Texts without identity, as every page writes them. Dates, times and quantities follow the NHS Common User
// Interface guidance (D+Ta-0002..0018, MEDi-015..042); the regional setting of the machine is ignored.

/// Two-digit day, month as a (translated) word, four-digit year: "09-Mar-1987". Empty for an invalid date.
QString date(QDate day);
/// "10:42" on the 24-hour clock, in `zone`. `instant` may have any time spec.
QString time(const QDateTime& instant, const QTimeZone& zone);
/// "09-Mar-2026 10:42" in `zone`.
QString dateTime(const QDateTime& instant, const QTimeZone& zone);
/// The day that it is in `zone` at `instant`.
QDate dayIn(const QDateTime& instant, const QTimeZone& zone);

/// A length of time in one unit, rounded down: "less than a minute", "25 minutes", "3 hours", "2 days".
QString duration(qint64 seconds);
/// How long ago `instant` was, without the word: "25 minutes".
QString ago(const QDateTime& instant, const QDateTime& now);

/// "1,250": a comma from 1,000 on.
QString number(qint64 value);
/// `text` that tr() made of "%n …" with the number as number() writes it.
QString grouped(QString text, int n);
/// "2 vials": a space before the unit (MEDi-017). English units take a plural, others stay as they are.
QString quantity(int count, const QString& unit);
/// "sermorelin 5 mg": generic name in lower case, a space, the strength. Plain text.
QString drug(const QString& genericName, const QString& strength);
/// The same for a rich-text label: the name in bold (MEDi-001). Escaped.
QString drugHtml(const QString& genericName, const QString& strength);
/// "Schedule III", empty for a product that is not controlled.
QString schedule(const QString& wireSchedule);

/// "PT-7F3A4B"; in a right-to-left interface wrapped so that it still reads left to right.
QString reference(const domain::PatientRef& ref);
/// Wraps a text that must read left to right (numbers, doses, order numbers) where the interface is
/// right-to-left; unchanged elsewhere.
QString leftToRight(const QString& text);
/// Wraps a text of unknown direction (a name) for use inside a sentence.
QString isolated(const QString& text);

/// The clinic's time zone, UTC if the account does not know the clinic or its zone.
QTimeZone zoneOf(const domain::Account& account, const domain::ClinicId& clinic);
/// The zone of the account's first clinic, for times that are about several; UTC if it has none.
QTimeZone homeZone(const domain::Account& account);
/// The clinic's name as the account has it; "Another clinic" if it has none.
QString clinicName(const domain::Account& account, const domain::ClinicId& clinic);

} // namespace carrel::format
