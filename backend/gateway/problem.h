// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace carrel::gateway {

/// An RFC 9457 problem document as the contract has it. Texts are constants: nothing of a request or of the
/// database's error texts can get into one.
struct Problem {
    int status = 500;
    QLatin1StringView code = {};
    QLatin1StringView title = {};
    QLatin1StringView detail = {};
    QLatin1StringView field = {};
    QLatin1StringView rule = {};
    int retryAfter = 0; ///< seconds; 0 = none

    QByteArray toJson(const QString& requestId) const;

    static Problem invalidInput(QLatin1StringView field, QLatin1StringView rule, int status = 400);
    static Problem notFound();
    static Problem wrongMethod();
    static Problem tooLarge();
    static Problem unavailable(int retryAfterSeconds);
    static Problem internal();
};

} // namespace carrel::gateway
