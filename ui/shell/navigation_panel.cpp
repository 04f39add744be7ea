// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/page.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/shell/navigation_panel.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace carrel::shell {
namespace {

constexpr int panelWidth = 216;
constexpr QSize iconSize(20, 20);
constexpr int markSide = 28;

QWidget* makeMark() {
    auto* const mark = new QWidget;
    auto* const picture = new QLabel;
    picture->setPixmap(kit::icon(QLatin1StringView("carrel"), kit::tokens().accent)
                           .pixmap(QSize(markSide, markSide), mark->devicePixelRatioF()));
    auto* const name = new kit::Heading(QStringLiteral("Carrel"), kit::Heading::Level::Page);
    auto* const layout = new QHBoxLayout(mark);
    layout->setContentsMargins(8, 8, 8, 16);
    layout->setSpacing(8);
    layout->addWidget(picture);
    layout->addWidget(name, 1);
    return mark;
}

} // namespace

NavigationPanel::NavigationPanel(const domain::Account& account, const std::vector<Destination>& destinations,
                                 QWidget* parent)
    : QFrame(parent)
    , m_buttons(new QButtonGroup(this)) {
    setProperty("surface", QStringLiteral("navigation"));
    setFixedWidth(panelWidth);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(4);
    layout->addWidget(makeMark());
    for (std::size_t i = 0; i < destinations.size(); ++i) {
        const Destination& destination = destinations[i];
        auto* const button = new QPushButton(kit::icon(destination.iconName), destination.title);
        button->setObjectName(QStringLiteral("go-") + destination.page);
        button->setAccessibleName(destination.title);
        button->setToolTip(tr("%1 (Alt+%2)").arg(destination.title).arg(i + 1));
        button->setProperty("kind", QStringLiteral("navigation"));
        button->setIconSize(iconSize);
        button->setCheckable(true);
        button->setAutoDefault(false);
        kit::setHarmless(*button);
        m_buttons->addButton(button, static_cast<int>(i));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    layout->addWidget(makePerson(account));
    // By being checked, not by being clicked: a screen reader's "toggle" only checks.
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked) {
            Q_EMIT chosen(index);
        }
    });
}

QWidget* NavigationPanel::makePerson(const domain::Account& account) {
    auto* const person = new QWidget;
    auto* const name = new QLabel(account.displayName);
    name->setObjectName(QStringLiteral("personName"));
    name->setProperty("look", QStringLiteral("strong"));
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    kit::alignLeading(*name);
    auto* const role = new QLabel(roleTitle(account.role) + QStringLiteral("\n") + account.organizationName);
    role->setObjectName(QStringLiteral("personRole"));
    role->setProperty("look", QStringLiteral("muted"));
    role->setTextFormat(Qt::PlainText);
    role->setWordWrap(true);
    kit::alignLeading(*role);
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
    for (QPushButton* const button : {help, signOut}) {
        button->setIconSize(iconSize);
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 5px 8px;"));
    }
    connect(help, &QPushButton::clicked, this, &NavigationPanel::helpRequested);
    connect(signOut, &QPushButton::clicked, this, &NavigationPanel::signOutRequested);
    auto* const layout = new QVBoxLayout(person);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    name->setContentsMargins(8, 0, 8, 0);
    role->setContentsMargins(8, 0, 8, 0);
    layout->addWidget(name);
    layout->addWidget(role);
    layout->addSpacing(8);
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

} // namespace carrel::shell
