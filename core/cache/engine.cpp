// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "engine.h"

#include "migrations.h"

#include <QDir>
#include <QFileInfo>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t keySize = 32;
// How many SQLite instructions between two questions whether a search is still wanted: well under a
// millisecond.
constexpr int instructionsPerQuestion = 2000;

[[noreturn]] void refuse(ErrorCode code, const QString& detail) {
    throw StorageError{Error::of(code, detail)};
}

/// The file belongs to whom it was made for; it is never opened for anybody else.
void checkOwner(Database& database, const OpenOptions& options) {
    const auto remember = [&database](const QString& name, const QString& value) {
        Statement insert(database, "INSERT OR IGNORE INTO meta(name, value) VALUES(?, ?)");
        insert.bind(1, name).bind(2, value).run();
        Statement select(database, "SELECT value FROM meta WHERE name = ?");
        select.bind(1, name);
        if (!select.step() || select.text(0) != value) {
            refuse(ErrorCode::CacheWrongKey, u"the cache belongs to another "_s + name);
        }
    };
    Transaction transaction(database);
    remember(u"person"_s, options.person.toString());
    remember(u"organization"_s, options.organization.toString());
    transaction.commit();
}

/// SQLCipher says "not a database" for a wrong key and for a damaged first page alike. The pages carry their
/// own authenticators, so ask the others: if any of them is right, the key is right.
bool keyOpensAnyPage(const OpenOptions& options) {
    try {
        Database probe(options.path, options.key, Database::Kind::Reader);
        const auto pages = QFileInfo(options.path).size() / 4096;
        Statement check(probe, "PRAGMA cipher_integrity_check");
        qint64 complaints = 0;
        while (check.step()) {
            ++complaints;
        }
        return complaints < pages;
    } catch (const StorageError&) {
        return false; // not even that could be asked: the key is the likelier reason
    }
}

} // namespace

Engine::Engine(OpenOptions options, const Clock& clock) : m_options(std::move(options)), m_clock(clock) {
    for (QThreadPool* pool : {&m_writing, &m_reading}) {
        pool->setMaxThreadCount(1);
        pool->setExpiryTimeout(-1);
    }
    if (!m_options.path.isEmpty()) {
        if (m_options.key.size() != keySize) {
            refuse(ErrorCode::InvalidInput, u"the cache key has the wrong length"_s);
        }
        lockFile();
    }
    prepareFile();
    m_options.key.clear();
}

Engine::~Engine() {
    m_draining = true;
    m_reading.waitForDone();
    m_writing.waitForDone();
}

void Engine::lockFile() {
    const QFileInfo file(m_options.path);
    if (!QDir().mkpath(file.absolutePath())) {
        refuse(ErrorCode::StorageFailure, u"the cache folder cannot be made"_s);
    }
    // Made before anything is in it, so that nobody else can read along.
    QFile::setPermissions(file.absolutePath(),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    m_lock = std::make_unique<QLockFile>(m_options.path + u".lock"_s);
    m_lock->setStaleLockTime(std::chrono::milliseconds(0)); // only its process' end frees it, not its age
    if (!m_lock->tryLock()) {
        const bool taken = m_lock->error() == QLockFile::LockFailedError;
        refuse(taken ? ErrorCode::CacheInUse : ErrorCode::StorageFailure,
               taken ? u"another process has the cache open"_s : u"the cache cannot be locked"_s);
    }
}

void Engine::prepareFile() {
    m_writer = std::make_unique<Database>(m_options.path, m_options.key, Database::Kind::Writer);
    // Asks for the first page: this is where a wrong key shows.
    try {
        m_writer->number("SELECT count(*) FROM sqlite_master");
    } catch (StorageError& error) {
        m_writer.reset();
        if (error.error.code == ErrorCode::CacheWrongKey && keyOpensAnyPage(m_options)) {
            error.error.code = ErrorCode::CacheDamaged;
        }
        throw;
    }
    m_writer->execute("PRAGMA journal_mode = WAL");
    // FULL: what a person has been told is kept must survive the power going. A page of a first pass pays
    // one fsync for a thousand rows.
    m_writer->execute("PRAGMA synchronous = FULL");
    m_writer->execute("PRAGMA cache_size = -8192");
    m_writer->execute("PRAGMA journal_size_limit = 16777216");
    migrate(*m_writer);
    checkOwner(*m_writer, m_options);
    if (!m_options.path.isEmpty()) {
        m_reader = std::make_unique<Database>(m_options.path, m_options.key, Database::Kind::Reader);
        m_reader->execute("PRAGMA query_only = ON");
        m_reader->execute("PRAGMA cache_size = -16384");
        m_reader->number("SELECT count(*) FROM sqlite_master");
    }
}

void Engine::admit(Kind kind, quint64 generation) const {
    if (kind != Kind::Read) {
        return;
    }
    if (m_draining || superseded(generation)) {
        refuse(ErrorCode::Cancelled, u"not wanted any more"_s);
    }
    if (!m_options.leaseUntil.isValid() || m_clock.now() > m_options.leaseUntil) {
        refuse(ErrorCode::LeaseExpired, u"the lease on cached data has run out"_s);
    }
}

Engine::SearchGuard::SearchGuard(Engine& engine, Kind kind, quint64 generation)
    : m_engine(engine)
    , m_generation(generation) {
    if (kind == Kind::Read) {
        m_database = engine.m_reader ? engine.m_reader.get() : engine.m_writer.get();
        sqlite3_progress_handler(m_database->handle(), instructionsPerQuestion, &SearchGuard::unwanted, this);
    }
}

Engine::SearchGuard::~SearchGuard() {
    if (m_database != nullptr) {
        sqlite3_progress_handler(m_database->handle(), 0, nullptr, nullptr);
    }
}

int Engine::SearchGuard::unwanted(void* self) {
    const auto& guard = *static_cast<const SearchGuard*>(self);
    const Engine& engine = guard.m_engine;
    return engine.m_draining || engine.superseded(guard.m_generation) ? 1 : 0;
}

} // namespace carrel::cache
