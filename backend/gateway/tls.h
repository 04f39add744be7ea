// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

struct ssl_ctx_st;

namespace carrel::gateway {

/// Prepares a server context: TLS 1.2 or newer, forward secrecy and authenticated encryption only, the
/// certificate chain and its key. False when a file does not fit; why is on OpenSSL's error queue.
bool configureTls(ssl_ctx_st& context, const QString& certificateFile, const QString& keyFile);

/// The newest entry of OpenSSL's error queue as a sentence, and an empty queue.
QString takeTlsError();

} // namespace carrel::gateway
