// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace carrel::gateway {

/// RFC 4648 base32 without padding, as authenticator apps take secrets.
QByteArray base32(QByteArrayView bytes);

/// What an authenticator app scans or takes as text.
QString otpauthUri(const QString& login, const QByteArray& base32Secret);

/// `carrel-backend user add | set-password | set-second-factor | revoke | list`. Secrets come from standard
/// input or are made here and printed once; they are never arguments.
int runUser(const QStringList& arguments);

} // namespace carrel::gateway
