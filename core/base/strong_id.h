// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <optional>

namespace carrel {

/// A UUID that only fits where its tag says (RFC 9562, canonical lower-case text). There is no empty id:
/// "none" is std::optional.
template <typename Tag> class StrongId final {
public:
    /// Null if `text` is not a UUID.
    static std::optional<StrongId> fromString(QStringView text) {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull()) {
            return std::nullopt;
        }
        return StrongId(uuid);
    }
    static StrongId generate() { return StrongId(QUuid::createUuid()); }

    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const StrongId&, const StrongId&) = default;
    friend bool operator<(const StrongId& a, const StrongId& b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const StrongId& id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    explicit StrongId(QUuid uuid) : m_uuid(uuid) {}
    QUuid m_uuid;
};

} // namespace carrel
