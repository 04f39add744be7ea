// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "settings_reference.h"

#include <core/settings/settings.h>

namespace carrel::ctl {

QByteArray settingsReference() {
    QByteArray text;
    for (const settings::Described& setting : settings::describe({})) {
        text += QByteArray(setting.name.data(), setting.name.size()) + "\n    " +
                QByteArray(setting.meaning.data(), setting.meaning.size()) +
                "\n    Value: " + QByteArray(setting.rule.data(), setting.rule.size()) + ".\n";
    }
    return text;
}

} // namespace carrel::ctl
