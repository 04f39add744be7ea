// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/page_scroll.h>
#include <ui/kit/screen_fit.h>
#include <ui/kit/secret_field.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/signin/brand_panel.h>
#include <ui/signin/keychain_text.h>
#include <ui/signin/lock_screen.h>
#include <ui/signin/progress_line.h>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace carrel::signin_ui {

namespace {

constexpr int roomyFrom = 520; // height of the window

QLabel* centred(const QString& text, const char* look) {
    auto* const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setProperty("look", QString::fromLatin1(look));
    return label;
}

QHBoxLayout* brandLine(const QString& host, qreal ratio) {
    auto* const mark = new QLabel;
    mark->setPixmap(productMark(24, kit::tokens().accent, ratio));
    auto* const product = new QLabel(QStringLiteral("Carrel"));
    product->setProperty("look", QStringLiteral("strong"));
    auto* const server = new QLabel(LockScreen::tr("Server: %1").arg(host));
    server->setObjectName(QStringLiteral("serverName"));
    server->setTextFormat(Qt::PlainText);
    server->setProperty("look", QStringLiteral("muted"));
    auto* const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(mark);
    line->addWidget(product);
    line->addStretch(1);
    line->addWidget(server);
    return line;
}

QString messageFor(const Error& error, int attemptsLeft) {
    if (error.code == ErrorCode::WrongCredentials && attemptsLeft <= 5) {
        return LockScreen::tr("The password is wrong. After %n more wrong tries you have to sign in again.",
                              nullptr, attemptsLeft);
    }
    if (error.code == ErrorCode::WrongCredentials) {
        return LockScreen::tr("The password is wrong. Check Caps Lock and type it again.");
    }
    return kit::errorText(error);
}

} // namespace

LockScreen::LockScreen(signin::Unlock& flow, const LockNotice& notice, const QString& host, QWidget* parent)
    : QMainWindow(parent)
    , m_flow(flow)
    , m_password(new kit::SecretField({tr("Password"), tr("Password"), QStringLiteral("secretEdit")},
                                      kit::FieldSize::Tall))
    , m_code(new kit::CodeField({tr("Code"), tr("Code"), QStringLiteral("codeEdit")}, kit::FieldSize::Tall))
    , m_message(new kit::InlineMessage)
    , m_unlock(kit::makeButton(tr("Unlock"), kit::ButtonKind::Primary))
    , m_online(kit::makeButton(tr("Go on without saving on this computer"), kit::ButtonKind::Secondary))
    , m_someoneElse(kit::makeButton(tr("Sign in as someone else"), kit::ButtonKind::Quiet))
    , m_progress(new ProgressLine) {
    setObjectName(QStringLiteral("lockScreen"));
    setWindowTitle(tr("Carrel – locked"));
    resize(1200, 800);
    kit::keepOnScreen(*this);
    auto* const middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(makeForm(notice), 4);
    middle->addStretch(1);
    auto* const place = new QWidget;
    auto* const down = new QVBoxLayout(place);
    down->setContentsMargins(0, 0, 0, 0);
    down->addStretch(2);
    down->addLayout(middle);
    down->addStretch(3);
    setCentralWidget(new QWidget);
    auto* const layout = new QVBoxLayout(centralWidget());
    layout->addLayout(brandLine(host, devicePixelRatioF()));
    layout->addWidget(new kit::PageScroll(place), 1);
    fitFrame();
    connect(m_password, &kit::SecretField::edited, this, [this] {
        if (!m_password->isEmpty()) {
            m_flow.touch();
        }
    });
    connect(m_code, &kit::CodeField::edited, this, [this] {
        if (!m_code->isEmpty()) {
            m_flow.touch();
        }
    });
    connect(m_password, &kit::SecretField::returnPressed, this, &LockScreen::submit);
    connect(m_code, &kit::CodeField::returnPressed, this, &LockScreen::submit);
    connect(m_code, &kit::CodeField::completed, this, &LockScreen::submit);
    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::submit);
    connect(m_online, &QPushButton::clicked, this, &LockScreen::goOnWithoutSaving);
    connect(&m_flow, &signin::Unlock::fellBack, this, &LockScreen::startOver);
    connect(m_someoneElse, &QPushButton::clicked, this, &LockScreen::signInAsSomeoneElse);
    connect(&m_flow, &signin::Unlock::changed, this, &LockScreen::render);
    render();
    m_password->focusField();
}

QWidget* LockScreen::makeForm(const LockNotice& notice) {
    auto* const card = new kit::Card;
    card->setMinimumWidth(400);
    card->setMaximumWidth(460);
    auto* const lock = new QLabel;
    m_picture = lock;
    lock->setAlignment(Qt::AlignCenter);
    lock->setPixmap(kit::icon(QLatin1StringView("lock"), kit::tokens().accent)
                        .pixmap(QSize(40, 40), devicePixelRatioF()));
    auto* const name = new kit::Heading(m_flow.session().account.displayName, kit::Heading::Level::Page);
    name->setObjectName(QStringLiteral("lockedPerson"));
    name->setAlignment(Qt::AlignCenter);
    name->setWordWrap(true);
    auto* const why = centred(lockSentence(notice, locale()), "muted");
    why->setObjectName(QStringLiteral("lockReason"));
    why->setHidden(why->text().isEmpty());
    m_password->setObjectName(QStringLiteral("unlockPassword"));
    m_message->setObjectName(QStringLiteral("lockMessage"));
    m_unlock->setObjectName(QStringLiteral("unlockButton"));
    m_unlock->setMinimumHeight(44);
    m_online->setObjectName(QStringLiteral("unlockOnlineButton"));
    m_someoneElse->setObjectName(QStringLiteral("someoneElseButton"));
    for (QPushButton* const button : {m_unlock, m_online, m_someoneElse}) {
        button->setAccessibleName(button->text());
    }
    QVBoxLayout* const body = card->body();
    m_form = body;
    body->setSpacing(6);
    body->addWidget(lock);
    body->addSpacing(4);
    body->addWidget(name);
    body->addWidget(centred(m_flow.session().account.organizationName, "muted"));
    body->addSpacing(4);
    body->addWidget(why);
    body->addSpacing(14);
    body->addWidget(m_message);
    body->addSpacing(4);
    body->addWidget(m_password);
    body->addWidget(m_code);
    body->addSpacing(14);
    body->addWidget(m_unlock);
    body->addWidget(m_online);
    body->addWidget(m_someoneElse);
    body->addWidget(m_progress);
    return card;
}

