// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
//
// For the walk only: prints the key of a cache, given both halves that wrap it, so that SQLCipher's own shell
// can be tried on the file. Password on standard input; arguments: data directory, organization, person,
// keychain service.

#include <core/base/when_done.h>
#include <core/vault/cache_keyring.h>
#include <core/vault/keychain_store.h>

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>
#include <iostream>
#include <string>

using namespace carrel;

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    std::string password;
    std::getline(std::cin, password);
    if (arguments.size() != 5) {
        std::fputs("usage: cache_key DATA_DIRECTORY ORGANIZATION PERSON SERVICE < PASSWORD\n", stderr);
        return 2;
    }
    const auto organization = domain::OrganizationId::fromString(arguments[2]);
    const auto person = domain::PersonId::fromString(arguments[3]);
    if (!organization || !person) {
        std::fputs("cache_key: the ids are not UUIDs\n", stderr);
        return 2;
    }
    vault::KeychainStore keychain(arguments[4]);
    vault::CacheKeyring keyring(keychain, arguments[1]);
    whenDone(keyring.open(*person, *organization, SecureBytes::copyOf(QByteArrayView(password))),
             &application, [](const Result<SecureBytes>& key) {
                 if (key) {
                     std::puts(key->toHex().view().toByteArray().constData());
                 } else {
                     std::fprintf(stderr, "cache_key: %s\n", errorCodeName(key.error().code).data());
                 }
                 QCoreApplication::exit(key ? 0 : 1);
             });
    return application.exec();
}
