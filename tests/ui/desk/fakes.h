// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/completion.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/drafts.h>
#include <core/ports/signing.h>
#include <core/ports/sync_status.h>

#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace carrel::test {

class FixedClock final : public Clock {
public:
    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds sinceBoot() const override { return std::chrono::milliseconds(0); }
    QDateTime m_now{QDate(2026, 11, 22), QTime(10, 42), QTimeZone::utc()};
};

class FakeOrders final : public ports::OrderView {
public:
    using Rows = Result<ports::Page<domain::Order>>;
    Async<ports::Page<domain::Order>> orders(ports::OrderQuery query) override {
        Rows rows = m_error ? Rows(fail(*m_error)) : Rows(pageOf(query));
        if (!m_holdsLists) {
            return ready<ports::Page<domain::Order>>(std::move(rows));
        }
        const auto held = makeCompletion<ports::Page<domain::Order>>();
        m_heldLists.push_back([held, rows] { held->finish(rows); });
        return held->future();
    }
    /// A slow disk works on.
    void letListsThrough() {
        m_holdsLists = false;
        for (const auto& each : std::exchange(m_heldLists, {})) {
            each();
        }
    }
    ports::Page<domain::Order> pageOf(const ports::OrderQuery& query) {
        std::vector<domain::Order> found;
        std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(found), [&](const domain::Order& each) {
            return (!query.state || each.state == *query.state) &&
                   (query.clinics.isEmpty() || query.clinics.contains(each.clinic));
        });
        const bool queue = query.state == domain::OrderState::AwaitingApproval;
        std::sort(found.begin(), found.end(), [queue](const domain::Order& a, const domain::Order& b) {
            return queue ? a.submittedAt < b.submittedAt : b.submittedAt < a.submittedAt;
        });
        const auto from = static_cast<std::size_t>(query.after.toInt());
        const auto to = std::min(found.size(), from + static_cast<std::size_t>(query.limit));
        ports::Page<domain::Order> page;
        for (std::size_t i = from; i < to; ++i) {
            page.rows.push_back(found[i]);
        }
        if (to < found.size()) {
            page.next = QString::number(to);
        }
        ++m_queries;
        return page;
    }
    Async<domain::Order> order(domain::OrderId id) override {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                        [&](const domain::Order& each) { return each.id == id; });
        return found == m_rows.end() ? ready<domain::Order>(fail(ErrorCode::NotFound))
                                     : ready<domain::Order>(*found);
    }
    std::vector<domain::Order> m_rows;
    std::optional<Error> m_error;
    int m_queries = 0;
    bool m_holdsLists = false;
    std::vector<std::function<void()>> m_heldLists;
};

class FakePatients final : public ports::PatientDirectory {
public:
    Async<ports::PatientReference> reference(domain::PatientId) override {
        return ready<ports::PatientReference>(fail(ErrorCode::NotFound));
    }
    Async<ports::Page<domain::Patient>> search(const ports::Receipt<ports::SearchOpening>&,
                                               ports::PatientQuery) override {
        return ready<ports::Page<domain::Patient>>(ports::Page<domain::Patient>());
    }
    Async<domain::Patient> patient(const ports::Receipt<ports::PatientOpening>&) override {
        return m_patient ? ready<domain::Patient>(*m_patient)
                         : ready<domain::Patient>(fail(ErrorCode::NotFound));
    }
    Async<domain::Chart> chart(const ports::Receipt<ports::PatientOpening>&) override {
        return m_chart ? ready<domain::Chart>(*m_chart) : ready<domain::Chart>(fail(ErrorCode::NotFound));
    }
    std::optional<domain::Patient> m_patient;
    std::optional<domain::Chart> m_chart;
};

