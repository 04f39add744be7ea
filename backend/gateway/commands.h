// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace carrel::gateway {

/// Runs `carrel-backend COMMAND …`; returns its exit code (2 = called wrongly). `arguments` begins with the
/// program's name.
int runCommand(const QStringList& arguments);

} // namespace carrel::gateway
