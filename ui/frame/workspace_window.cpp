// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/countdown_banner.h>
#include <ui/frame/header_bar.h>
#include <ui/frame/keyboard_guard.h>
#include <ui/frame/leave_banner.h>
#include <ui/frame/navigation_panel.h>
#include <ui/frame/shortcut_help.h>
#include <ui/frame/workspace_window.h>
#include <ui/kit/page_scroll.h>
#include <ui/kit/screen_fit.h>
#include <ui/kit/theme.h>

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace carrel::frame {
namespace {
constexpr QSize usualWindow(1280, 800);
constexpr QSize leastWindow(560, 270); // 1920 x 1080 at 300 % without title bar and task bar
constexpr int wordsFrom = 1024;        // width of the window; below, the navigation has icons only
constexpr int roomyFrom = 480;         // height of the window; below, the frame takes as little as it can
constexpr std::chrono::milliseconds geometryRest{300};

/// A list or menu that is open would keep the keyboard.
void closePopups() {
    while (QWidget* const popup = QApplication::activePopupWidget()) {
        if (!popup->close()) {
            return;
        }
    }
}

} // namespace

WorkspaceWindow::WorkspaceWindow(const domain::Account& account, std::vector<Destination> destinations,
                                 ports::SyncStatus& sync, ports::CommandQueue& queue, const Clock& clock,
                                 QWidget* parent)
    : QMainWindow(parent)
    , m_sync(sync)
    , m_destinations(std::move(destinations))
    , m_navigation(new NavigationPanel(account, m_destinations))
    , m_header(new HeaderBar(account, sync, queue, clock))
    , m_countdown(new CountdownBanner)
    , m_leave(new LeaveBanner(queue))
    , m_notice(new kit::InlineMessage)
    , m_unreadable(new kit::InlineMessage)
    , m_stack(new kit::PageStack)
    , m_guard(std::make_unique<KeyboardGuard>(
          *this,
          KeyboardGuard::Ways{.page = [this] { return current(); },
                              .findTyped = [this](const QString& typed) { return findTyped(typed); }})) {
    setObjectName(QStringLiteral("workspace"));
    setMinimumSize(leastWindow);
    resize(usualWindow);
    kit::keepOnScreen(*this);
    setWindowIcon(kit::icon(QLatin1StringView("carrel"), kit::tokens().accent));
    layOut();
    addShortcuts();
    connect(m_navigation, &NavigationPanel::chosen, this, &WorkspaceWindow::goTo);
    connect(m_navigation, &NavigationPanel::helpRequested, this, &WorkspaceWindow::showHelp);
    connect(m_navigation, &NavigationPanel::signOutRequested, m_leave, &LeaveBanner::ask);
    connect(m_leave, &LeaveBanner::leave, this, &WorkspaceWindow::signOutRequested);
    connect(m_header, &HeaderBar::lockRequested, this, &WorkspaceWindow::lockRequested);
    connect(m_header, &HeaderBar::clinicsChanged, this, [this](const QSet<domain::ClinicId>& clinics) {
        for (kit::Page* const page : std::as_const(m_pages)) {
            page->setClinics(clinics);
        }
        showTitle();
    });
    connect(m_countdown, &CountdownBanner::stayRequested, this, &WorkspaceWindow::stayRequested);
    connect(&m_sync, &ports::SyncStatus::changed, this, &WorkspaceWindow::showUnreadable);
    m_geometryRest.setSingleShot(true);
    m_geometryRest.setInterval(geometryRest);
    connect(&m_geometryRest, &QTimer::timeout, this, [this] { Q_EMIT geometryChanged(geometry()); });
    showTitle();
    showUnreadable();
}

WorkspaceWindow::~WorkspaceWindow() = default;

void WorkspaceWindow::layOut() {
    m_notice->setObjectName(QStringLiteral("notice"));
    m_unreadable->setObjectName(QStringLiteral("unreadable"));
    m_stack->setObjectName(QStringLiteral("pages"));
    if (m_destinations.empty()) {
        m_stack->addWidget(new kit::EmptyState(
            QLatin1StringView("shield"), tr("Nothing to do here for your role"),
            tr("Your role has no work in this window. Ask your administrator if that is not right.")));
    }
    m_banners = new QVBoxLayout;
    m_banners->setSpacing(8);
    m_banners->addWidget(m_countdown);
    m_banners->addWidget(m_leave);
    m_banners->addWidget(m_notice);
    m_banners->addWidget(m_unreadable);
    auto* const right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_header);
    right->addLayout(m_banners);
    right->addWidget(m_stack, 1);
    auto* const centre = new QWidget;
    auto* const whole = new QHBoxLayout(centre);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_navigation);
    whole->addLayout(right, 1);
    setCentralWidget(centre);
    fitFrame();
}

void WorkspaceWindow::fitFrame() {
    const bool low = height() < roomyFrom;
    m_navigation->setCompact(width() < wordsFrom);
    m_navigation->setLow(low);
    m_header->setLow(low);
    m_banners->setContentsMargins(low ? 12 : 24, low ? 6 : 12, low ? 12 : 24, 0);
}

