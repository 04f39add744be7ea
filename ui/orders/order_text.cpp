// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_text.h"

#include <core/base/error_class.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/widgets.h>

#include <QCoreApplication>

namespace carrel::orders {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(carrel::orders::Text)
};

QString tooManyText(const Error& error) {
    if (error.retryAfter.count() > 0) {
        return Text::tr("Too many wrong tries. Nothing was signed. Try again in %n seconds.", nullptr,
                        static_cast<int>(error.retryAfter.count()));
    }
    return Text::tr("Too many wrong tries. Nothing was signed. Wait half a minute, then try once more.");
}

QString mayNotSignText() {
    return Text::tr(
        "You may not sign this order. Signing needs your NPI, a DEA number if a line is a controlled "
        "medicine, and this clinic; ask your administrator.");
}

} // namespace

QString clinicTime(const domain::Account& account, const domain::ClinicId& clinic, const QDateTime& instant) {
    return format::dateTime(instant, format::zoneOf(account, clinic));
}

QString offlineSigningText() {
    return Text::tr("Signing needs the server. You can read; sign when Carrel is online again.");
}

QString untrustedSigningText() {
    return Text::tr("Signing needs the server, which could not prove that it is your clinic's. You can read; "
                    "call your IT support.");
}

bool leavesOpen(const Error& error) {
    // What went wrong on this computer did so before anything was sent.
    const ErrorClass kind = classOf(error);
    return !isAnswer(kind) && kind != ErrorClass::Local;
}

QString unknownOutcomeText(bool asking, bool trusted) {
    const QString text =
        asking ? Text::tr("It is not known yet whether this order was signed. Carrel is asking the server. "
                          "Do not sign it elsewhere.")
               : Text::tr("It is not known whether this order was signed. Carrel asks the server again when "
                          "you next sign in. Do not sign it elsewhere.");
    return trusted
               ? text
               : QString(
                     text + u' ' +
                     Text::tr("The server could not prove that it is your clinic's: call your IT support."));
}

QString unknownStateText() {
    return Text::tr("Not known yet");
}

QString reviewErrorText(const Error& error) {
    return error.code == ErrorCode::NotAllowed ? mayNotSignText() : kit::errorText(error);
}

QString signErrorText(const Error& error) {
    if (leavesOpen(error)) {
        return unknownOutcomeText(true, true);
    }
    if (error.reason == QLatin1StringView("signature-not-received")) {
        return Text::tr(
            "The server says that this order is not signed: your signature did not arrive. Type your "
            "password and a new code to sign it.");
    }
    if (error.reason == QLatin1StringView("lines-missing")) {
        return Text::tr(
            "This order has not as many lines as were submitted, so the server refused it. Nothing "
            "was signed. Decline it and ask for a new one.");
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
        return Text::tr("Nothing was signed.") + u' ' + mayNotSignText();
    default:
        return kit::errorText(error);
    }
}

} // namespace carrel::orders
