// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QString>

namespace carrel::signin_ui {

/// What a person reads when the key of the saved copy cannot be had: one text per state, never a common one.
struct KeychainText {
    QString title;
    QString explanation;  ///< what happened, and what to do outside Carrel
    bool retry = true;    ///< trying again can help without anything else changing
    bool replace = false; ///< setting the copy aside and starting afresh is a way out
    bool earlier = false; ///< an earlier password can open it
};
KeychainText keychainText(const Error& error);

} // namespace carrel::signin_ui
