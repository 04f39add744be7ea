// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/ports/commands.h>
#include <core/ports/pseudonymous/sync_status.h>
#include <ui/frame/navigation.h>
#include <ui/kit/page.h>
#include <ui/kit/widgets.h>

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <memory>

class QVBoxLayout;

namespace carrel::kit {
class PageStack;
}

namespace carrel::frame {

class CountdownBanner;
class HeaderBar;
class KeyboardGuard;
class NavigationPanel;
class ShortcutHelp;

/// The window of the workspace: navigates between pages and shows what concerns all of them. It knows pages
/// by name only, and neither patients nor orders. Its size never depends on its pages: what a page has no
/// room for is scrolled, so that lock and sign-out stay within reach on any screen. What it is given must
/// outlive it.
class WorkspaceWindow final : public QMainWindow {
    Q_OBJECT
public:
    WorkspaceWindow(const domain::Account& account, ports::SyncStatus& sync, ports::CommandQueue& queue,
                    const Clock& clock, QWidget* parent = nullptr);
    ~WorkspaceWindow() override;

    /// The entries that need a page, in order.
    const std::vector<Destination>& destinations() const { return m_destinations; }
    /// Takes the page over. Pages without a destination are refused: they were not granted.
    void addPage(kit::Page* page);
    /// Goes to a page and opens `id` there; an unknown or empty page means the first.
    void open(const QString& page, const QString& id);
    /// A line that stays at the top of the window.
    void showNotice(kit::InlineMessage::Kind kind, const QString& text);
    void setCountdown(int seconds);
    void clearCountdown();

Q_SIGNALS:
    void painted(); ///< once, after the first paint
    void placeChanged(const QString& page, const QString& id);
    void geometryChanged(const QRect& geometry);
    void lockRequested();
    void signOutRequested();
    void stayRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void layOut();
    void fitFrame();
    void addShortcuts();
    void goTo(int index);
    /// The patient search, or the page's own for a role without one; only with the latter `typed` is lost.
    void find(const QString& typed);
    int indexOf(const QString& page) const;
    void showHelp();
    void showTitle();

    ports::SyncStatus& m_sync;
    std::vector<Destination> m_destinations;
    NavigationPanel* m_navigation;
    HeaderBar* m_header;
    CountdownBanner* m_countdown;
    kit::InlineMessage* m_notice;
    kit::PageStack* m_stack;
    QVBoxLayout* m_banners = nullptr;
    QHash<QString, kit::Page*> m_pages;
    QHash<QString, QString> m_places;
    QString m_current;
    QPointer<ShortcutHelp> m_help;
    QTimer m_geometryRest; ///< one message when the mouse rests, not one a pixel
    bool m_painted = false;
    std::unique_ptr<KeyboardGuard> m_guard; ///< last: it asks this window while it is there
};

} // namespace carrel::frame
