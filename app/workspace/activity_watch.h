// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>

#include <QObject>

#include <optional>

namespace carrel::workspace {

/// Sees what a person does anywhere in the application: keys, mouse buttons and movement, wheel, touch.
/// Timers, network answers and repaints are not activity, so background work never keeps a session open.
class ActivityWatch final : public QObject {
    Q_OBJECT
public:
    explicit ActivityWatch(const Clock& clock, QObject* parent = nullptr);
    /// While the shell counts down every act is told at once, otherwise one a second.
    void setUrgent(bool urgent) { m_urgent = urgent; }
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void active();

private:
    const Clock& m_clock;
    std::optional<std::chrono::milliseconds> m_last;
    bool m_urgent = false;
};

} // namespace carrel::workspace
