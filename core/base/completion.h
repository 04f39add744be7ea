// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>

#include <memory>

namespace carrel {

/// The giving end of an Async. Shared by the steps that lead to the value; if all of them go away without one
/// (their receiver was destroyed), the Async finishes with Cancelled, so that it always finishes. One thread
/// at a time.
template <typename T> class Completion final {
public:
    Completion() { m_promise.start(); }
    ~Completion() { finish(fail(ErrorCode::Cancelled)); }
    Q_DISABLE_COPY_MOVE(Completion)

    Async<T> future() const { return m_promise.future(); }
    /// The first value counts.
    void finish(Result<T> result) {
        if (!m_finished) {
            m_finished = true;
            m_promise.addResult(std::move(result));
            m_promise.finish();
        }
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_finished = false;
};

template <typename T> std::shared_ptr<Completion<T>> makeCompletion() {
    return std::make_shared<Completion<T>>();
}

} // namespace carrel
