// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <optional>
#include <span>

namespace carrel {

/// Secret bytes: move-only, locked into memory where the system allows it, and overwritten when they go
/// (OPENSSL_cleanse). Holds keys, passwords and session tokens. Never converts itself to a QString or
/// QByteArray.
class SecureBytes final {
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size);
    SecureBytes(SecureBytes&& other) noexcept;
    SecureBytes& operator=(SecureBytes&& other) noexcept;
    SecureBytes(const SecureBytes&) = delete;
    SecureBytes& operator=(const SecureBytes&) = delete;
    ~SecureBytes();

    static SecureBytes copyOf(QByteArrayView bytes);
    /// Copies `text` as UTF-8, then overwrites the QString's buffer and empties it.
    static SecureBytes takeFrom(QString& text);
    /// From the operating system's generator through OpenSSL.
    static SecureBytes random(std::size_t size);
    static std::optional<SecureBytes> fromHex(QByteArrayView hex);

    SecureBytes clone() const;
    SecureBytes toHex() const;
    std::span<const std::byte> bytes() const { return {m_data, m_size}; }
    std::span<std::byte> bytes() { return {m_data, m_size}; }
    /// Borrowed view for C interfaces and JSON building; do not store it.
    QByteArrayView view() const {
        return {reinterpret_cast<const char*>(m_data), static_cast<qsizetype>(m_size)};
    }
    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    void clear() noexcept;

    /// Constant-time comparison.
    friend bool operator==(const SecureBytes& a, const SecureBytes& b);

private:
    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites a QByteArray or QString buffer in place if it is not shared, then empties it.
void wipe(QByteArray& bytes);
void wipe(QString& text);

} // namespace carrel
