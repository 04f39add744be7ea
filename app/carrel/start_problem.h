// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>
#include <ui/signin/problem_window.h>

#include <memory>

namespace carrel::app {

/// The window for a Carrel that cannot start. `configFile` as given on the command line; may be empty.
std::unique_ptr<signin_ui::ProblemWindow> makeSettingsProblem(const Error& error, const QString& configFile);
std::unique_ptr<signin_ui::ProblemWindow> makeDataProblem(const Error& error, const QString& dataDirectory);

} // namespace carrel::app
