// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnosis.h"

#include <core/base/when_done.h>
#include <core/vault/presence.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <openssl/crypto.h>
#include <sqlite3.h>

namespace carrel::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr auto keychainService = "carrel"_L1;

QString cipherVersion() {
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    QString version;
    if (sqlite3_open(":memory:", &database) == SQLITE_OK &&
        sqlite3_prepare_v2(database, "PRAGMA cipher_version", -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        version = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return version;
}

QString explain(const Error& error) {
    return errorCodeName(error.code) + (error.detail.isEmpty() ? QString() : u": "_s + error.detail);
}

} // namespace

Diagnosis::Diagnosis(settings::Sources sources)
    : m_sources(std::move(sources))
    , m_keychain(keychainService) {}

Diagnosis::~Diagnosis() = default;

void Diagnosis::start() {
    addVersions();
    auto settings = settings::Settings::load(m_sources);
    if (settings) {
        m_settings = std::move(*settings);
        addSettings(*m_settings);
    } else {
        m_report.add(u"settings"_s, explain(settings.error()), Status::Failed);
    }
    addDataDirectory(m_settings ? m_settings->dataDirectory.value : m_sources.defaultDataDirectory);
    checkKeychain();
}

void Diagnosis::addVersions() {
    m_report.add(u"carrel"_s, QStringLiteral(CARREL_VERSION));
    m_report.add(u"qt"_s, QString::fromLatin1(qVersion()));
    m_report.add(u"openssl"_s, QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION)));
    const QString cipher = cipherVersion();
    m_report.add(u"sqlcipher"_s, cipher.isEmpty() ? u"none: plain SQLite is linked"_s : cipher,
                 cipher.isEmpty() ? Status::Failed : Status::Ok);
}

void Diagnosis::addSettings(const settings::Settings& settings) {
    for (const settings::Described& setting : settings::describe(settings)) {
        const QString value = setting.value.isEmpty() ? u"-"_s : setting.value;
        m_report.add(setting.name, value + " ("_L1 + settings::originName(setting.origin) + ')'_L1);
    }
}

void Diagnosis::addDataDirectory(const QString& directory) {
    const QFileInfo info(directory);
    switch (vault::presenceOfFolder(directory)) {
    case vault::Presence::Absent:
        m_report.add(u"data directory"_s, u"not there yet"_s);
        return;
    case vault::Presence::Unreadable:
        m_report.add(u"data directory"_s, u"cannot be read: nobody knows what is in it"_s, Status::Failed);
        return;
    case vault::Presence::There:
        break;
    }
    const bool usable = info.isDir() && info.isWritable();
    m_report.add(u"data directory"_s, usable ? u"writable"_s : u"not a writable directory"_s,
                 usable ? Status::Ok : Status::Failed);
    m_report.add(u"free space"_s,
                 QString::number(QStorageInfo(directory).bytesAvailable() / (qint64{1024} * 1024)) +
                     u" MiB"_s);
    addCaches(directory);
}

void Diagnosis::addCaches(const QString& directory) {
    QDirIterator folders(directory, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                         QDirIterator::Subdirectories);
    while (folders.hasNext()) { // what is in one of these would be missing below without a word
        const QString folder = folders.next();
        if (vault::presenceOfFolder(folder) == vault::Presence::Unreadable) {
            m_report.add(folder, u"cannot be read: nobody knows what is in it"_s, Status::Failed);
        }
    }
    int count = 0;
    QDirIterator files(directory, {u"cache.db"_s, u"journal.db"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        ++count;
        // "cache 1", "journal 2": the copy of the views, and what was not sent yet.
        const QString name = QFileInfo(file).completeBaseName() + u' ' + QString::number(count);
        if (!file.open(QIODevice::ReadOnly)) {
            m_report.add(name, u"cannot be read"_s, Status::Failed);
            continue;
        }
        const bool plain = file.read(15) == "SQLite format 3";
        const bool aside = QFileInfo(file).dir().dirName().contains(".kept-"_L1);
        m_report.add(name,
                     QString::number(file.size()) +
                         (plain ? u" bytes, NOT encrypted"_s : u" bytes, encrypted"_s) +
                         (aside ? u", set aside"_s : QString()),
                     plain ? Status::Failed : Status::Ok);
    }
    if (count == 0) {
        m_report.add(u"caches"_s, u"none"_s);
    }
}

void Diagnosis::checkKeychain() {
    // An item that nobody wrote: NotFound is the answer of a keychain that is there and open.
    whenDone(m_keychain.read(u"diagnose"_s), this, [this](const Result<SecureBytes>& result) {
        const bool open = result || result.error().code == ErrorCode::NotFound;
        m_report.add(u"keychain"_s,
                     m_keychain.backendName() + (open ? u", reachable"_s : ", "_L1 + explain(result.error())),
                     open ? Status::Ok : Status::Failed);
        checkBackend();
    });
}

void Diagnosis::checkBackend() {
    if (!m_settings) {
        m_report.add(u"backend"_s, u"not asked: the settings name none"_s, Status::Failed);
        Q_EMIT finished();
        return;
    }
    m_backend = std::make_unique<https::HttpsSessionBackend>(
        https::Endpoint{m_settings->baseUrl.value, m_settings->caFile.value});
    whenDone(m_backend->health(), this, [this](const Result<ports::Health>& health) {
        if (health) {
            m_report.add(u"backend"_s, u"version "_s + health->version, Status::Ok);
            m_report.add(u"tls"_s, m_backend->tlsProtocol(), Status::Ok);
            const qint64 ahead = health->time.secsTo(QDateTime::currentDateTimeUtc());
            // One-time codes are valid for 30 s: a clock further off than that cannot sign in.
            m_report.add(u"clock"_s, QString::number(ahead) + u" s ahead of the backend"_s,
                         qAbs(ahead) <= 30 ? Status::Ok : Status::Failed);
        } else {
            m_report.add(u"backend"_s, explain(health.error()), Status::Failed);
        }
        Q_EMIT finished();
    });
}

} // namespace carrel::ctl
