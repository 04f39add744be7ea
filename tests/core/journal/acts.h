// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/journal/salvage.h>

#include <QTimeZone>

namespace carrel::test {

/// A check-in; `n` decides the visit and the key.
inline journal::KeptCommand act(int n) {
    using namespace Qt::StringLiterals;
    const QString visit = u"00000000-0000-4000-8000-%1"_s.arg(n, 12, 10, QChar(u'0'));
    return {.command = {.key = QUuid::fromString(u"11111111-1111-4111-8111-%1"_s.arg(n, 12, 10, QChar(u'0'))),
                        .name = u"check-in"_s,
                        .subject = u"appointment/"_s + visit,
                        .body = {{u"appointment_id"_s, visit}, {u"version"_s, 3}},
                        .at = QDateTime(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::utc()).addSecs(n)},
            .view = domain::View::Schedule,
            .rowId = visit,
            .baseVersion = 3};
}

inline ports::SealFn seal() {
    return [](const ports::ChainHead& head) -> Result<ports::SealedEvent> {
        return ports::SealedEvent{head.seq + 1, QByteArray(64, 'a'), {{QStringLiteral("seq"), head.seq + 1}}};
    };
}

/// "fine", or the error's name.
inline QString openingOf(const QString& path, const SecureBytes& key, const journal::Owner& owner) {
    try {
        const journal::Journal journal(path, key, owner);
        return QStringLiteral("fine");
    } catch (const storage::StorageError& error) {
        return QString(errorCodeName(error.error.code));
    }
}

} // namespace carrel::test
