// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "json.h"

#include <QJsonDocument>

#include <cstring>

namespace carrel::https {

namespace {

/// Appends to a buffer that is large enough from the start, so that no copy is left behind by growing.
class Writer final {
public:
    explicit Writer(std::size_t capacity) : m_buffer(capacity) {}
    void raw(QByteArrayView text) {
        std::memcpy(m_buffer.bytes().data() + m_size, text.data(), static_cast<std::size_t>(text.size()));
        m_size += static_cast<std::size_t>(text.size());
    }
    void quoted(QByteArrayView text) {
        static constexpr char digits[] = "0123456789abcdef";
        raw("\"");
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') {
                const char escaped[] = {'\\', c};
                raw({escaped, 2});
            } else if (code < 0x20) {
                const char escaped[] = {'\\', 'u', '0', '0', digits[code >> 4U], digits[code & 15U]};
                raw({escaped, 6});
            } else {
                raw({&c, 1});
            }
        }
        raw("\"");
    }
    SecureBytes take() const {
        return SecureBytes::copyOf(m_buffer.view().first(static_cast<qsizetype>(m_size)));
    }

private:
    SecureBytes m_buffer;
    std::size_t m_size = 0;
};

} // namespace

SecureBytes secretJson(std::initializer_list<std::pair<QByteArrayView, QByteArrayView>> members,
                       const QJsonObject& extra) {
    const QByteArray rest =
        extra.isEmpty() ? QByteArray("{}") : QJsonDocument(extra).toJson(QJsonDocument::Compact);
    std::size_t capacity = 16 + static_cast<std::size_t>(rest.size());
    for (const auto& [name, value] : members) {
        capacity += 6 * static_cast<std::size_t>(name.size() + value.size()) + 8; // all escaped
    }
    Writer writer(capacity);
    writer.raw("{");
    bool first = true;
    for (const auto& [name, value] : members) {
        if (!first) {
            writer.raw(",");
        }
        first = false;
        writer.quoted(name);
        writer.raw(":");
        writer.quoted(value);
    }
    if (!extra.isEmpty()) {
        writer.raw(",");
        writer.raw(QByteArrayView(rest).sliced(1));
    } else {
        writer.raw("}");
    }
    return writer.take();
}

SecureBytes plainJson(const QJsonObject& object) {
    return SecureBytes::copyOf(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> parseObject(const QByteArray& body) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return fail(ErrorCode::ProtocolError, QStringLiteral("the answer is not a JSON object"));
    }
    return document.object();
}

std::unexpected<Error> protocolError(const char* member) {
    return std::unexpected(
        Error{ErrorCode::ProtocolError,
              QStringLiteral("missing or malformed in the answer: ") + QString::fromLatin1(member),
              QString::fromLatin1(member),
              {}});
}

QDateTime timeFrom(const QJsonValue& value) {
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? time.toUTC() : QDateTime();
}

} // namespace carrel::https
