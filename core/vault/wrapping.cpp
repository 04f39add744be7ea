// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "wrapping.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <bit>
#include <cstring>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

namespace carrel::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr auto format = "carrel-key/2"_L1;
constexpr auto formatFamily = "carrel-key/"_L1;
constexpr qsizetype saltSize = 16;
constexpr qsizetype nonceSize = 12;
constexpr qsizetype keySize = 32;
constexpr qsizetype tagSize = 16;
constexpr qsizetype checkSize = 32;
constexpr qsizetype itemSize = 16;
constexpr qsizetype largestFile = 4096;

const unsigned char* data(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* data(SecureBytes& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.bytes().data());
}
unsigned char* data(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
int sizeOf(QByteArrayView bytes) {
    return static_cast<int>(bytes.size());
}

std::unexpected<Error> damaged(QLatin1StringView field, QLatin1StringView rule) {
    return std::unexpected(
        Error{ErrorCode::KeychainDamaged, "key.json: "_L1 + field + ' '_L1 + rule, QString(field), {}});
}

std::unexpected<Error> cryptoFailure() {
    return fail(ErrorCode::Internal, u"the cryptographic library refused an operation"_s);
}

struct CipherFree {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, CipherFree>;

Result<SecureBytes> hkdf(const SecureBytes& input, QByteArrayView salt, QByteArrayView purpose) {
    EVP_KDF* kdf = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    EVP_KDF_CTX* context = EVP_KDF_CTX_new(kdf);
    EVP_KDF_free(kdf);
    char digest[] = "SHA256";
    // OpenSSL's parameters are not const, and only read.
    const auto loose = [](QByteArrayView bytes) {
        return const_cast<char*>(bytes.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    };
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, loose(input.view()), input.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, loose(salt), static_cast<size_t>(salt.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, loose(purpose),
                                          static_cast<size_t>(purpose.size())),
        OSSL_PARAM_construct_end()};
    SecureBytes key(keySize);
    const bool ok = context != nullptr && EVP_KDF_derive(context, data(key), keySize, parameters) == 1;
    EVP_KDF_CTX_free(context);
    if (!ok) {
        return cryptoFailure();
    }
    return key;
}

Result<QByteArray> checkOf(const WrappedKey& wrapped, const SecureBytes& keychainSecret) {
    const auto key = hkdf(keychainSecret, wrapped.salt, "carrel key.json check");
    if (!key) {
        return fail(key.error());
    }
    const QByteArray covered =
        wrapped.associatedData() + '|' + wrapped.nonce.toHex() + '|' + wrapped.sealed.toHex();
    QByteArray mac(checkSize, '\0');
    size_t size = 0;
    if (EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key->view().data(), key->size(), data(covered),
                  static_cast<size_t>(covered.size()), data(mac), checkSize, &size) == nullptr ||
        size != checkSize) {
        return cryptoFailure();
    }
    return mac;
}

std::optional<QByteArray> hexMember(const QJsonObject& json, QLatin1StringView name, qsizetype size) {
    const QByteArray bytes = QByteArray::fromHex(json[name].toString().toLatin1());
    return bytes.size() == size ? std::optional(bytes) : std::nullopt;
}

} // namespace

quint64 ScryptCost::work() const {
    return n * r * p;
}

bool ScryptCost::isAcceptable() const {
    // 128 * n * r bytes of memory, n * p for the time: from 1 MiB to 1 GiB, and at most eight times the work
    // that is recommended, so that a forged file can neither weaken the key nor exhaust the machine.
    constexpr quint64 least = 1U << 10U;
    constexpr quint64 most = 1U << 20U;
    return std::has_single_bit(n) && n >= least && n <= most && r == 8 && p >= 1 && p <= most / n;
}

QByteArray WrappedKey::associatedData() const {
    const QByteArrayList parts{QByteArray(format.data(), format.size()),
                               organization.toUtf8(),
                               person.toUtf8(),
                               backend.toUtf8(),
                               item.toUtf8(),
                               QByteArray::number(cost.n),
                               QByteArray::number(cost.r),
                               QByteArray::number(cost.p),
                               salt.toHex()};
    return parts.join('|');
}

