// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/navigation_panel.h>
#include <ui/kit/page.h>
#include <ui/kit/page_scroll.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace carrel::frame {
namespace {

constexpr int panelWidth = 216;
constexpr int compactWidth = 60;
constexpr QSize iconSize(20, 20);
constexpr int markSide = 28;
constexpr int initialsSide = 32;

/// "AD": the first letters of the first and the last word.
QString initialsOf(const QString& name) {
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QString result;
    if (!words.isEmpty()) {
        result += words.front().front();
    }
    if (words.size() > 1) {
        result += words.back().front();
    }
    return result.toUpper();
}

void restyle(QWidget& widget) {
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

NavigationPanel::NavigationPanel(const domain::Account& account, const std::vector<Destination>& destinations,
                                 QWidget* parent)
    : QFrame(parent)
    , m_buttons(new QButtonGroup(this)) {
    setProperty("surface", QStringLiteral("navigation"));
    auto* const list = new QWidget;
    auto* const entries = new QVBoxLayout(list);
    entries->setContentsMargins(0, 0, 0, 0);
    entries->setSpacing(4);
    for (std::size_t i = 0; i < destinations.size(); ++i) {
        const Destination& destination = destinations[i];
        auto* const button = new QPushButton(kit::icon(destination.iconName), destination.title);
        button->setObjectName(QStringLiteral("go-") + wireName(destination.page));
        button->setAccessibleName(destination.title);
        button->setToolTip(tr("%1 (Alt+%2)").arg(destination.title).arg(i + 1));
        button->setProperty("kind", QStringLiteral("navigation"));
        button->setIconSize(iconSize);
        button->setCheckable(true);
        button->setAutoDefault(false);
        kit::setHarmless(*button);
        m_buttons->addButton(button, static_cast<int>(i));
        m_words.push_back({button, destination.title});
        entries->addWidget(button);
    }
    entries->addStretch(1);
    m_entries = new kit::PageScroll(list);
    m_entries->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(4);
    m_mark = makeMark();
    layout->addWidget(m_mark);
    layout->addWidget(m_entries, 1);
    layout->addWidget(makePerson(account));
    arrange();
    // By being checked, not by being clicked: a screen reader's "toggle" only checks.
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked) {
            Q_EMIT chosen(index);
        }
    });
    // Queued: Qt does not lay an area out again whose size changes while it does so.
    connect(m_entries->verticalScrollBar(), &QScrollBar::rangeChanged, this, &NavigationPanel::fitWidth,
            Qt::QueuedConnection);
}

QWidget* NavigationPanel::makeMark() {
    auto* const mark = new QWidget;
    auto* const picture = new QLabel;
    picture->setPixmap(kit::icon(QLatin1StringView("carrel"), kit::tokens().accent)
                           .pixmap(QSize(markSide, markSide), devicePixelRatioF()));
    m_product = new kit::Heading(QStringLiteral("Carrel"), kit::Heading::Level::Page);
    auto* const layout = new QHBoxLayout(mark);
    layout->setContentsMargins(8, 8, 8, 16);
    layout->setSpacing(8);
    layout->addWidget(picture);
    layout->addWidget(m_product, 1);
    return mark;
}

