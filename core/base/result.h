// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QFuture>
#include <QPromise>

#include <expected>

namespace carrel {

/// A value or an Error. Ignoring one is a warning.
template <typename T> using Result = std::expected<T, Error>;

/// A Result that comes later. It finishes exactly once, always with one result (design rule 4): never
/// cancelled without a value. Attach with whenDone(future, context, fn), once.
template <typename T> using Async = QFuture<Result<T>>;

inline std::unexpected<Error> fail(ErrorCode code, QString detail = {}) {
    return std::unexpected(Error::of(code, std::move(detail)));
}

inline std::unexpected<Error> fail(Error error) {
    return std::unexpected(std::move(error));
}

/// An Async that is finished already.
template <typename T> Async<T> ready(Result<T> result) {
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace carrel
