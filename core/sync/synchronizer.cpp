// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "synchronizer.h"

#include <core/base/error_class.h>
#include <core/base/when_done.h>

#include <algorithm>

namespace carrel::sync {

namespace {

// What the day needs comes first: a first pass over a million patients must not keep its carts and orders
// away.
constexpr domain::View order[] = {domain::View::Schedule,  domain::View::Catalogue, domain::View::Carts,
                                  domain::View::Orders,    domain::View::Patients,  domain::View::Charts,
                                  domain::View::Operations};

/// A view is asked for because it was granted: whoever may not have it is not who signed in any more.
bool endsSession(const Error& error) {
    const ErrorClass kind = classOf(error);
    return kind == ErrorClass::SessionOver || kind == ErrorClass::NotEntitled;
}

} // namespace

Synchronizer::Synchronizer(ports::SyncStore& store, ports::WorkBackend& backend,
                           const domain::Account& account, QObject* parent)
    : Synchronizer(store, backend, account, Pace{}, parent) {}

Synchronizer::Synchronizer(ports::SyncStore& store, ports::WorkBackend& backend,
                           const domain::Account& account, Pace pace, QObject* parent)
    : ports::SyncStatus(parent)
    , m_store(store)
    , m_backend(backend)
    , m_pace(pace)
    , m_retry(pace.retry) {
    for (const domain::View view : order) {
        (account.sees(view) ? m_views : m_notGranted).push_back(view);
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Synchronizer::beginPass);
}

void Synchronizer::start() {
    if (!m_stopped) {
        return;
    }
    m_stopped = false;
    // What was granted once and is not any more leaves the file.
    for (const domain::View view : m_notGranted) {
        whenDone(m_store.drop(view), this, [this](const Result<void>& dropped) {
            if (!dropped) {
                setConnection(m_connection, dropped.error());
            }
        });
    }
    loadProgress(0);
}

void Synchronizer::stop() {
    m_stopped = true;
    m_timer.stop();
}

void Synchronizer::loadProgress(std::size_t index) {
    if (index == m_views.size()) {
        m_loaded = true;
        Q_EMIT changed();
        beginPass();
        return;
    }
    whenDone(m_store.progress(m_views[index]), this,
             [this, index](const Result<ports::ViewProgress>& progress) {
                 if (progress) {
                     m_progress[m_views[index]] = *progress;
                 } else {
                     setConnection(m_connection, progress.error());
                 }
                 loadProgress(index + 1);
             });
}

std::optional<QDateTime> Synchronizer::asOf(domain::View view) const {
    const auto found = m_progress.constFind(view);
    return found == m_progress.constEnd() ? std::nullopt : found->asOf;
}

std::optional<QDateTime> Synchronizer::asOf() const {
    std::optional<QDateTime> oldest;
    for (const domain::View view : m_views) {
        const auto at = asOf(view);
        if (!at) {
            return std::nullopt;
        }
        oldest = oldest ? std::min(*oldest, *at) : *at;
    }
    return oldest;
}

int Synchronizer::firstSyncPercent() const {
    qint64 received = 0;
    qint64 total = 0;
    bool first = !m_loaded;
    for (const domain::View view : m_views) {
        const ports::ViewProgress progress = m_progress.value(view);
        first = first || !progress.everComplete;
        received += progress.complete ? progress.total : std::min(progress.received, progress.total);
        total += progress.total;
    }
    if (!first) {
        return -1;
    }
    // 100 is for when it is done.
    return total == 0 ? 0 : static_cast<int>(std::min<qint64>(99, received * 100 / total));
}

int Synchronizer::unreadable(domain::View view) const {
    return m_progress.value(view).unreadable;
}

int Synchronizer::unreadable() const {
    int sum = 0;
    for (const domain::View view : m_views) {
        sum += unreadable(view);
    }
    return sum;
}

void Synchronizer::refresh() {
    m_again = m_running;
    const bool backendAsksToWait = m_timer.isActive() && m_retry.isAskedFor();
    if (!m_running && m_loaded && !backendAsksToWait) {
        beginPass();
    }
}

void Synchronizer::beginPass() {
    if (m_stopped || m_running) {
        return;
    }
    m_timer.stop();
    m_running = true;
    pull(0);
}

void Synchronizer::pull(std::size_t index) {
    if (m_stopped) {
        m_running = false;
        return;
    }
    if (index == m_views.size()) {
        endPass();
        return;
    }
    if (index == 0) {
        m_round.start();
        m_again = false;
    }
    const domain::View view = m_views[index];
    whenDone(m_backend.changes(view, m_progress[view].cursor, m_pace.pageSize), this,
             [this, index](const Result<QByteArray>& page) {
                 if (page) {
                     store(index, *page);
                 } else if (page.error().code == ErrorCode::CursorEnded) {
                     startAfresh(index);
                 } else {
                     failed(page.error());
                 }
             });
}

void Synchronizer::store(std::size_t index, const QByteArray& page) {
    whenDone(m_store.apply(m_views[index], page), this,
             [this, index](const Result<ports::AppliedPage>& result) {
                 if (result) {
                     applied(index, *result);
                 } else if (result.error().code == ErrorCode::CursorEnded) {
                     startAfresh(index); // the cache's rows went meanwhile, and the cursor with them
                 } else {
                     failed(result.error());
                 }
             });
}

void Synchronizer::applied(std::size_t index, const ports::AppliedPage& page) {
    const domain::View view = m_views[index];
    m_progress[view] = page.progress;
    m_freshStarts = 0;
    setConnection(Connection::Online, std::nullopt);
    if (page.changed > 0 || page.removed > 0) {
        Q_EMIT viewChanged(view);
    }
    Q_EMIT changed();
    if (page.more) {
        // A long view goes on where it was after the others have been asked for what is new in them.
        pull(isRoundDue() ? 0 : index);
    } else {
        pull(index + 1);
    }
}

bool Synchronizer::isRoundDue() const {
    return m_again || std::chrono::milliseconds(m_round.elapsed()) >= m_pace.interval;
}

void Synchronizer::startAfresh(std::size_t index) {
    // A backend that ends a cursor which it has not given yet would keep us busy for nothing.
    if (++m_freshStarts > static_cast<int>(m_views.size()) + 1) {
        m_freshStarts = 0;
        failed(Error::of(ErrorCode::ProtocolError, QStringLiteral("every cursor is refused")));
        return;
    }
    const domain::View view = m_views[index];
    whenDone(m_store.startAfresh(view), this, [this, index, view](const Result<void>& done) {
        if (!done) {
            failed(done.error());
            return;
        }
        ports::ViewProgress& progress = m_progress[view];
        progress.cursor.clear();
        progress.complete = false;
        progress.received = 0;
        progress.total = 0;
        progress.unreadable = 0;
        pull(index);
    });
}

void Synchronizer::endPass() {
    m_running = false;
    m_retry.reset();
    if (m_again) {
        beginPass();
        return;
    }
    m_timer.start(m_pace.interval);
}

void Synchronizer::failed(const Error& error) {
    m_running = false;
    setConnection(classOf(error) == ErrorClass::Untrusted ? Connection::Untrusted : Connection::Offline,
                  error);
    if (endsSession(error)) {
        stop();
        Q_EMIT sessionEnded(error);
        return;
    }
    if (m_stopped) {
        return;
    }
    m_timer.start(m_retry.next(error));
}

void Synchronizer::setConnection(Connection connection, std::optional<Error> error) {
    const auto code = [](const std::optional<Error>& one) {
        return one ? std::optional(one->code) : std::nullopt;
    };
    const bool differs = connection != m_connection || code(error) != code(m_lastError);
    m_connection = connection;
    m_lastError = std::move(error);
    if (differs) {
        Q_EMIT changed();
    }
}

} // namespace carrel::sync