void LockScreen::fitFrame() {
    const bool low = height() < roomyFrom;
    m_picture->setVisible(!low);
    m_form->setContentsMargins(low ? QMargins(24, 10, 24, 10) : QMargins(32, 28, 32, 20));
    centralWidget()->layout()->setContentsMargins(low ? QMargins(16, 8, 16, 8) : QMargins(24, 20, 24, 20));
}

void LockScreen::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitFrame();
}

void LockScreen::showOpening() {
    m_opening = true;
    empty();
    m_message->clear();
    m_progress->start();
    updateControls();
}

void LockScreen::pause(const QString& text) {
    m_paused = true;
    empty();
    m_message->show(kit::InlineMessage::Kind::Warning, text);
    updateControls();
}

void LockScreen::resume() {
    m_paused = false;
    m_message->clear();
    updateControls();
    m_password->focusField();
}

void LockScreen::render() {
    using Step = signin::Unlock::Step;
    const Step step = m_flow.step();
    m_asksCode = step == Step::CodeNeeded || (m_asksCode && step == Step::Checking);
    m_code->setVisible(m_asksCode);
    m_password->setVisible(!m_asksCode);
    m_online->setVisible(step == Step::KeychainTrouble);
    if (step == Step::Checking) {
        m_interrupted = false;
        m_message->clear();
        m_progress->start();
    } else {
        m_progress->stop();
    }
    updateControls();
    if (step == Step::Waiting || step == Step::CodeNeeded || step == Step::KeychainTrouble) {
        renderMessage();
    }
}

void LockScreen::renderMessage() {
    if (m_paused || m_opening) {
        return; // what is said about that stays, and nothing can be typed
    }
    if (const auto& error = m_flow.error()) {
        showError(*error);
    } else if (m_interrupted) {
        m_message->show(kit::InlineMessage::Kind::Info, tr("Unlocking was interrupted, so it starts again."));
    } else {
        m_message->clear();
    }
    updateControls();
    if (m_asksCode) {
        m_code->focusField();
    } else {
        m_password->focusField();
    }
}

void LockScreen::showError(const Error& error) {
    m_password->setInvalid(error.code == ErrorCode::WrongCredentials);
    if (m_flow.step() == signin::Unlock::Step::KeychainTrouble) {
        const KeychainText text = keychainText(error);
        m_message->show(kit::InlineMessage::Kind::Warning,
                        QStringLiteral("%1. %2").arg(text.title, text.explanation));
    } else if (error.code == ErrorCode::SecondFactorRequired) {
        m_message->show(kit::InlineMessage::Kind::Info, kit::errorText(error));
    } else {
        m_message->show(kit::InlineMessage::Kind::Danger, messageFor(error, m_flow.attemptsLeft()));
    }
}

void LockScreen::startOver() {
    // It may fall back more than once in a row: the system locks, sleeps and wakes up.
    m_interrupted = m_interrupted || m_flow.step() != signin::Unlock::Step::Waiting || !m_password->isEmpty();
    empty();
}

void LockScreen::empty() {
    m_password->drop();
    m_password->setInvalid(false);
    m_code->drop();
}

void LockScreen::submit() {
    if (!m_unlock->isEnabled()) {
        return;
    }
    if (m_asksCode) {
        if (m_code->isComplete()) {
            m_flow.submit({}, m_code->take());
        } else {
            m_code->focusField();
        }
        return;
    }
    if (m_password->isEmpty()) {
        m_password->focusField();
        return;
    }
    m_password->setInvalid(false);
    m_flow.submit(m_password->take(), {});
}

void LockScreen::goOnWithoutSaving() {
    if (m_password->isEmpty()) {
        m_password->setInvalid(true);
        m_password->focusField();
        return;
    }
    m_password->setInvalid(false);
    m_flow.submit(m_password->take(), {}, signin::Unlock::Way::InMemory);
}

void LockScreen::updateControls() {
    const bool busy = m_paused || m_opening || m_flow.step() == signin::Unlock::Step::Checking;
    if (busy && focusWidget() != m_someoneElse) {
        // Else Qt moves it to the only button that is left, and the space of a pass phrase that is typed on
        // signs the person out.
        centralWidget()->setFocus(Qt::OtherFocusReason);
    }
    m_password->setEnabled(!busy);
    m_code->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
    m_online->setEnabled(!busy);
    m_someoneElse->setEnabled(!m_opening);
}

void LockScreen::closeEvent(QCloseEvent* event) {
    event->accept();
    Q_EMIT closed();
}

} // namespace carrel::signin_ui
