// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>

#include <QDateTime>
#include <QJsonObject>

#include <initializer_list>
#include <utility>

namespace carrel::https {

/// A flat JSON object of texts, built where it is wiped: for bodies that hold passwords and codes. Values are
/// UTF-8; `extra` (nothing secret) is appended as further members.
SecureBytes secretJson(std::initializer_list<std::pair<QByteArrayView, QByteArrayView>> members,
                       const QJsonObject& extra = {});

SecureBytes plainJson(const QJsonObject& object);

/// An object, or ProtocolError.
Result<QJsonObject> parseObject(const QByteArray& body);
std::unexpected<Error> protocolError(const char* member);
/// RFC 3339 in UTC, or null.
QDateTime timeFrom(const QJsonValue& value);

} // namespace carrel::https
