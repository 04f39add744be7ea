// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "cache.h"
#include "storage.h"

#include <core/base/completion.h>
#include <core/files/file_lock.h>
#include <core/journal/journal.h>

#include <QThreadPool>

#include <atomic>
#include <memory>
#include <mutex>
#include <type_traits>

namespace carrel::cache {

/// What the writer's thread has in hand: the copy of the backend's views, which may go at any time, and the
/// acts, which may not. No transaction spans both. An act stands once the journal has it; its picture in the
/// views follows.
struct Files {
    Database& views;
    journal::Journal& journal;
};

/// The files, each connection with its thread, and what guards them. In memory there is one thread.
class Engine final {
public:
    /// Throws StorageError for the journal, the lock and the disk. Views that cannot be used are made anew.
    Engine(OpenOptions options, const Clock& clock);
    Q_DISABLE_COPY_MOVE(Engine)
    ~Engine();

    /// Runs `work(Files)` or, for what the views have no part in, `work(Journal&)` on the writer thread, in
    /// order.
    template <typename Work> auto write(Work work) { return run(m_writing, std::move(work), Kind::Write, 0); }
    /// As write(), for what a person reads: LeaseExpired after the lease.
    template <typename Work> auto recall(Work work) {
        return run(m_writing, std::move(work), Kind::Recall, 0);
    }
    /// Runs `work(Database&)` on the reader thread, on the views; LeaseExpired after the lease.
    template <typename Work> auto read(Work work) {
        return run(readingPool(), std::move(work), Kind::Read, 0);
    }
    /// As read(), but a later search() with `supersedes` ends it with Cancelled.
    template <typename Work> auto search(bool supersedes, Work work) {
        const quint64 generation = supersedes ? ++m_searches : m_searches.load();
        return run(readingPool(), std::move(work), Kind::Read, generation);
    }

    /// With a connection and a thread of its own.
    Async<void> verify();

    const OpenOptions& options() const { return m_options; }
    const Opening& opening() const { return m_opening; }
    bool inMemory() const { return m_options.path.isEmpty(); }

private:
    enum class Kind { Read, Write, Recall };

    /// What the work asks for decides what it gets: the journal is there when the views are not.
    template <typename Work> static constexpr bool takesFiles = std::is_invocable_v<Work&, Files>;
    template <typename Work>
    static constexpr bool takesJournal = std::is_invocable_v<Work&, journal::Journal&>;
    template <typename Work>
    using On = std::conditional_t<takesFiles<Work>, Files,
                                  std::conditional_t<takesJournal<Work>, journal::Journal&, Database&>>;

    template <typename Work> auto run(QThreadPool& pool, Work work, Kind kind, quint64 generation) {
        using Value = std::invoke_result_t<Work&, On<Work>>;
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
            if constexpr (takesFiles<Work>) {
                return resultOf<Value>(work, files());
            } else if constexpr (takesJournal<Work>) {
                return resultOf<Value>(work, *m_journal);
            } else {
                const std::scoped_lock lock(m_readerInUse);
                const SearchGuard guard(*this, generation);
                return resultOf<Value>(work, reader());
            }
        } catch (const StorageError& error) {
            return std::unexpected(explained(error.error));
        } catch (const std::exception& error) {
            return fail(ErrorCode::Internal, QLatin1StringView("cache: ") + QLatin1StringView(error.what()));
        }
    }

    template <typename Value, typename Work> static Result<Value> resultOf(Work& work, On<Work> on) {
        if constexpr (std::is_void_v<Value>) {
            work(on);
            return {};
        } else {
            return work(on);
        }
    }

    /// Lets SQLite ask, while a search runs, whether it is still wanted.
    class SearchGuard final {
    public:
        SearchGuard(Engine& engine, quint64 generation);
        Q_DISABLE_COPY_MOVE(SearchGuard)
        ~SearchGuard();

    private:
        static int unwanted(void* self);
        Engine& m_engine;
        Database& m_database;
        quint64 m_generation;
    };

    void admit(Kind kind, quint64 generation) const;
    bool superseded(quint64 generation) const { return generation != 0 && generation != m_searches; }
    QThreadPool& readingPool() { return inMemory() ? m_writing : m_reading; }
    void lockFolder();
    void openJournal();
    void openViews();
    void openViewsOrMakeThem();
    void compareMarks();
    Files files();
    Database& reader();
    void redrawIfStale();
    Error explained(Error error);
    void makeViewsAnew();

    OpenOptions m_options;
    const Clock& m_clock;
    Opening m_opening;
    std::unique_ptr<FileLock> m_lock;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<Database> m_writer;
    std::mutex m_readerInUse; ///< held while a read runs, and while the views are made anew under it
    std::unique_ptr<Database> m_reader;
    std::atomic<bool> m_draining = false;
    std::atomic<int> m_damages = 0; ///< found in the views by this process
    std::atomic<quint64> m_searches = 0;
    QThreadPool m_writing;
    QThreadPool m_reading;
    QThreadPool m_checking;
};

} // namespace carrel::cache
