// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace carrel::ctl {

/// What this client holds true of the contract, as JSON: views with their columns, and the closed lists of
/// words. A test compares it with backend/api/openapi.yaml, so that neither side changes alone.
QByteArray contractJson();

} // namespace carrel::ctl
