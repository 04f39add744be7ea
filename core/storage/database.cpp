// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "database.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <utility>

namespace carrel::storage {

namespace {

// Oldest library whose file format and fixes Carrel relies on (design section 7).
constexpr int minimumMajor = 4;
constexpr int minimumMinor = 6;

ErrorCode codeFor(int sqlite) {
    switch (sqlite & 0xFF) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
        return ErrorCode::CacheDamaged;
    case SQLITE_NOTADB:
        return ErrorCode::CacheWrongKey;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::CacheInUse;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::StorageReadOnly;
    default:
        return ErrorCode::StorageFailure;
    }
}

/// 16 bytes that tell nothing of the key.
QByteArray saltFrom(const SecureBytes& key) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("carrel journal salt"));
    hash.addData(key.view());
    return hash.result().first(16);
}

QString detailFor(int extended, const char* during) {
    return QLatin1StringView(during) + u": sqlite " + QString::number(extended) + u" (" +
           QLatin1StringView(sqlite3_errstr(extended)) + u')';
}

} // namespace

Statement::Statement(Database& database, std::string_view sql) : m_database(&database) {
    const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK) {
        database.raise(code, "prepare");
    }
}

Statement::Statement(Statement&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_statement(std::exchange(other.m_statement, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    if (this != &other) {
        sqlite3_finalize(m_statement);
        m_database = std::exchange(other.m_database, nullptr);
        m_statement = std::exchange(other.m_statement, nullptr);
    }
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

Statement& Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL where an empty text is meant.
    sqlite3_bind_text(m_statement, index, text.data() == nullptr ? "" : text.data(),
                      static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(int index, const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    return bind(index, QByteArrayView(utf8));
}

Statement& Statement::bind(int index, QByteArrayView text) {
    sqlite3_bind_text(m_statement, index, text.isEmpty() ? "" : text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(int index, qint64 number) {
    sqlite3_bind_int64(m_statement, index, number);
    return *this;
}

Statement& Statement::bindNull(int index) {
    sqlite3_bind_null(m_statement, index);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        sqlite3_reset(m_statement);
        m_database->raise(code, "step");
    }
    return false;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() noexcept {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data == nullptr ? QString() : QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data == nullptr ? QByteArray() : QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

Database::Database(const QString& path, const SecureBytes& key, Kind kind, const Nature& nature)
    : m_nature(nature) {
    const QByteArray file = path.isEmpty() ? QByteArrayLiteral(":memory:") : QFile::encodeName(path);
    // One thread at a time uses a connection, so SQLite need not lock for us.
    const int flags =
        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | (kind == Kind::Writer ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(file.constData(), &m_handle, flags, nullptr);
    try {
        if (code != SQLITE_OK) {
            raise(code, "open");
        }
        sqlite3_extended_result_codes(m_handle, 1);
        const QStringList version =
            text("PRAGMA cipher_version").section(QLatin1Char(' '), 0, 0).split(QLatin1Char('.'));
        const int major = version.value(0).toInt();
        if (major < minimumMajor || (major == minimumMajor && version.value(1).toInt() < minimumMinor)) {
            throw StorageError{Error::of(ErrorCode::StorageFailure, QStringLiteral("SQLCipher is too old"))};
        }
        // What goes wrong comes back as a result; SQLCipher need not print it as well.
        execute("PRAGMA cipher_log_level = NONE");
        if (!path.isEmpty()) {
            applyKey(key, nature.saltOfKey);
        }
        // Lock ends the process, so wiping every page buffer on free would only cost (performance.md).
        execute("PRAGMA cipher_memory_security = OFF");
        execute("PRAGMA temp_store = MEMORY");
        execute("PRAGMA foreign_keys = ON");
        execute("PRAGMA secure_delete = ON");
        execute("PRAGMA busy_timeout = 5000");
        execute("PRAGMA cell_size_check = ON");
    } catch (...) {
        sqlite3_close_v2(m_handle);
        throw;
    }
}

Database::~Database() {
    sqlite3_close_v2(m_handle);
}

void Database::applyKey(const SecureBytes& key, bool withSaltOfKey) {
    // PRAGMA key = "x'<64 hex digits>'": a raw key, so that opening derives nothing. 32 more are the salt.
    static constexpr std::string_view head = "PRAGMA key = \"x'";
    static constexpr std::string_view tail = "'\"";
    const SecureBytes hex = key.toHex();
    const QByteArray salt = withSaltOfKey ? saltFrom(key).toHex() : QByteArray();
    SecureBytes statement(head.size() + hex.size() + static_cast<std::size_t>(salt.size()) + tail.size() + 1);
    const auto target = statement.bytes();
    auto* out = reinterpret_cast<char*>(target.data());
    out = std::copy(head.begin(), head.end(), out);
    out = std::copy(hex.view().begin(), hex.view().end(), out);
    out = std::copy(salt.begin(), salt.end(), out);
    std::copy(tail.begin(), tail.end(), out);
    const int code =
        sqlite3_exec(m_handle, reinterpret_cast<const char*>(target.data()), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throw StorageError{Error::of(ErrorCode::StorageFailure, QStringLiteral("the key was not taken"))};
    }
    // Half the cost of SHA-512 where the processor has SHA instructions (performance.md).
    execute("PRAGMA cipher_page_size = 4096");
    execute("PRAGMA cipher_hmac_algorithm = HMAC_SHA256");
}

void Database::execute(const char* sql) {
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        raise(code, "execute");
    }
}

qint64 Database::number(const char* sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

QString Database::text(const char* sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.text(0) : QString();
}

void Database::raise(int code, const char* during) const {
    const int extended = m_handle == nullptr ? code : sqlite3_extended_errcode(m_handle);
    const ErrorCode meaning = codeFor(code);
    throw StorageError{Error::of(meaning == ErrorCode::CacheDamaged ? m_nature.damage : meaning,
                                 detailFor(extended, during))};
}

namespace {

/// The pages carry their own authenticators: if any of them is right, the key is right.
bool keyOpensAnyPage(const QString& path, const SecureBytes& key, const Nature& nature) {
    try {
        Database probe(path, key, Database::Kind::Reader, nature);
        const auto pages = QFileInfo(path).size() / pageSize;
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

std::unique_ptr<Database> openWriter(const QString& path, const SecureBytes& key, const Nature& nature) {
    try {
        auto database = std::make_unique<Database>(path, key, Database::Kind::Writer, nature);
        database->number("SELECT count(*) FROM sqlite_master");
        return database;
    } catch (StorageError& error) {
        if (error.error.code == ErrorCode::CacheWrongKey && keyOpensAnyPage(path, key, nature)) {
            error.error.code = nature.damage;
        }
        throw;
    }
}

void checkEveryPage(Database& database, Depth depth) {
    int complaints = 0;
    Statement cipher(database, "PRAGMA cipher_integrity_check");
    while (cipher.step()) {
        ++complaints;
    }
    if (complaints == 0) {
        Statement structure(database,
                            depth == Depth::Indexes ? "PRAGMA integrity_check" : "PRAGMA quick_check");
        while (structure.step()) {
            complaints += structure.text(0) == QLatin1StringView("ok") ? 0 : 1;
        }
    }
    if (complaints > 0) {
        throw StorageError{Error::of(database.damage(), QString::number(complaints) + u" complaints")};
    }
}

Transaction::Transaction(Database& database) : m_database(database) {
    m_database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (m_open && sqlite3_get_autocommit(m_database.handle()) == 0) {
        // A rollback that fails leaves the journal to the next open, which rolls it back.
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace carrel::storage
