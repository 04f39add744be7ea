// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_text.h"

#include <ui/format/pseudonymous/text.h>
#include <ui/kit/widgets.h>

#include <QCoreApplication>

namespace carrel::orders {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(carrel::orders::Text)
};

QString tooManyText(const Error& error) {
    bool known = false;
    const int seconds = error.reason.toInt(&known);
    if (known && seconds > 0) {
        return Text::tr("Too many wrong tries. Nothing was signed. Try again in %n second(s).", nullptr,
                        seconds);
    }
    return Text::tr("Too many wrong tries. Nothing was signed. Wait half a minute, then try once more.");
}

} // namespace

QString clinicTime(const domain::Account& account, const domain::ClinicId& clinic, const QDateTime& instant) {
    return format::dateTime(instant, format::zoneOf(account, clinic));
}

QString offlineSigningText() {
    return Text::tr("Signing needs the server. You can read; sign when Carrel is online again.");
}

bool isBackendAway(ErrorCode code) {
    return code == ErrorCode::BackendUnavailable || code == ErrorCode::Timeout ||
           code == ErrorCode::UnknownHost || code == ErrorCode::UntrustedCertificate;
}

QString signErrorText(const Error& error) {
    if (error.code == ErrorCode::Timeout) {
        return Text::tr(
            "The server did not answer in time, so it is not certain whether this order was signed. "
            "Check its state in the list before you sign again.");
    }
    if (isBackendAway(error.code)) {
        return offlineSigningText();
    }
    switch (error.code) {
    case ErrorCode::WrongCredentials:
        return Text::tr("That password is wrong. Nothing was signed. Type your password and a code again.");
    case ErrorCode::WrongCode:
        return Text::tr("That code is wrong. Nothing was signed. Type your password and the code that your "
                        "authenticator shows now.");
    case ErrorCode::CodeAlreadyUsed:
        return Text::tr("That code was used already. Nothing was signed. Wait for the next code.");
    case ErrorCode::TooManyAttempts:
        return tooManyText(error);
    case ErrorCode::NotAllowed:
        if (error.reason == QLatin1StringView("second-factor-ended")) {
            return kit::errorText(error);
        }
        return Text::tr(
            "You may not sign this order. Nothing was signed. Signing needs your NPI, a DEA number "
            "if a line is a controlled medicine, and this clinic; ask your administrator.");
    default:
        return kit::errorText(error);
    }
}

} // namespace carrel::orders