QByteArray WrappedKey::toJson() const {
    const auto hex = [](const QByteArray& bytes) { return QString::fromLatin1(bytes.toHex()); };
    const QJsonObject json{{"format"_L1, format},
                           {"organization"_L1, organization},
                           {"person"_L1, person},
                           {"backend"_L1, backend},
                           {"item"_L1, item},
                           {"scrypt"_L1, QJsonObject{{"n"_L1, static_cast<qint64>(cost.n)},
                                                     {"r"_L1, static_cast<qint64>(cost.r)},
                                                     {"p"_L1, static_cast<qint64>(cost.p)},
                                                     {"salt"_L1, hex(salt)}}},
                           {"nonce"_L1, hex(nonce)},
                           {"sealed"_L1, hex(sealed)},
                           {"check"_L1, hex(check)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<WrappedKey> WrappedKey::fromJson(const QByteArray& bytes) {
    if (bytes.size() > largestFile) {
        return damaged("file"_L1, "is too large"_L1);
    }
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const QString written = json["format"_L1].toString();
    if (written != format && written.startsWith(formatFamily)) {
        return fail(ErrorCode::KeyFormatUnknown, u"key.json is not carrel-key/2 but "_s + written.left(32));
    }
    if (written != format) {
        return damaged("format"_L1, "is not carrel-key/2"_L1);
    }
    const QJsonObject scrypt = json["scrypt"_L1].toObject();
    const auto count = [&scrypt](QLatin1StringView name) {
        return static_cast<quint64>(std::max<qint64>(0, scrypt[name].toInteger(0)));
    };
    WrappedKey wrapped;
    wrapped.cost = {count("n"_L1), count("r"_L1), count("p"_L1)};
    if (!wrapped.cost.isAcceptable()) {
        return damaged("scrypt"_L1, "is out of bounds"_L1);
    }
    const auto salt = hexMember(scrypt, "salt"_L1, saltSize);
    const auto nonce = hexMember(json, "nonce"_L1, nonceSize);
    const auto sealed = hexMember(json, "sealed"_L1, keySize + tagSize);
    const auto check = hexMember(json, "check"_L1, checkSize);
    if (!salt || !nonce || !sealed || !check) {
        return damaged("salt, nonce, sealed or check"_L1, "is not hexadecimal of the right length"_L1);
    }
    wrapped.salt = *salt;
    wrapped.nonce = *nonce;
    wrapped.sealed = *sealed;
    wrapped.check = *check;
    wrapped.organization = json["organization"_L1].toString();
    wrapped.person = json["person"_L1].toString();
    wrapped.backend = json["backend"_L1].toString();
    wrapped.item = json["item"_L1].toString();
    const QString prefix = itemPrefix(wrapped.organization, wrapped.person);
    if (!wrapped.item.startsWith(prefix) || wrapped.item.size() != prefix.size() + 2 * itemSize) {
        return damaged("item"_L1, "is not a name of this person's"_L1);
    }
    // One text for one meaning: nothing added, nothing spelled otherwise.
    if (wrapped.toJson() != bytes) {
        return damaged("file"_L1, "is not as it was written"_L1);
    }
    return wrapped;
}

QString WrappedKey::newItem(const QString& organization, const QString& person) {
    return itemPrefix(organization, person) +
           QString::fromLatin1(SecureBytes::random(itemSize).toHex().view());
}

QString WrappedKey::itemPrefix(const QString& organization, const QString& person) {
    return u"cache/"_s + organization + u'/' + person + u'/';
}

Result<SecureBytes> wrappingKey(const SecureBytes& keychainSecret, const SecureBytes& password,
                                const WrappedKey& wrapped) {
    if (!wrapped.cost.isAcceptable()) {
        return damaged("scrypt"_L1, "is out of bounds"_L1);
    }
    const quint64 memory = 128 * wrapped.cost.r * (wrapped.cost.n + wrapped.cost.p + 2) + (1U << 20U);
    SecureBytes input(keychainSecret.size() + keySize);
    std::memcpy(input.bytes().data(), keychainSecret.bytes().data(), keychainSecret.size());
    if (EVP_PBE_scrypt(password.view().data(), password.size(), data(wrapped.salt), saltSize, wrapped.cost.n,
                       wrapped.cost.r, wrapped.cost.p, memory, data(input) + keychainSecret.size(),
                       keySize) != 1) {
        return cryptoFailure();
    }
    return hkdf(input, wrapped.salt, "carrel cache key wrap");
}

Result<void> seal(WrappedKey& wrapped, const SecureBytes& keychainSecret, const SecureBytes& wrappingKey,
                  const SecureBytes& cacheKey) {
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const QByteArray bound = wrapped.associatedData();
    wrapped.nonce = SecureBytes::random(nonceSize).view().toByteArray();
    wrapped.sealed = QByteArray(keySize + tagSize, '\0');
    int size = 0;
    int rest = 0;
    if (cipher == nullptr || cacheKey.size() != keySize ||
        EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), data(wrappingKey.view()), data(wrapped.nonce),
                            nullptr) != 1 ||
        EVP_EncryptUpdate(cipher.get(), nullptr, &size, data(bound), sizeOf(bound)) != 1 ||
        EVP_EncryptUpdate(cipher.get(), data(wrapped.sealed), &size, data(cacheKey.view()), keySize) != 1 ||
        EVP_EncryptFinal_ex(cipher.get(), data(wrapped.sealed) + size, &rest) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, data(wrapped.sealed) + keySize) !=
            1) {
        return cryptoFailure();
    }
    auto check = checkOf(wrapped, keychainSecret);
    if (!check) {
        return fail(check.error());
    }
    wrapped.check = std::move(*check);
    return {};
}

bool isIntact(const WrappedKey& wrapped, const SecureBytes& keychainSecret) {
    const auto check = checkOf(wrapped, keychainSecret);
    return check && check->size() == wrapped.check.size() &&
           CRYPTO_memcmp(check->constData(), wrapped.check.constData(), checkSize) == 0;
}

Result<SecureBytes> unseal(const WrappedKey& wrapped, const SecureBytes& wrappingKey) {
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const QByteArray bound = wrapped.associatedData();
    QByteArray tag = wrapped.sealed.sliced(keySize, tagSize);
    SecureBytes key(keySize);
    int size = 0;
    int rest = 0;
    if (cipher == nullptr ||
        EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), data(wrappingKey.view()), data(wrapped.nonce),
                            nullptr) != 1 ||
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, data(bound), sizeOf(bound)) != 1 ||
        EVP_DecryptUpdate(cipher.get(), data(key), &size, data(wrapped.sealed), keySize) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) != 1) {
        return cryptoFailure();
    }
    if (EVP_DecryptFinal_ex(cipher.get(), data(key) + size, &rest) != 1) {
        return fail(ErrorCode::WrongCredentials, u"the password does not open the cache key"_s);
    }
    return key;
}

} // namespace carrel::vault
