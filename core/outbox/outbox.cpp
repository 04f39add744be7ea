// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "outbox.h"

#include <core/audit/audit_chain.h>
#include <core/base/completion.h>
#include <core/base/error_class.h>
#include <core/base/when_done.h>

#include <algorithm>
#include <memory>

namespace carrel::outbox {

namespace {

/// Null for an error after which the same command may still succeed: it is sent again with the same key.
std::optional<ports::CommandOutcome> finalOutcome(const Error& error) {
    const ErrorClass kind = classOf(error);
    if (kind != ErrorClass::Refused && kind != ErrorClass::NotEntitled) {
        return std::nullopt;
    }
    return error.code == ErrorCode::Conflict ? ports::CommandOutcome::Conflict
                                             : ports::CommandOutcome::Rejected;
}

} // namespace

Outbox::Outbox(ports::OutboxStore& store, ports::WorkBackend& backend, const Clock& clock, QObject* parent)
    : Outbox(store, backend, clock, Pace{}, parent) {}

Outbox::Outbox(ports::OutboxStore& store, ports::WorkBackend& backend, const Clock& clock, Pace pace,
               QObject* parent)
    : ports::CommandQueue(parent)
    , m_store(store)
    , m_backend(backend)
    , m_clock(clock)
    , m_pace(pace)
    , m_retry(pace.retry) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Outbox::tryAgain);
}

void Outbox::start() {
    if (!m_stopped) {
        return;
    }
    m_stopped = false;
    load();
}

void Outbox::load() {
    whenDone(m_store.unsettled(), this, [this](const Result<std::vector<ports::StoredCommand>>& kept) {
        if (!kept) {
            retryLater(kept.error());
            return;
        }
        // What was submitted since start() is in the file as well: once is enough.
        std::deque<ports::StoredCommand> all(kept->begin(), kept->end());
        std::swap(m_waiting, all);
        for (ports::StoredCommand& command : all) {
            if (!isWaiting(command.key)) {
                m_waiting.push_back(std::move(command));
            }
        }
        m_loaded = true;
        setPending(static_cast<int>(m_waiting.size()));
        sendNext();
    });
}

void Outbox::stop() {
    m_stopped = true;
    m_timer.stop();
}

void Outbox::wake() {
    m_paused = false;
    if (!m_timer.isActive()) {
        sendNext();
    } else if (!m_retry.isAskedFor()) {
        m_timer.stop();
        m_retry.reset();
        tryAgain();
    }
}

void Outbox::tryAgain() {
    if (m_loaded) {
        sendNext();
    } else {
        load();
    }
}

Async<ports::CommandReceipt> Outbox::submit(domain::Command command) {
    const domain::Subject subject = subjectOf(command);
    const QString subjectId = subjectIdOf(command);
    const ports::StoredCommand stored{.key = QUuid::createUuid(),
                                      .name = nameOf(command),
                                      .subject = QString(subject.type + u'/' + subjectId),
                                      .body = bodyOf(command),
                                      .at = m_clock.now()};
    // Clinic and patient come from the cache, which knows what the command is about.
    const ports::AuditEvent event{.act = actOf(command),
                                  .purpose = purposeOf(command),
                                  .clinic = {},
                                  .patient = {},
                                  .subjectType = subject.type,
                                  .subjectId = subjectId};
    const auto seal = [event, at = stored.at](const ports::ChainHead& head,
                                              const ports::CommandSubject& about) {
        ports::AuditEvent filled = event;
        filled.clinic = about.clinic;
        filled.patient = about.patient;
        return audit::sealer(filled, at)(head);
    };
    auto receipt = makeCompletion<ports::CommandReceipt>();
    whenDone(m_store.enqueue(stored, seal), this,
             [this, receipt, view = subject.view](const Result<ports::StoredCommand>& kept) {
                 if (!kept) {
                     receipt->finish(fail(kept.error()));
                     return;
                 }
                 receipt->finish(ports::CommandReceipt{.idempotencyKey = kept->key,
                                                       .outcome = ports::CommandOutcome::Pending,
                                                       .error = {},
                                                       .result = {}});
                 taken(*kept, view);
             });
    return receipt->future();
}

void Outbox::taken(const ports::StoredCommand& command, domain::View view) {
    Q_EMIT viewChanged(view);
    Q_EMIT recorded();
    if (!isWaiting(command.key)) {
        m_waiting.push_back(command);
        setPending(m_pending + 1);
    }
    sendNext();
}

bool Outbox::isWaiting(const QUuid& key) const {
    return std::any_of(m_waiting.begin(), m_waiting.end(),
                       [&key](const ports::StoredCommand& command) { return command.key == key; });
}

void Outbox::sendNext() {
    if (m_stopped || m_paused || !m_loaded || m_timer.isActive()) {
        return;
    }
    // Whatever is in flight stays at its place in m_waiting, so later commands of its subject wait.
    QSet<QString> seen;
    std::vector<ports::StoredCommand> next;
    for (const ports::StoredCommand& command : m_waiting) {
        if (m_busySubjects.size() + static_cast<qsizetype>(next.size()) >= m_pace.inFlight) {
            break;
        }
        if (!seen.contains(command.subject) && !m_busySubjects.contains(command.subject)) {
            next.push_back(command);
        }
        seen.insert(command.subject);
    }
    for (const ports::StoredCommand& command : next) {
        send(command);
    }
}

void Outbox::send(const ports::StoredCommand& command) {
    m_busySubjects.insert(command.subject);
    whenDone(m_backend.command(command.name, command.body, command.key), this,
             [this, command](const Result<ports::CommandAnswer>& answer) { answered(command, answer); });
}

void Outbox::answered(const ports::StoredCommand& command, const Result<ports::CommandAnswer>& answer) {
    if (answer) {
        settle(command, {.idempotencyKey = command.key,
                         .outcome = ports::CommandOutcome::Confirmed,
                         .error = {},
                         .result = answer->result});
        return;
    }
    const Error& error = answer.error();
    if (const auto outcome = finalOutcome(error)) {
        settle(command, {.idempotencyKey = command.key, .outcome = *outcome, .error = error, .result = {}});
        return;
    }
    m_busySubjects.remove(command.subject);
    if (classOf(error) == ErrorClass::SessionOver) {
        m_paused = true;
        Q_EMIT sessionEnded(error);
        return;
    }
    retryLater(error);
}

void Outbox::settle(const ports::StoredCommand& command, const ports::CommandReceipt& receipt) {
    m_retry.reset();
    whenDone(m_store.settle(command.key, receipt.outcome), this,
             [this, command, receipt](const Result<domain::View>& view) {
                 m_busySubjects.remove(command.subject);
                 if (!view) {
                     // The answer could not be kept: the command is sent again and answered the same.
                     retryLater(view.error());
                     return;
                 }
                 std::erase_if(m_waiting, [&command](const ports::StoredCommand& other) {
                     return other.key == command.key;
                 });
                 setPending(m_pending - 1);
                 Q_EMIT viewChanged(*view);
                 Q_EMIT settled(receipt);
                 sendNext();
             });
}

void Outbox::retryLater(const Error& why) {
    // Commands that fail side by side count once, but a wait that the backend asks for is not to be missed.
    const bool asked = why.retryAfter.count() > 0;
    if (!m_stopped && (asked || !m_timer.isActive())) {
        m_timer.start(m_retry.next(why));
    }
}

void Outbox::setPending(int pending) {
    if (pending != m_pending) {
        m_pending = pending;
        Q_EMIT pendingCountChanged(pending);
    }
}

} // namespace carrel::outbox
