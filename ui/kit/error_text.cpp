// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/widgets.h>

#include <QCoreApplication>

namespace carrel::kit {
namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(carrel::kit::ErrorTexts)
public:
    static QString input(const Error& error);
    static QString refusal(const Error& error);
    static QString session(const Error& error);
    static QString network(const Error& error);
    static QString storage(const Error& error);
    static QString keychain(const Error& error);
};

QString ErrorTexts::input(const Error& error) {
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return error.field.isEmpty()
                   ? tr("Something in the form is not right. Check the entries and try again.")
                   : tr("The entry “%1” is not right. Correct it and try again.").arg(error.field);
    case ErrorCode::NotFound:
        return tr("This is no longer here, or you may not see it. Go back to the list and refresh it (F5).");
    case ErrorCode::Cancelled:
        return tr("This was stopped before it finished. Nothing was changed; start it again if you need it.");
    default:
        return {};
    }
}

QString ErrorTexts::refusal(const Error& error) {
    const QString& reason = error.reason;
    if (reason == QLatin1StringView("second-factor-ended")) {
        return tr(
            "Too many wrong codes were given for your account, so your authenticator's codes do not count "
            "any more. Ask your clinic's administrator to set it up anew.");
    }
    if (reason == QLatin1StringView("cart-submitted")) {
        return tr("This cart was already sent for approval, so it cannot be changed. Start a new cart.");
    }
    if (reason == QLatin1StringView("cart-empty")) {
        return tr("This cart has no lines yet. Add a product before you send it for approval.");
    }
    if (reason == QLatin1StringView("refill-day-in-past")) {
        return tr("The refill day has passed. Choose today or a later day.");
    }
    if (reason == QLatin1StringView("content-changed")) {
        return tr("The order changed after it was shown. Read it again before you sign; nothing was signed.");
    }
    if (error.code == ErrorCode::Conflict) {
        return tr("Someone else changed this first, so your change was not made. Look at it again and repeat "
                  "your change if it is still needed.");
    }
    if (error.code == ErrorCode::Rejected) {
        return tr(
            "The clinic's system refused this by one of its rules. Nothing was changed; correct it or ask "
            "your manager.");
    }
    return {};
}

QString ErrorTexts::session(const Error& error) {
    switch (error.code) {
    case ErrorCode::WrongCredentials:
        return tr("The sign-in name or password is wrong. Check both and type them again.");
    case ErrorCode::WrongCode:
        return tr(
            "The six-digit code is wrong. Wait for the next code in your authenticator app and type it.");
    case ErrorCode::CodeAlreadyUsed:
        return tr("This code was used already; each one works once. Wait for the next code and type that.");
    case ErrorCode::TooManyAttempts:
        return error.retryAfter.count() > 0
                   ? tr("Too many wrong tries. Wait %n seconds, then try once more.", nullptr,
                        static_cast<int>(error.retryAfter.count()))
                   : tr("Too many wrong tries. Wait half a minute, then try once more.");
    case ErrorCode::SessionExpired:
        return tr("Your session has ended. Sign in again to go on; your drafts are kept.");
    case ErrorCode::SessionLocked:
        return tr("Your session is locked. Unlock it with your password to go on.");
    case ErrorCode::NotAllowed:
        return tr("Your role does not allow this. Ask your clinic's administrator if you need it.");
    case ErrorCode::SecondFactorRequired:
        return tr("A six-digit code is needed as well. Open your authenticator app and type the code.");
    default:
        return {};
    }
}

