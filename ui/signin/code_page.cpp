// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/secret_field.h>
#include <ui/kit/widgets.h>
#include <ui/signin/code_page.h>
#include <ui/signin/page_metrics.h>
#include <ui/signin/progress_line.h>
#include <ui/signin/sign_in_errors.h>

#include <QLabel>
#include <QVBoxLayout>

namespace carrel::signin_ui {

CodePage::CodePage(QWidget* parent)
    : QWidget(parent)
    , m_code(new kit::CodeField({tr("Code"), tr("Code"), QStringLiteral("codeEdit")}, kit::FieldSize::Tall))
    , m_message(new kit::InlineMessage)
    , m_continue(kit::makeButton(tr("Continue"), kit::ButtonKind::Primary))
    , m_back(kit::makeButton(tr("Use another account"), kit::ButtonKind::Quiet))
    , m_progress(new ProgressLine) {
    m_message->setObjectName(QStringLiteral("codeMessage"));
    m_continue->setObjectName(QStringLiteral("codeContinueButton"));
    m_continue->setAccessibleName(m_continue->text());
    m_continue->setMinimumHeight(44);
    m_back->setObjectName(QStringLiteral("codeBackButton"));
    m_back->setAccessibleName(m_back->text());
    auto* const hint =
        new QLabel(tr("Open your authenticator app and type the six digits that it shows for Carrel."));
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addItem(topSpaceItem());
    auto* const heading = new kit::Heading(tr("Confirm that it is you"), kit::Heading::Level::Page);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addSpacing(16);
    layout->addWidget(m_message);
    layout->addSpacing(8);
    layout->addWidget(m_code);
    layout->addSpacing(18);
    layout->addWidget(m_continue);
    layout->addWidget(m_back);
    layout->addSpacing(4);
    layout->addWidget(m_progress);
    layout->addStretch(1);
    connect(m_code, &kit::CodeField::edited, this, [this] {
        if (!m_code->isEmpty()) {
            Q_EMIT typed();
        }
    });
    connect(m_code, &kit::CodeField::completed, this, &CodePage::submit);
    connect(m_code, &kit::CodeField::returnPressed, this, &CodePage::submit);
    connect(m_continue, &QPushButton::clicked, this, &CodePage::submit);
    connect(m_back, &QPushButton::clicked, this, &CodePage::startAgain);
}

SecureBytes CodePage::takeCode() {
    return m_code->take();
}

void CodePage::reset() {
    setBusy(false);
    m_code->drop();
    m_message->clear();
}

void CodePage::setBusy(bool busy) {
    m_busy = busy;
    m_code->setEnabled(!busy);
    m_continue->setEnabled(!busy);
    m_back->setEnabled(!busy);
    if (busy) {
        m_message->clear();
        m_progress->start();
    } else {
        m_progress->stop();
    }
}

void CodePage::showError(const Error& error) {
    setBusy(false);
    m_message->show(kit::InlineMessage::Kind::Danger, signInErrorText(error));
    focusStart();
}

void CodePage::focusStart() {
    m_code->focusField();
}

void CodePage::submit() {
    if (m_busy) {
        return;
    }
    if (m_code->isComplete()) {
        Q_EMIT submitted();
    } else {
        focusStart();
    }
}

} // namespace carrel::signin_ui
