// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>

#include <QFutureWatcher>
#include <QObject>

#include <type_traits>
#include <utility>

namespace carrel {

/// Runs `then(result)` on `context`'s thread once `future` has finished, and never if `context` is gone
/// before. Call on that thread. Always later, from the event loop, even if `future` has finished already:
/// set your state before calling. One continuation per future: a result that cannot be copied is taken.
/// What `then` captured goes as soon as it has run, or with `context`.
///
/// Qt 6.4's own `QFuture::then(context, …)` asserts, and races with the destructor, when the context goes
/// first while the future finishes on another thread.
template <typename T, typename Then> void whenDone(const Async<T>& future, QObject* context, Then then) {
    auto* const watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         auto once = std::move(then);
                         Async<T> finished = watcher->future();
                         // A promise that was dropped finishes without a result: its owner is gone.
                         if (finished.resultCount() == 0) {
                             return;
                         }
                         if constexpr (std::is_copy_constructible_v<Result<T>>) {
                             once(finished.result());
                         } else {
                             once(finished.takeResult());
                         }
                     });
    watcher->setFuture(future);
}

} // namespace carrel
