// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "secure_bytes.h"

#include <cstring>
#include <new>
#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <string_view>
#include <utility>

#if defined(Q_OS_UNIX)
#include <sys/mman.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

namespace carrel {

namespace {

// Locking is best effort: the limit for locked memory may be reached, and an unlocked secret that is wiped is
// better than none.
void lockPages(void* data, std::size_t size) {
#if defined(Q_OS_UNIX)
    [[maybe_unused]] const int ignored = mlock(data, size);
#elif defined(Q_OS_WIN)
    VirtualLock(data, size);
#endif
}

} // namespace

SecureBytes::SecureBytes(std::size_t size) : m_size(size) {
    if (size == 0) {
        return;
    }
    m_data = static_cast<std::byte*>(::operator new(size));
    std::memset(m_data, 0, size);
    lockPages(m_data, size);
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0)) {}

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept {
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes::~SecureBytes() {
    clear();
}

void SecureBytes::clear() noexcept {
    if (m_data != nullptr) {
        // Not unlocked: locks do not nest, and another secret may live on the same page.
        OPENSSL_cleanse(m_data, m_size);
        ::operator delete(m_data);
    }
    m_data = nullptr;
    m_size = 0;
}

SecureBytes SecureBytes::copyOf(QByteArrayView bytes) {
    SecureBytes copy(static_cast<std::size_t>(bytes.size()));
    if (copy.m_data != nullptr) {
        std::memcpy(copy.m_data, bytes.data(), copy.m_size);
    }
    return copy;
}

SecureBytes SecureBytes::takeFrom(QString& text) {
    QByteArray utf8 = text.toUtf8();
    SecureBytes taken = copyOf(utf8);
    wipe(utf8);
    wipe(text);
    return taken;
}

SecureBytes SecureBytes::random(std::size_t size) {
    SecureBytes secret(size);
    // A generator that cannot seed itself leaves nothing safe to go on with.
    if (size > 0 &&
        RAND_priv_bytes(reinterpret_cast<unsigned char*>(secret.m_data), static_cast<int>(size)) != 1) {
        qFatal("%s", "the operating system's random generator failed");
    }
    return secret;
}

std::optional<SecureBytes> SecureBytes::fromHex(QByteArrayView hex) {
    const auto nibble = [](char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        const char lower = static_cast<char>(c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    };
    if (hex.size() % 2 != 0) {
        return std::nullopt;
    }
    SecureBytes bytes(static_cast<std::size_t>(hex.size() / 2));
    for (std::size_t i = 0; i < bytes.m_size; ++i) {
        const int high = nibble(hex[static_cast<qsizetype>(2 * i)]);
        const int low = nibble(hex[static_cast<qsizetype>(2 * i + 1)]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        bytes.m_data[i] = static_cast<std::byte>(high * 16 + low);
    }
    return bytes;
}

SecureBytes SecureBytes::clone() const {
    return copyOf(view());
}

SecureBytes SecureBytes::toHex() const {
    static constexpr std::string_view digits = "0123456789abcdef";
    SecureBytes hex(m_size * 2);
    for (std::size_t i = 0; i < m_size; ++i) {
        const auto value = std::to_integer<unsigned>(m_data[i]);
        hex.m_data[2 * i] = static_cast<std::byte>(digits[value >> 4U]);
        hex.m_data[2 * i + 1] = static_cast<std::byte>(digits[value & 15U]);
    }
    return hex;
}

bool operator==(const SecureBytes& a, const SecureBytes& b) {
    return a.m_size == b.m_size && (a.m_size == 0 || CRYPTO_memcmp(a.m_data, b.m_data, a.m_size) == 0);
}

void wipe(QByteArray& bytes) {
    if (bytes.isDetached() && !bytes.isEmpty()) {
        OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    bytes.clear();
}

void wipe(QString& text) {
    if (text.isDetached() && !text.isEmpty()) {
        OPENSSL_cleanse(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    }
    text.clear();
}

} // namespace carrel
