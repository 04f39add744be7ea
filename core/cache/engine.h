// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "cache.h"
#include "database.h"

#include <core/base/completion.h>

#include <QLockFile>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <type_traits>

namespace carrel::cache {

/// The two connections, each with its thread, and what guards them. A cache in memory has one of both.
class Engine final {
public:
    /// Throws StorageError.
    Engine(OpenOptions options, const Clock& clock);
    Q_DISABLE_COPY_MOVE(Engine)
    ~Engine();

    /// Runs `work(Database&)` on the writer thread, in order.
    template <typename Work> auto write(Work work) { return run(m_writing, std::move(work), Kind::Write, 0); }
    /// Runs `work(Database&)` on the reader thread; LeaseExpired after the lease.
    template <typename Work> auto read(Work work) {
        return run(readingPool(), std::move(work), Kind::Read, 0);
    }
    /// As read(), but a later search() with `supersedes` ends it with Cancelled.
    template <typename Work> auto search(bool supersedes, Work work) {
        const quint64 generation = supersedes ? ++m_searches : m_searches.load();
        return run(readingPool(), std::move(work), Kind::Read, generation);
    }

    const OpenOptions& options() const { return m_options; }

private:
    enum class Kind { Read, Write };

    template <typename Work>
    auto run(QThreadPool& pool, Work work, Kind kind, quint64 generation)
        -> Async<std::invoke_result_t<Work&, Database&>> {
        using Value = std::invoke_result_t<Work&, Database&>;
        // Shared, because QThreadPool copies what it runs.
        auto done = makeCompletion<Value>();
        auto task = std::make_shared<Work>(std::move(work));
        pool.start(
            [this, done, task, kind, generation] { done->finish(attempt<Value>(*task, kind, generation)); });
        return done->future();
    }

    template <typename Value, typename Work>
    Result<Value> attempt(Work& work, Kind kind, quint64 generation) noexcept {
        try {
            admit(kind, generation);
            const SearchGuard guard(*this, kind, generation);
            Database& database = kind == Kind::Read && m_reader ? *m_reader : *m_writer;
            if constexpr (std::is_void_v<Value>) {
                work(database);
                return {};
            } else {
                return work(database);
            }
        } catch (const StorageError& error) {
            return std::unexpected(error.error);
        } catch (const std::exception& error) {
            return fail(ErrorCode::Internal, QLatin1StringView("cache: ") + QLatin1StringView(error.what()));
        }
    }

    /// Lets SQLite ask, while a search runs, whether it is still wanted.
    class SearchGuard final {
    public:
        SearchGuard(Engine& engine, Kind kind, quint64 generation);
        Q_DISABLE_COPY_MOVE(SearchGuard)
        ~SearchGuard();

    private:
        static int unwanted(void* self);
        Engine& m_engine;
        Database* m_database = nullptr;
        quint64 m_generation;
    };

    void admit(Kind kind, quint64 generation) const;
    bool superseded(quint64 generation) const { return generation != 0 && generation != m_searches; }
    QThreadPool& readingPool() { return m_options.path.isEmpty() ? m_writing : m_reading; }
    void lockFile();
    void prepareFile();

    OpenOptions m_options;
    const Clock& m_clock;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Database> m_writer;
    std::unique_ptr<Database> m_reader;
    std::atomic<bool> m_draining = false;
    std::atomic<quint64> m_searches = 0;
    QThreadPool m_writing;
    QThreadPool m_reading;
};

} // namespace carrel::cache
