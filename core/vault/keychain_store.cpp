// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "keychain_store.h"

#include "locked_items.h"

#include <core/base/completion.h>
#include <core/base/when_done.h>

#include <QTimer>
#include <qt6keychain/keychain.h>

#include <functional>

namespace carrel::vault {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(const QKeychain::Job& job) {
    const QString said = job.errorString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return Error::of(ErrorCode::NotFound, u"the keychain has no such item"_s);
    case QKeychain::AccessDeniedByUser:
        return Error::of(ErrorCode::KeychainDenied, u"the person refused access to the keychain"_s);
    case QKeychain::AccessDenied:
        // The Secret Service says so of a collection that stays locked.
        return Error::of(ErrorCode::KeychainLocked, said);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Error::of(ErrorCode::KeychainAbsent, u"there is no keychain on this system"_s);
    default:
        break;
    }
    // What D-Bus says begins like this in every language; anything else went wrong before there was a bus.
    const bool fromService = said.contains("GDBus.Error:"_L1);
    const bool serviceMissing =
        said.contains("DBus.Error.ServiceUnknown"_L1) || said.contains("DBus.Error.Spawn"_L1) ||
        said.contains("DBus.Error.NoReply"_L1) || said.contains("DBus.Error.NameHasNoOwner"_L1);
    if (!fromService || serviceMissing) {
        return Error::of(ErrorCode::KeychainAbsent, said);
    }
    if (said.contains("Secret.Error.IsLocked"_L1)) {
        return Error::of(ErrorCode::KeychainLocked, said);
    }
    return Error::of(ErrorCode::KeychainDamaged, said);
}

/// Starts a job that deletes itself when it ends, however long that takes, and finishes `done` by its result
/// or by the soft limit.
template <typename T>
void start(QKeychain::Job* job, QObject* receiver, std::chrono::milliseconds softLimit,
           const std::shared_ptr<Completion<T>>& done, std::function<Result<T>()> success) {
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    auto* limit = new QTimer(receiver);
    limit->setSingleShot(true);
    QObject::connect(limit, &QTimer::timeout, receiver, [done, limit] {
        done->finish(fail(ErrorCode::KeychainLocked, u"waiting for the keychain"_s));
        limit->deleteLater();
    });
    QObject::connect(
        job, &QKeychain::Job::finished, limit,
        [done, limit, success = std::move(success)](QKeychain::Job* ended) {
            done->finish(ended->error() == QKeychain::NoError ? success() : Result<T>(fail(errorOf(*ended))));
            limit->deleteLater();
        });
    limit->start(softLimit);
    job->start();
}

} // namespace

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds softLimit, QObject* parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_softLimit(softLimit) {}

KeychainStore::~KeychainStore() = default;

QString KeychainStore::backendName() const {
#if defined(Q_OS_WIN)
    return u"windows-credential"_s;
#elif defined(Q_OS_MACOS)
    return u"macos-keychain"_s;
#else
    return u"secret-service"_s;
#endif
}

Async<SecureBytes> KeychainStore::read(QString name) {
    auto done = makeCompletion<SecureBytes>();
    auto read = makeCompletion<SecureBytes>();
    auto* job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(name);
    start<SecureBytes>(job, this, m_softLimit, read, [job]() -> Result<SecureBytes> {
        QString text = job->textData();
        QByteArray hex = text.toLatin1();
        wipe(text);
        auto secret = SecureBytes::fromHex(hex);
        wipe(hex);
        if (!secret || secret->isEmpty()) {
            return fail(ErrorCode::KeychainDamaged, u"the keychain's item is not what Carrel wrote"_s);
        }
        return std::move(*secret);
    });
    whenDone(read->future(), this, [this, done, name](Result<SecureBytes> result) {
        if (result || result.error().code != ErrorCode::NotFound) {
            done->finish(std::move(result));
            return;
        }
        // Where nobody answers the prompt, a locked item looks like none at all.
        findLockedItem(m_service, name, [done](bool locked) {
            done->finish(locked ? fail(ErrorCode::KeychainLocked, u"the item is there, and locked"_s)
                                : fail(ErrorCode::NotFound, u"the keychain has no such item"_s));
        });
    });
    return done->future();
}

Async<void> KeychainStore::write(QString name, SecureBytes secret) {
    auto done = makeCompletion<void>();
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(name);
    const SecureBytes hex = secret.toHex();
    job->setTextData(QString::fromLatin1(hex.view()));
    start<void>(job, this, m_softLimit, done, [] { return Result<void>(); });
    return done->future();
}

Async<void> KeychainStore::remove(QString name) {
    auto done = makeCompletion<void>();
    auto* job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(name);
    auto removed = makeCompletion<void>();
    start<void>(job, this, m_softLimit, removed, [] { return Result<void>(); });
    whenDone(removed->future(), this, [done](Result<void> result) {
        if (!result && result.error().code == ErrorCode::NotFound) {
            result = {};
        }
        done->finish(std::move(result));
    });
    return done->future();
}

} // namespace carrel::vault
