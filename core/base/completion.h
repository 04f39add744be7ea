// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>

#include <QFutureInterface>

#include <memory>

namespace carrel {

/// The giving end of an Async. Shared by the steps that lead to the value; if all of them go away without one
/// (their receiver was destroyed), the Async finishes with Cancelled, so that it always finishes. One thread
/// at a time.
///
/// Use it instead of a QPromise wherever a continuation may take the result: QFuture::takeResult() resets the
/// shared state, and a QPromise that is destroyed after that believes that it never finished, cancels, and
/// runs the continuation a second time (seen with Qt 6.4.2). Hence the QFutureInterface here.
template <typename T> class Completion final {
public:
    Completion() { m_giver.reportStarted(); }
    ~Completion() { finish(fail(ErrorCode::Cancelled)); }
    Q_DISABLE_COPY_MOVE(Completion)

    Async<T> future() { return m_giver.future(); }
    /// The first value counts.
    void finish(Result<T> result) {
        if (!m_finished) {
            m_finished = true;
            m_giver.reportResult(std::move(result));
            m_giver.reportFinished();
        }
    }

private:
    QFutureInterface<Result<T>> m_giver;
    bool m_finished = false;
};

template <typename T> std::shared_ptr<Completion<T>> makeCompletion() {
    return std::make_shared<Completion<T>>();
}

} // namespace carrel
