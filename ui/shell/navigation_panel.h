// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/shell/navigation.h>

#include <QFrame>

class QButtonGroup;
class QPushButton;

namespace carrel::shell {

/// The left edge of the window: where one can go, who is signed in, and the way out.
class NavigationPanel final : public QFrame {
    Q_OBJECT
public:
    NavigationPanel(const domain::Account& account, const std::vector<Destination>& destinations,
                    QWidget* parent = nullptr);
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);
    void helpRequested();
    void signOutRequested();

private:
    QWidget* makePerson(const domain::Account& account);
    QButtonGroup* m_buttons;
};

} // namespace carrel::shell
