// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <core/base/completion.h>
#include <core/ports/backend.h>

#include <QHash>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace carrel::test {

/// A backend that answers what the test tells it to, on the caller's thread. For faults that a real one does
/// not make on demand.
class ScriptedBackend final : public ports::WorkBackend {
public:
    struct Call {
        QString name;
        QJsonObject body;
        QUuid key;
    };
    /// What changes() answers, by view; CursorEnded and the like by returning an error.
    std::function<Result<QByteArray>(domain::View view, const QString& cursor)> onChanges;
    std::function<Result<ports::CommandAnswer>(const Call& call)> onCommand;
    std::function<Result<qint64>(const QJsonObject& batch)> onAudit;
    struct Approval {
        domain::OrderId order;
        int version = 0;
        QByteArray digest;
        QByteArray password;
        QByteArray code;
        QUuid key;
    };
    std::function<Result<ports::SigningRecord>(const Approval& approval)> onApprove;
    std::function<Result<domain::OrderReview>(const domain::OrderId& order)> onReview;
    std::vector<Approval> approvals;
    int reviews = 0;
    /// While true, commands stay unanswered until answerHeld().
    bool holdCommands = false;
    std::vector<Call> commands;
    std::vector<QJsonObject> batches;
    QList<std::pair<domain::View, QString>> pulls;

    Async<QByteArray> changes(domain::View view, QString cursor, int) override {
        pulls.append({view, cursor});
        return ready(onChanges(view, cursor));
    }

    Async<ports::CommandAnswer> command(QString name, QJsonObject body, QUuid idempotencyKey) override {
        const Call call{name, body, idempotencyKey};
        commands.push_back(call);
        if (!holdCommands) {
            return ready(onCommand(call));
        }
        m_held.push_back({makeCompletion<ports::CommandAnswer>(), call});
        return m_held.back().answer->future();
    }

    void answerHeld() {
        while (!m_held.empty()) {
            Held held = std::move(m_held.front());
            m_held.pop_front();
            held.answer->finish(onCommand(held.call));
        }
    }

    Async<domain::OrderReview> review(domain::OrderId order) override {
        ++reviews;
        return ready(onReview ? onReview(order) : Result<domain::OrderReview>(fail(ErrorCode::NotFound)));
    }
    Async<ports::SigningRecord> approve(domain::OrderId order, int version, QByteArray digest,
                                        ports::StepUpGrant grant, QUuid idempotencyKey) override {
        approvals.push_back({order, version, digest, grant.password().view().toByteArray(),
                             grant.code().view().toByteArray(), idempotencyKey});
        return ready(onApprove ? onApprove(approvals.back())
                               : Result<ports::SigningRecord>(fail(ErrorCode::NotFound)));
    }
    Async<qint64> uploadAudit(QJsonObject batch) override {
        batches.push_back(batch);
        return ready(onAudit(batch));
    }

private:
    struct Held {
        std::shared_ptr<Completion<ports::CommandAnswer>> answer;
        Call call;
    };
    std::deque<Held> m_held;
};

} // namespace carrel::test
