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
#include <optional>
#include <vector>

class QVBoxLayout;

namespace carrel::kit {
class PageStack;
}

namespace carrel::frame {

class CountdownBanner;
class HeaderBar;
class KeyboardGuard;
class LeaveBanner;
class NavigationPanel;
class ShortcutHelp;

/// The window of the workspace: navigates between pages and shows what concerns all of them. It knows pages
/// by id only, and neither patients nor orders. Its size never depends on its pages: what a page has no
/// room for is scrolled, so that lock and sign-out stay within reach on any screen. What it is given must
/// outlive it.
class WorkspaceWindow final : public QMainWindow {
    Q_OBJECT
public:
    WorkspaceWindow(const domain::Account& account, std::vector<Destination> destinations,
                    ports::SyncStatus& sync, ports::CommandQueue& queue, const Clock& clock,
                    QWidget* parent = nullptr);
    ~WorkspaceWindow() override;

    /// The entries that need a page, in order.
    const std::vector<Destination>& destinations() const { return m_destinations; }
    /// Takes the page over. Pages without a destination are refused: they were not granted.
    void addPage(domain::PageId id, kit::Page* page);
    /// Goes to the place; one on a page without a destination means the first page's start.
    void open(const domain::Place& place);
    /// A line that stays at the top of the window.
    void showNotice(kit::InlineMessage::Kind kind, const QString& text);
    void setCountdown(int seconds);
    void clearCountdown();

Q_SIGNALS:
    void painted(); ///< once, after the first paint
    void placeChanged(const carrel::domain::Place& place);
    void geometryChanged(const QRect& geometry);
    void lockRequested();
    void signOutRequested(); ///< nothing waits to be sent, or the person does not wait for it
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
    /// Text typed where nothing takes text; false without a patient search.
    bool findTyped(const QString& typed);
    /// The page with the patient search, if the role has it.
    std::optional<domain::PageId> searchPage() const;
    int indexOf(domain::PageId page) const;
    /// The page in front; null before the first.
    kit::Page* current() const { return m_current ? m_pages.value(*m_current) : nullptr; }
    void showHelp();
    void showTitle();
    void showUnreadable();

    ports::SyncStatus& m_sync;
    std::vector<Destination> m_destinations;
    NavigationPanel* m_navigation;
    HeaderBar* m_header;
    CountdownBanner* m_countdown;
    LeaveBanner* m_leave;
    kit::InlineMessage* m_notice;
    kit::InlineMessage* m_unreadable;
    kit::PageStack* m_stack;
    QVBoxLayout* m_banners = nullptr;
    QHash<domain::PageId, kit::Page*> m_pages;
    QHash<domain::PageId, domain::Place> m_places;
    std::optional<domain::PageId> m_current;
    QPointer<ShortcutHelp> m_help;
    QTimer m_geometryRest; ///< one message when the mouse rests, not one a pixel
    bool m_painted = false;
    int m_unreadableCount = 0;
    std::unique_ptr<KeyboardGuard> m_guard; ///< last: it asks this window while it is there
};

} // namespace carrel::frame
