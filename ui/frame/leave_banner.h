// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/commands.h>

#include <QFrame>

class QLabel;
class QPushButton;

namespace carrel::frame {

/// Between the wish to sign out and the sign-out: says how many actions the backend does not know of yet and
/// waits for them. Whoever goes on working is not signed out under their hands.
class LeaveBanner final : public QFrame {
    Q_OBJECT
public:
    /// `queue` must outlive this object.
    explicit LeaveBanner(ports::CommandQueue& queue, QWidget* parent = nullptr);
    /// The person wants to sign out: `leave` at once if nothing waits or they have been told already.
    void ask();
    /// They work on.
    void takeBack();

Q_SIGNALS:
    void leave();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void onPending(int count);
    void say(int count);

    ports::CommandQueue& m_queue;
    QLabel* m_text;
    QPushButton* m_stay;
    int m_count = 0;
};

} // namespace carrel::frame
