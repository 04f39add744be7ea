// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace carrel::ctl {

/// Every setting of config file and machine policy with its rule and meaning, as text for people.
QByteArray settingsReference();

} // namespace carrel::ctl