void WorkspaceWindow::addShortcuts() {
    const auto bind = [this](const QKeySequence& keys, auto action) {
        auto* const shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::ApplicationShortcut); // whatever is in front: a list, a menu, the help
        connect(shortcut, &QShortcut::activated, this, [action] {
            closePopups();
            action();
        });
    };
    for (std::size_t i = 0; i < m_destinations.size(); ++i) {
        const int index = static_cast<int>(i);
        bind(QKeySequence(QStringLiteral("Alt+%1").arg(index + 1)), [this, index] { goTo(index); });
    }
    bind(QKeySequence(QStringLiteral("Ctrl+L")), [this] { Q_EMIT lockRequested(); });
    bind(QKeySequence(QStringLiteral("Ctrl+F")), [this] { find({}); });
    bind(QKeySequence(QStringLiteral("F5")), [this] { m_sync.refresh(); });
    bind(QKeySequence(QStringLiteral("F1")), [this] { showHelp(); });
}

void WorkspaceWindow::find(const QString& typed) {
    if (const auto search = searchPage(); search && m_current != search) {
        goTo(indexOf(*search));
    }
    if (m_help) {
        m_help->close(); // it would hide what is found
    }
    activateWindow();
    if (kit::Page* const page = current()) {
        page->find(typed);
    }
}

bool WorkspaceWindow::findTyped(const QString& typed) {
    if (!searchPage()) {
        return false;
    }
    find(typed);
    return true;
}

std::optional<domain::PageId> WorkspaceWindow::searchPage() const {
    const auto found = std::ranges::find(m_destinations, true, &Destination::searches);
    return found != m_destinations.end() && m_pages.contains(found->page) ? std::optional(found->page)
                                                                          : std::nullopt;
}

bool WorkspaceWindow::focusNextPrevChild(bool next) {
    // Qt comes here for a person's Tab, but also when it hides or disables what has the focus: what happens
    // to be next must not get it then.
    const QWidget* const at = focusWidget();
    if (at != nullptr && at != this && (!at->isVisible() || !at->isEnabled())) {
        m_guard->home();
        return true;
    }
    return QMainWindow::focusNextPrevChild(next);
}

int WorkspaceWindow::indexOf(domain::PageId page) const {
    const auto found = std::ranges::find(m_destinations, page, &Destination::page);
    return found == m_destinations.end() ? -1 : static_cast<int>(found - m_destinations.begin());
}

void WorkspaceWindow::addPage(domain::PageId id, kit::Page* page) {
    if (indexOf(id) < 0) {
        page->deleteLater();
        return;
    }
    m_pages.insert(id, page);
    m_stack->addWidget(page);
    page->setClinics(m_header->clinics());
    connect(page, &kit::Page::navigate, this, &WorkspaceWindow::open);
    connect(page, &kit::Page::placeChanged, this, [this, id](const domain::Place& place) {
        m_places.insert(id, place);
        if (m_current == id) {
            Q_EMIT placeChanged(place);
        }
    });
}

void WorkspaceWindow::goTo(int index) {
    const domain::PageId id = m_destinations[static_cast<std::size_t>(index)].page;
    kit::Page* const page = m_pages.value(id);
    if (page == nullptr) {
        return;
    }
    m_leave->takeBack();
    m_current = id;
    m_navigation->setCurrent(index);
    m_stack->setCurrentWidget(page);
    page->focusStart();
    Q_EMIT placeChanged(m_places.value(id, id));
}

void WorkspaceWindow::open(const domain::Place& place) {
    const int known = indexOf(domain::pageOf(place));
    if (m_destinations.empty()) {
        return;
    }
    goTo(std::max(known, 0));
    if (kit::Page* const target = current()) {
        target->open(known < 0 ? domain::Place(*m_current) : place);
    }
}

void WorkspaceWindow::showNotice(kit::InlineMessage::Kind kind, const QString& text) {
    m_notice->show(kind, text);
}

// Who looks for somebody and does not find them has to know that a record is missing from this screen.
void WorkspaceWindow::showUnreadable() {
    const int count = m_sync.unreadable();
    if (std::exchange(m_unreadableCount, count) == count) {
        return; // said already
    }
    if (count == 0) {
        m_unreadable->clear();
        return;
    }
    m_unreadable->show(
        kit::InlineMessage::Kind::Warning,
        tr("%n record(s) from the clinic's server could not be read and is not shown here. Everything else "
           "is complete. Your IT support should update Carrel on this computer.",
           nullptr, count));
}

void WorkspaceWindow::setCountdown(int seconds) {
    m_countdown->count(seconds);
}

void WorkspaceWindow::clearCountdown() {
    m_countdown->clear();
}

void WorkspaceWindow::showHelp() {
    if (!m_help) {
        m_help = new ShortcutHelp(m_destinations, this);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void WorkspaceWindow::showTitle() {
    // Never more than the clinic: window titles are seen by other programs and on shared screens.
    setWindowTitle(tr("Carrel — %1").arg(m_header->clinicTitle()));
}

void WorkspaceWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (!m_painted) {
        m_painted = true;
        QTimer::singleShot(0, this, &WorkspaceWindow::painted); // after this frame's other widgets
    }
}

void WorkspaceWindow::moveEvent(QMoveEvent* event) {
    QMainWindow::moveEvent(event);
    m_geometryRest.start();
}

void WorkspaceWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitFrame();
    m_geometryRest.start();
}

void WorkspaceWindow::closeEvent(QCloseEvent* event) {
    // Closing the window is leaving the workstation: the shell ends the session, then this process.
    event->ignore();
    m_leave->ask();
}

} // namespace carrel::frame
