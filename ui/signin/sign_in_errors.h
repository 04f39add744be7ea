// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QString>

namespace carrel::signin_ui {

/// kit::errorText, but for the moment before anybody is signed in: there is no data on screen to go on with.
QString signInErrorText(const Error& error);

} // namespace carrel::signin_ui
