// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QNetworkReply>

#include <optional>

namespace carrel::https {

/// The error of a call that got no complete answer; nothing if HTTP itself went well. `tlsProblem` is Qt's
/// text of what was wrong with the certificate, empty if nothing was.
std::optional<Error> transportError(QNetworkReply::NetworkError error, const QString& tlsProblem);

/// The error that a contract's problem document means (RFC 9457). The server's own words stay out of it: only
/// its code, and `field` and `reason` where they are machine-readable names. `retryAfterHeader` is the
/// answer's `Retry-After`, empty if it has none; whatever is longer counts, it or the document's
/// `retry_after`. An answer that is no problem document is ProtocolError, or BackendUnavailable where
/// something between says that the backend is away (502, 503, 504).
Error problemError(int status, const QByteArray& body, const QByteArray& retryAfterHeader);

} // namespace carrel::https
