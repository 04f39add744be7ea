// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/widgets.h>
#include <ui/signin/sign_in_errors.h>

#include <QCoreApplication>

namespace carrel::signin_ui {

namespace {
struct SignInErrors {
    Q_DECLARE_TR_FUNCTIONS(carrel::signin_ui::SignInErrors)
};
} // namespace

QString signInErrorText(const Error& error) {
    switch (error.code) {
    case ErrorCode::BackendUnavailable:
        return SignInErrors::tr(
            "The clinic's server does not answer. Check the network connection and try again in a moment; "
            "if it stays, call your IT support.");
    case ErrorCode::SessionExpired:
        return SignInErrors::tr("This sign-in took too long and has ended. Start again with your password.");
    case ErrorCode::NotAllowed:
        if (error.reason == QLatin1StringView("second-factor-ended")) {
            return kit::errorText(error);
        }
        return SignInErrors::tr("This account may not use the workstation. Ask your clinic's administrator.");
    default:
        return kit::errorText(error);
    }
}

} // namespace carrel::signin_ui
