// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/frame/navigation.h>

#include <QFrame>

#include <vector>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace carrel::kit {
class PageScroll;
}

namespace carrel::frame {

/// The left edge of the window: where one can go, who is signed in, and the way out. In a narrow window only
/// icons, each with its name as tooltip and for assistive technology; in a low one the entries scroll. The
/// way out is always in sight.
class NavigationPanel final : public QFrame {
    Q_OBJECT
public:
    NavigationPanel(const domain::Account& account, const std::vector<Destination>& destinations,
                    QWidget* parent = nullptr);
    void setCurrent(int index);
    /// Icons instead of words.
    void setCompact(bool compact);
    /// Without what only looks good.
    void setLow(bool low);

Q_SIGNALS:
    void chosen(int index);
    void helpRequested();
    void signOutRequested();

private:
    struct Word {
        QPushButton* button;
        QString text;
    };
    QWidget* makeMark();
    QWidget* makePerson(const domain::Account& account);
    void arrange();
    void fitWidth();

    QButtonGroup* m_buttons;
    QWidget* m_mark = nullptr;
    QLabel* m_product = nullptr;
    kit::PageScroll* m_entries = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_role = nullptr;
    QLabel* m_initials = nullptr;
    std::vector<Word> m_words; ///< what each button says when there is room
    bool m_compact = false;
    bool m_low = false;
};

} // namespace carrel::frame