QWidget* NavigationPanel::makePerson(const domain::Account& account) {
    auto* const person = new QWidget;
    m_name = new QLabel(account.displayName);
    m_name->setObjectName(QStringLiteral("personName"));
    m_name->setProperty("look", QStringLiteral("strong"));
    m_role = new QLabel(roleTitle(account.role) + QStringLiteral("\n") + account.organizationName);
    m_role->setObjectName(QStringLiteral("personRole"));
    m_role->setProperty("look", QStringLiteral("muted"));
    for (QLabel* const label : {m_name, m_role}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(8, 0, 8, 0);
        kit::alignLeading(*label);
    }
    m_initials = new QLabel(initialsOf(account.displayName));
    m_initials->setObjectName(QStringLiteral("personInitials"));
    m_initials->setTextFormat(Qt::PlainText);
    m_initials->setAlignment(Qt::AlignCenter);
    m_initials->setFixedSize(initialsSide, initialsSide);
    m_initials->setStyleSheet(
        QStringLiteral("QLabel { background: %1; color: %2; border-radius: %3px; font-weight: 600; }")
            .arg(kit::tokens().clinicalGround.name(), kit::tokens().text.name())
            .arg(initialsSide / 2));
    m_initials->setAccessibleName(m_name->text() + QStringLiteral(", ") + m_role->text());
    m_initials->setToolTip(m_name->text() + QStringLiteral("\n") + m_role->text());
    m_name->setToolTip(m_initials->toolTip());
    auto* const help = kit::makeButton(tr("Shortcuts"), kit::ButtonKind::Quiet);
    help->setObjectName(QStringLiteral("help"));
    help->setIcon(kit::icon(QLatin1StringView("help")));
    help->setAccessibleName(tr("Keyboard shortcuts"));
    help->setToolTip(tr("Keyboard shortcuts (F1)"));
    kit::setHarmless(*help);
    auto* const signOut = kit::makeButton(tr("Sign out"), kit::ButtonKind::Quiet);
    signOut->setObjectName(QStringLiteral("signOut"));
    signOut->setIcon(kit::icon(QLatin1StringView("sign-out")));
    signOut->setAccessibleName(tr("Sign out"));
    signOut->setToolTip(signOut->text());
    for (QPushButton* const button : {help, signOut}) {
        button->setIconSize(iconSize);
        m_words.push_back({button, button->text()});
    }
    connect(help, &QPushButton::clicked, this, &NavigationPanel::helpRequested);
    connect(signOut, &QPushButton::clicked, this, &NavigationPanel::signOutRequested);
    auto* const layout = new QVBoxLayout(person);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_name);
    layout->addWidget(m_role);
    layout->addWidget(m_initials, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    layout->addWidget(help);
    layout->addWidget(signOut);
    return person;
}

void NavigationPanel::setCurrent(int index) {
    if (auto* const button = m_buttons->button(index)) {
        const QSignalBlocker told(m_buttons); // whoever says where we are knows it
        button->setChecked(true);
    }
}

void NavigationPanel::setCompact(bool compact) {
    if (m_compact != compact) {
        m_compact = compact;
        arrange();
    }
}

void NavigationPanel::setLow(bool low) {
    if (m_low != low) {
        m_low = low;
        arrange();
    }
}

void NavigationPanel::arrange() {
    const int side = m_compact ? 6 : 12;
    const int end = m_low ? 6 : 12;
    layout()->setContentsMargins(side, end, side, end);
    m_mark->setVisible(!m_low);
    m_mark->layout()->setContentsMargins(m_compact ? 10 : 8, 8, 8, 16);
    m_product->setVisible(!m_compact);
    m_name->setVisible(!m_compact);
    m_role->setVisible(!m_compact && !m_low);
    m_initials->setVisible(m_compact);
    for (const Word& word : m_words) {
        word.button->setProperty("compact", m_compact);
        if (word.button->isCheckable()) {
            restyle(*word.button);
        } else {
            word.button->setStyleSheet(m_compact ? QStringLiteral("padding: 5px 0;")
                                                 : QStringLiteral("text-align: left; padding: 5px 8px;"));
        }
        // After the look: a button remembers the size that it asked for until its text changes.
        word.button->setText(m_compact ? QString() : word.text);
    }
    fitWidth();
}

void NavigationPanel::fitWidth() {
    const QScrollBar& bar = *m_entries->verticalScrollBar();
    setFixedWidth((m_compact ? compactWidth : panelWidth) +
                  (m_compact && bar.maximum() > 0 ? bar.sizeHint().width() : 0));
}

} // namespace carrel::frame