QString ErrorTexts::network(const Error& error) {
    switch (error.code) {
    case ErrorCode::UnknownHost:
        return tr(
            "The clinic's server was not found. Check the network connection, then the server address with "
            "your IT support.");
    case ErrorCode::UntrustedCertificate:
        return tr(
            "The server could not prove that it is your clinic's. Nothing was sent. Call your IT support "
            "before you go on.");
    case ErrorCode::BackendUnavailable:
        return tr(
            "The clinic's server does not answer. You can go on with the data on this computer; try again "
            "in a moment.");
    case ErrorCode::BackendTooOld:
        return tr(
            "The clinic's server is older than this program. Ask your IT support to update the server.");
    case ErrorCode::Timeout:
        return tr("The clinic's server took too long to answer. Try again in a moment.");
    case ErrorCode::ProtocolError:
        return tr(
            "The server's answer could not be understood. Try again; if it stays, tell your IT support.");
    case ErrorCode::OutcomeUnknown:
        return tr(
            "It is not known yet whether this was done. Carrel is asking the server; do not do it again.");
    case ErrorCode::TooLarge:
        return tr("This is too large to send. Make it shorter and try again.");
    default:
        return {};
    }
}

QString ErrorTexts::storage(const Error& error) {
    switch (error.code) {
    case ErrorCode::CacheDamaged:
        return tr("The copy of the clinic's data on this computer was damaged, so it is loaded again from "
                  "the server. Wait a "
                  "moment.");
    case ErrorCode::JournalDamaged:
        return tr(
            "The file with what you did and is not sent yet is damaged. Nothing on the server is affected.");
    case ErrorCode::CacheWrongKey:
        return tr("The key does not open what is kept on this computer and not sent yet. Sign out and in "
                  "again; if it stays, "
                  "call your IT support.");
    case ErrorCode::CacheTooNew:
        return tr(
            "The data on this computer was written by a newer version of Carrel. Ask your IT support to "
            "update this program.");
    case ErrorCode::CacheInUse:
        return tr("Carrel is already open with this data. Use the window that is open, or close it first.");
    case ErrorCode::DiskFull:
        return tr(
            "This computer's disk is full. Free some space, then try again; what you typed is still here.");
    case ErrorCode::StorageReadOnly:
        return tr(
            "This computer does not let Carrel write into its own folder. Ask your IT support to allow it.");
    case ErrorCode::StorageUnreadable:
        return tr(
            "The folder with the data saved on this computer cannot be read. Ask your IT support to give "
            "your account access to it, then try again.");
    case ErrorCode::StorageFailure:
        return tr("This computer's disk could not be read or written. Try again; if it stays, tell your IT "
                  "support.");
    case ErrorCode::LeaseExpired:
        return tr(
            "The time for reading without the server has run out. Connect to the network and sign in again.");
    case ErrorCode::CursorEnded:
        return tr("What you may see has changed, so the list is being loaded afresh. Wait a moment.");
    default:
        return {};
    }
}

QString ErrorTexts::keychain(const Error& error) {
    switch (error.code) {
    case ErrorCode::KeychainLocked:
        return tr("This computer's keychain is locked. Unlock it, then try again.");
    case ErrorCode::KeychainDenied:
        return tr("This computer's keychain refused access. Allow Carrel in its settings, then try again.");
    case ErrorCode::KeychainAbsent:
        return tr("This computer has no keychain. You can go on online; nothing is kept on this computer.");
    case ErrorCode::KeychainChanged:
        return tr("Another keychain is in use than before. Switch back to it, or rebuild the data from the "
                  "server.");
    case ErrorCode::KeychainDamaged:
        return tr(
            "The key in this computer's keychain is damaged. Rebuild the data from the server to go on.");
    case ErrorCode::KeyFormatUnknown:
        return tr("The key to the data saved on this computer was written by another version of Carrel. Ask "
                  "your IT support to install that version.");
    default:
        return {};
    }
}

} // namespace

QString errorText(const Error& error) {
    using Group = QString (*)(const Error&);
    for (const Group group : {&ErrorTexts::input, &ErrorTexts::refusal, &ErrorTexts::session,
                              &ErrorTexts::network, &ErrorTexts::storage, &ErrorTexts::keychain}) {
        if (QString text = group(error); !text.isEmpty()) {
            return text;
        }
    }
    return ErrorTexts::tr(
               "Something went wrong inside the program (%1). Try again; if it stays, tell your IT "
               "support.")
        .arg(errorCodeName(error.code));
}

} // namespace carrel::kit
