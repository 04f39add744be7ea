// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/frame/navigation.h>

#include <QDialog>

#include <vector>

namespace carrel::frame {

/// The keyboard shortcuts, in a window of its own that can stay open while one works.
class ShortcutHelp final : public QDialog {
    Q_OBJECT
public:
    ShortcutHelp(const std::vector<Destination>& destinations, QWidget* parent);
};

} // namespace carrel::frame