/// Holds the backend's record; signing compares digests as the backend does.
class FakeSigning final : public ports::OrderSigning {
public:
    struct Attempt {
        QByteArray digest;
        QByteArray password;
        QByteArray code;
    };
    Async<domain::OrderReview> review(const ports::Receipt<ports::OrderOpening>& recorded) override {
        const domain::OrderId id = recorded.of().order;
        ++m_reviews;
        if (m_reviewError) {
            return ready<domain::OrderReview>(fail(*m_reviewError));
        }
        const auto found = std::find_if(m_records.begin(), m_records.end(),
                                        [&](const auto& each) { return each.content.id == id; });
        if (m_holdsReviews && found != m_records.end()) {
            const auto held = makeCompletion<domain::OrderReview>();
            m_heldReviews.push_back([held, record = *found] { held->finish(record); });
            return held->future();
        }
        return found == m_records.end() ? ready<domain::OrderReview>(fail(ErrorCode::NotFound))
                                        : ready<domain::OrderReview>(*found);
    }
    void letReviewsThrough() {
        m_holdsReviews = false;
        for (const auto& each : std::exchange(m_heldReviews, {})) {
            each();
        }
    }
    Async<ports::SigningRecord> sign(const domain::OrderContent& shown, ports::StepUpGrant grant) override {
        m_attempts.push_back({domain::digest(shown), grant.password().view().toByteArray(),
                              grant.code().view().toByteArray()});
        if (m_holdSigning) {
            m_held = makeCompletion<ports::SigningRecord>();
            return m_held->future();
        }
        if (m_signError) {
            return ready<ports::SigningRecord>(fail(*m_signError));
        }
        const auto found = std::find_if(m_records.begin(), m_records.end(),
                                        [&](const auto& each) { return each.content.id == shown.id; });
        if (found == m_records.end() || domain::digest(found->content) != domain::digest(shown)) {
            return ready<ports::SigningRecord>(
                fail(Error{ErrorCode::Conflict, {}, {}, QStringLiteral("content-changed")}));
        }
        return ready<ports::SigningRecord>(
            ports::SigningRecord{.order = shown.id,
                                 .auditId = QStringLiteral("AU-000451"),
                                 .signedAt = QDateTime(QDate(2026, 11, 22), QTime(10, 42), QTimeZone::utc()),
                                 .digest = domain::digest(shown)});
    }
    Async<ports::SigningRecord> outcome(const ports::PendingSignature& pending) override {
        m_asked.push_back(pending);
        m_question = makeCompletion<ports::SigningRecord>();
        return m_question->future();
    }
    /// What the backend says to the last question.
    void answer(Result<ports::SigningRecord> outcome) { m_question->finish(std::move(outcome)); }
    /// Signs the order as the backend has it, as somebody's earlier try did.
    ports::SigningRecord signedAs(std::size_t index, const QString& auditId) {
        domain::OrderReview& record = m_records[index];
        const ports::SigningRecord made{.order = record.content.id,
                                        .auditId = auditId,
                                        .signedAt =
                                            QDateTime(QDate(2026, 11, 22), QTime(10, 41), QTimeZone::utc()),
                                        .digest = domain::digest(record.content)};
        record.state = domain::OrderState::Approved;
        record.signature = {made.auditId, made.signedAt, made.digest};
        record.content.version += 1;
        return made;
    }
    std::vector<domain::OrderReview> m_records;
    std::vector<Attempt> m_attempts;
    std::vector<ports::PendingSignature> m_asked;
    std::shared_ptr<Completion<ports::SigningRecord>> m_question;
    std::shared_ptr<Completion<ports::SigningRecord>> m_held; ///< the answer to sign() while m_holdSigning
    bool m_holdSigning = false;
    std::optional<Error> m_signError;
    std::optional<Error> m_reviewError;
    int m_reviews = 0;
    bool m_holdsReviews = false;
    std::vector<std::function<void()>> m_heldReviews;
};

class FakeCommands final : public ports::CommandQueue {
    Q_OBJECT
public:
    using CommandQueue::CommandQueue;
    Async<ports::CommandReceipt> submit(domain::Command command) override {
        if (m_error) {
            return ready<ports::CommandReceipt>(fail(*m_error));
        }
        m_submitted.push_back(std::move(command));
        if (m_holdsReceipts) {
            m_held = makeCompletion<ports::CommandReceipt>();
            return m_held->future();
        }
        m_key = QUuid::createUuid();
        return ready<ports::CommandReceipt>(ports::CommandReceipt{m_key, ports::CommandOutcome::Pending, {}});
    }
    int pendingCount() const override { return 0; }
    void settleLast(ports::CommandOutcome outcome, Error error = {}) {
        Q_EMIT settled(ports::CommandReceipt{m_key, outcome, std::move(error)});
    }
    /// What the disk says to the command that it works on.
    void answer(Result<ports::CommandReceipt> receipt) { m_held->finish(std::move(receipt)); }
    std::vector<domain::Command> m_submitted;
    bool m_holdsReceipts = false;
    std::shared_ptr<Completion<ports::CommandReceipt>> m_held;
    QUuid m_key;
    std::optional<Error> m_error;
};

class FakeDrafts final : public ports::Drafts {
public:
    Async<void> save(QString key, QJsonObject draft) override {
        m_drafts.insert(key, draft);
        return ready<void>({});
    }
    Async<QJsonObject> load(QString key) override { return ready<QJsonObject>(m_drafts.value(key)); }
    Async<void> discard(QString key) override {
        m_drafts.remove(key);
        return ready<void>({});
    }
    QHash<QString, QJsonObject> m_drafts;
};

class FakeAudit final : public ports::AuditTrail {
public:
    Async<void> record(ports::AuditEvent event) override {
        if (m_error) {
            return ready<void>(fail(*m_error));
        }
        m_events.push_back(std::move(event));
        return ready<void>({});
    }
    std::vector<ports::AuditEvent> m_events;
    std::optional<Error> m_error;
};

class FakeSync final : public ports::SyncStatus {
    Q_OBJECT
public:
    using SyncStatus::SyncStatus;
    Connection connection() const override { return m_connection; }
    std::optional<Error> lastError() const override { return std::nullopt; }
    std::optional<QDateTime> asOf() const override { return m_asOf; }
    std::optional<QDateTime> asOf(domain::View) const override { return m_asOf; }
    int firstSyncPercent() const override { return -1; }
    int unreadable() const override { return 0; }
    int unreadable(domain::View) const override { return 0; }
    void refresh() override { ++m_refreshes; }
    void become(Connection connection) {
        m_connection = connection;
        Q_EMIT changed();
    }
    Connection m_connection = Connection::Online;
    std::optional<QDateTime> m_asOf{QDateTime(QDate(2026, 11, 22), QTime(10, 40), QTimeZone::utc())};
    int m_refreshes = 0;
};

} // namespace carrel::test
