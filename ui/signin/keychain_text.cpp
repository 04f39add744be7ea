// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/widgets.h>
#include <ui/signin/keychain_text.h>

#include <QCoreApplication>

namespace carrel::signin_ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(carrel::signin_ui::KeychainText)
public:
    static KeychainText locked() {
        return {tr("Your keychain is locked"),
                tr("Half of the key to the copy saved on this computer lies in the keychain of the operating "
                   "system, and that is locked. Unlock it in the window that asks for its password, then try "
                   "again."),
                true, false};
    }
    static KeychainText denied() {
        return {tr("Your keychain refused Carrel"),
                tr("The keychain answered that Carrel may not read its entry. Allow Carrel in the keychain’s "
                   "settings, then try again. Nothing that is saved was changed."),
                true, false};
    }
    static KeychainText absent() {
        return {tr("This computer has no keychain"),
                tr("No keychain service is running, so Carrel has no safe place for its half of the key and "
                   "saves nothing here. Ask IT to start the keychain service (on Linux the Secret Service), "
                   "then try again."),
                true, false};
    }
    static KeychainText changed() {
        return {
            tr("Another keychain than before"),
            tr("The key to the saved copy lies in another keychain than the one that is running now. "
               "Start the earlier one and try again, or set the copy aside: it is kept, and a fresh one is "
               "loaded from the clinic’s server."),
            true, true};
    }
    static KeychainText damaged() {
        return {
            tr("The saved key is damaged"),
            tr("The key file on this computer or its keychain entry is missing or was altered, so the saved "
               "copy cannot be opened. Tell IT if this comes as a surprise. You can set the copy aside: it "
               "is "
               "kept, and a fresh one is loaded from the clinic’s server."),
            false, true};
    }
    static KeychainText otherPassword() {
        return {
            tr("Your password has changed"),
            tr("The copy saved on this computer was closed with your earlier password, and the new one does "
               "not open it. Give the earlier one once when you sign in: nothing is lost, and from then on "
               "the "
               "new one opens it. If you no longer know it, you can set the copy aside: it is kept, and a "
               "fresh one is loaded from the clinic’s server."),
            false, true, true};
    }
    static KeychainText unreadable() {
        return {
            tr("The folder of your saved copy cannot be read"),
            tr("The copy of the clinic’s data may well be on this computer, but Carrel cannot look into its "
               "folder: the disk may be away, or your account may not open it. Nothing was changed. "
               "Connect the disk or ask IT to give your account access to the folder, then try again."),
            true, false};
    }
    static KeychainText otherVersion() {
        return {
            tr("The saved key is of another version"),
            tr("The key to the copy saved on this computer was written by another version of Carrel, and "
               "this one cannot read it. It was left as it is. Ask IT to install that version, or set the "
               "copy aside: it is kept, and a fresh one is loaded from the clinic’s server."),
            false, true};
    }
    static KeychainText cacheUnusable() {
        return {
            tr("The saved copy cannot be opened"),
            tr("The copy of the clinic’s data on this computer is damaged or cannot be read. It was left as "
               "it is, and nothing on the clinic’s server is affected. You can work without it now; ask "
               "IT to remove it (carrelctl purge), so that it is loaded afresh."),
            false, false};
    }
    static KeychainText other(const Error& error) {
        return {tr("The saved copy cannot be opened"), kit::errorText(error), true, false};
    }
};

} // namespace

KeychainText keychainText(const Error& error) {
    switch (error.code) {
    case ErrorCode::KeychainLocked:
        return Texts::locked();
    case ErrorCode::KeychainDenied:
        return Texts::denied();
    case ErrorCode::KeychainAbsent:
        return Texts::absent();
    case ErrorCode::KeychainChanged:
        return Texts::changed();
    case ErrorCode::KeychainDamaged:
        return Texts::damaged();
    case ErrorCode::WrongCredentials:
        return Texts::otherPassword();
    case ErrorCode::StorageUnreadable:
        return Texts::unreadable();
    case ErrorCode::KeyFormatUnknown:
        return Texts::otherVersion();
    case ErrorCode::CacheDamaged:
        return Texts::cacheUnusable();
    default:
        return Texts::other(error);
    }
}

} // namespace carrel::signin_ui
