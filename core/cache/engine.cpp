// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "engine.h"

#include "migrations.h"
#include "overlay.h"

#include <core/storage/files.h>

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

/// Views belong to whom they were fetched for; they are never opened for anybody else.
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

/// Views that can be fetched again stand in nobody's way. Trouble of the disk is not theirs.
bool isForgoable(ErrorCode code) {
    return code == ErrorCode::CacheDamaged || code == ErrorCode::CacheWrongKey ||
           code == ErrorCode::CacheTooNew;
}

} // namespace

Engine::Engine(OpenOptions options, const Clock& clock) : m_options(std::move(options)), m_clock(clock) {
    for (QThreadPool* pool : {&m_writing, &m_reading, &m_checking}) {
        pool->setMaxThreadCount(1);
        pool->setExpiryTimeout(-1);
    }
    if (!inMemory()) {
        if (m_options.key.size() != keySize) {
            refuse(ErrorCode::InvalidInput, u"the cache key has the wrong length"_s);
        }
        lockFolder();
    }
    openJournal();
    openViewsOrMakeThem();
    compareMarks();
    redrawIfStale();
}

Engine::~Engine() {
    m_draining = true;
    m_checking.waitForDone();
    m_reading.waitForDone();
    m_writing.waitForDone();
}

void Engine::lockFolder() {
    const QFileInfo file(m_options.path);
    if (!QDir().mkpath(file.absolutePath())) {
        refuse(ErrorCode::StorageReadOnly, u"the cache folder cannot be made"_s);
    }
    // Made before anything is in it, so that nobody else can read along.
    QFile::setPermissions(file.absolutePath(),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto lock = FileLock::take(m_options.path + u".lock"_s);
    if (!lock) {
        throw StorageError{std::move(lock.error())};
    }
    m_lock = std::move(*lock);
}

void Engine::openJournal() {
    const QString path = inMemory() ? QString() : journalPath(m_options.path);
    const journal::Owner owner{.person = m_options.person, .organization = m_options.organization};
    if (m_options.journal == JournalStart::Salvaged && QFile::exists(path)) {
        m_opening.salvaged = journal::salvage(path, m_options.key, owner, m_clock.now());
    } else if (m_options.journal == JournalStart::SetAside && QFile::exists(path)) {
        journal::setAside(path, m_clock.now());
    }
    m_journal = std::make_unique<journal::Journal>(path, m_options.key, owner);
}

void Engine::openViewsOrMakeThem() {
    try {
        openViews();
    } catch (const StorageError& error) {
        if (!isForgoable(error.error.code) || inMemory()) {
            throw;
        }
        makeViewsAnew();
        m_opening.viewsMadeAnew = true;
    }
}

void Engine::openViews() {
    m_writer = storage::openWriter(m_options.path, m_options.key);
    m_writer->execute("PRAGMA journal_mode = WAL");
    // FULL: what has been fetched and its cursor are kept together. A page of a first pass pays one fsync for
    // a thousand rows.
    m_writer->execute("PRAGMA synchronous = FULL");
    m_writer->execute("PRAGMA cache_size = -8192");
    m_writer->execute("PRAGMA journal_size_limit = 16777216");
    migrate(*m_writer);
    checkOwner(*m_writer, m_options);
    if (!inMemory()) {
        m_reader = std::make_unique<Database>(m_options.path, m_options.key, Database::Kind::Reader);
        m_reader->execute("PRAGMA query_only = ON");
        m_reader->execute("PRAGMA cache_size = -16384");
        m_reader->number("SELECT count(*) FROM sqlite_master");
    }
}

void Engine::makeViewsAnew() {
    const std::scoped_lock lock(m_readerInUse);
    m_reader.reset();
    m_writer.reset();
    storage::removeDatabase(m_options.path);
    try {
        openViews();
    } catch (...) {
        m_reader.reset();
        m_writer.reset();
        throw;
    }
}

void Engine::compareMarks() {
    // The views know how far the journal had come. A backup that was put back, or a journal that is gone,
    // knows less than that.
    m_opening.journalIsOlder = drawnThrough(*m_writer).number > m_journal->head().number;
}

Files Engine::files() {
    if (!m_writer) {
        makeViewsAnew();
    }
    redrawIfStale();
    return {*m_writer, *m_journal};
}

Database& Engine::reader() {
    Database* const reader = inMemory() ? m_writer.get() : m_reader.get();
    if (reader == nullptr) {
        refuse(ErrorCode::StorageFailure, u"the views are being made anew"_s);
    }
    return *reader;
}

void Engine::redrawIfStale() {
    if (drawnThrough(*m_writer).acts != m_journal->head().acts) {
        redraw(*m_writer, *m_journal);
    }
}

Error Engine::explained(Error error) {
    // A second time in one process it is not the file: fetching it again and again would only hide that.
    if (error.code == ErrorCode::CacheDamaged && !inMemory() && m_damages++ == 0) {
        m_writing.start([this] {
            // Closed here, opened by the next call, which says so if the disk does not let it.
            const std::scoped_lock lock(m_readerInUse);
            m_reader.reset();
            m_writer.reset();
        });
    }
    return error;
}

Async<void> Engine::verify() {
    auto done = makeCompletion<void>();
    m_checking.start([this, done] {
        try {
            if (!inMemory()) {
                // The writer closes the file only to make it anew; what is read of it then is damage that is
                // known.
                Database views(m_options.path, m_options.key, Database::Kind::Reader);
                storage::checkEveryPage(views, storage::Depth::Structure);
            }
            done->finish({});
        } catch (const StorageError& error) {
            done->finish(fail(explained(error.error)));
        }
    });
    return done->future();
}

void Engine::admit(Kind kind, quint64 generation) const {
    if (kind == Kind::Write) {
        return;
    }
    if (m_draining || superseded(generation)) {
        refuse(ErrorCode::Cancelled, u"not wanted any more"_s);
    }
    if (!m_options.leaseUntil.isValid() || m_clock.now() > m_options.leaseUntil) {
        refuse(ErrorCode::LeaseExpired, u"the lease on cached data has run out"_s);
    }
}

Engine::SearchGuard::SearchGuard(Engine& engine, quint64 generation)
    : m_engine(engine)
    , m_database(engine.reader())
    , m_generation(generation) {
    sqlite3_progress_handler(m_database.handle(), instructionsPerQuestion, &SearchGuard::unwanted, this);
}

Engine::SearchGuard::~SearchGuard() {
    sqlite3_progress_handler(m_database.handle(), 0, nullptr, nullptr);
}

int Engine::SearchGuard::unwanted(void* self) {
    const auto& guard = *static_cast<const SearchGuard*>(self);
    const Engine& engine = guard.m_engine;
    return engine.m_draining || engine.superseded(guard.m_generation) ? 1 : 0;
}

} // namespace carrel::cache
