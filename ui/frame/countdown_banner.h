// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace carrel::frame {

/// "Locking in 25 s": shown while the shell counts down. Any key ends it, because any key is activity.
class CountdownBanner final : public QFrame {
    Q_OBJECT
public:
    explicit CountdownBanner(QWidget* parent = nullptr);
    void count(int seconds);
    void clear();

Q_SIGNALS:
    void stayRequested();

private:
    QLabel* m_text;
};

} // namespace carrel::frame
