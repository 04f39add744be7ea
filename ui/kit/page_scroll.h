// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QStackedLayout;

namespace carrel::kit {

/// From now on, what gets the keyboard inside `area` comes into sight. (Qt scrolls to it only when Tab moves
/// within the area, and to a field's cursor instead of the field.) Not while a mouse button is down: what is
/// being pressed must not move away.
void revealFocus(QScrollArea& area);

/// Shows its content whole where there is room, and scrolls it where there is not, so that the size of a
/// window never depends on what is in it. Unlike a resizable QScrollArea it goes by the least size that the
/// content can be used at, not by the size that it would like: a list gives way before anything scrolls.
class PageScroll final : public QScrollArea {
    Q_OBJECT
public:
    explicit PageScroll(QWidget* content, QWidget* parent = nullptr);
    /// Off: asks for the height of its content instead, for where something around it scrolls.
    void setScrolling(bool scrolling);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fit();
    int heightAt(int width);

    bool m_fitting = false;
    bool m_scrolling = true;
    int m_needed = 0;    ///< height of the content
    bool m_tall = false; ///< the content is taller than the place for it
};

/// A stack of pages, each in a PageScroll.
class PageStack final : public QWidget {
    Q_OBJECT
public:
    explicit PageStack(QWidget* parent = nullptr);
    void addWidget(QWidget* page);
    void setCurrentWidget(QWidget* page);
    QWidget* currentWidget() const;

private:
    QStackedLayout* m_layout;
};

} // namespace carrel::kit
