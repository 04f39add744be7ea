// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "decline_panel.h"

#include "order_text.h"

#include <ui/format/pseudonymous/states.h>
#include <ui/work/draft_keeper.h>

#include <QComboBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

constexpr auto otherReason = "other"_L1;
constexpr int longestNote = 1000; // the contract's limit

} // namespace

DeclinePanel::DeclinePanel(ports::Drafts& drafts, QWidget* parent)
    : QFrame(parent)
    , m_reason(new QComboBox)
    , m_note(new QPlainTextEdit)
    , m_noteCaption(new QLabel)
    , m_message(new kit::InlineMessage)
    , m_confirm(kit::makeButton(tr("Decline order"), kit::ButtonKind::Danger))
    , m_cancel(kit::makeButton(tr("Keep the order"), kit::ButtonKind::Secondary))
    , m_draft(new work::DraftKeeper(drafts, [this] { return typed(); }, this)) {
    setProperty("surface", u"card"_s);
    setObjectName(u"declinePanel"_s);
    setAccessibleName(tr("Decline with a reason"));
    m_reason->setAccessibleName(tr("Reason for declining"));
    m_reason->setObjectName(u"declineReason"_s);
    m_reason->setPlaceholderText(tr("Choose a reason"));
    // The panel decides how wide it is, not the longest reason.
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setMinimumContentsLength(12);
    for (const QLatin1StringView code : declineReasons) {
        m_reason->addItem(format::declineReason(code), QString(code));
    }
    m_reason->setCurrentIndex(-1);
    m_note->setAccessibleName(tr("Note for declining"));
    m_note->setObjectName(u"declineNote"_s);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(fontMetrics().height() * 5 + 16);
    m_message->setObjectName(u"declineMessage"_s);
    m_confirm->setObjectName(u"declineConfirm"_s);
    m_confirm->setAccessibleName(m_confirm->text());
    m_confirm->setAutoDefault(false);
    m_cancel->setObjectName(u"declineCancel"_s);
    m_cancel->setAccessibleName(m_cancel->text());
    build();

    connect(m_reason, &QComboBox::currentIndexChanged, this, &DeclinePanel::edited);
    connect(m_note, &QPlainTextEdit::textChanged, this, &DeclinePanel::edited);
    connect(m_draft, &work::DraftKeeper::loaded, this, &DeclinePanel::restore);
    connect(m_draft, &work::DraftKeeper::loadFailed, m_message, &kit::InlineMessage::showError);
    connect(m_draft, &work::DraftKeeper::saveFailed, m_message, &kit::InlineMessage::showError);
    connect(m_confirm, &QPushButton::clicked, this, &DeclinePanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &DeclinePanel::cancelled);
    update();
}

void DeclinePanel::build() {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(6);
    auto* const reasonCaption = new QLabel(tr("Reason"));
    reasonCaption->setBuddy(m_reason);
    m_noteCaption->setBuddy(m_note);
    kit::alignLeading(*reasonCaption);
    kit::alignLeading(*m_noteCaption);
    layout->addWidget(new kit::Heading(tr("Decline"), kit::Heading::Level::Section));
    layout->addWidget(reasonCaption);
    layout->addWidget(m_reason);
    layout->addWidget(m_noteCaption);
    layout->addWidget(m_note);
    layout->addWidget(m_message);
    layout->addSpacing(4);
    layout->addWidget(m_confirm);
    layout->addWidget(m_cancel);
}

void DeclinePanel::begin(const domain::OrderId& order) {
    leave();
    m_draft->start("decline/"_L1 + order.toString());
}

void DeclinePanel::leave() {
    m_draft->stop();
    m_restoring = true;
    m_reason->setCurrentIndex(-1);
    m_note->clear();
    m_restoring = false;
    m_message->clear();
    setBusy(false);
}

void DeclinePanel::restore(const QJsonObject& draft) {
    m_restoring = true;
    m_reason->setCurrentIndex(m_reason->findData(draft["reason"_L1].toString()));
    m_note->setPlainText(draft["note"_L1].toString());
    m_restoring = false;
    update();
    Q_EMIT restored();
}

QJsonObject DeclinePanel::typed() const {
    if (m_reason->currentIndex() < 0 && m_note->document()->isEmpty()) {
        return {};
    }
    return {{"reason"_L1, m_reason->currentData().toString()}, {"note"_L1, m_note->toPlainText()}};
}

void DeclinePanel::edited() {
    if (!m_restoring) {
        m_message->clear();
        m_draft->changed();
    }
    update();
}

void DeclinePanel::discardDraft() {
    m_draft->discard();
}

void DeclinePanel::confirm() {
    const QString note = m_note->toPlainText().trimmed();
    if (m_reason->currentIndex() < 0) {
        m_message->show(kit::InlineMessage::Kind::Danger, tr("Choose a reason."));
        m_reason->setFocus();
    } else if (m_reason->currentData().toString() == otherReason && note.isEmpty()) {
        m_message->show(kit::InlineMessage::Kind::Danger, tr("Write a note that says why."));
        m_note->setFocus();
    } else if (note.size() > longestNote) {
        m_message->show(kit::InlineMessage::Kind::Danger, tr("The note has %n characters; at most %1 fit.",
                                                             nullptr, static_cast<int>(note.size()))
                                                              .arg(longestNote));
        m_note->setFocus();
    } else {
        Q_EMIT declined(m_reason->currentData().toString(), note);
    }
}

void DeclinePanel::update() {
    const bool needsNote = m_reason->currentData().toString() == otherReason;
    m_noteCaption->setText(needsNote ? tr("Note (needed)") : tr("Note (optional)"));
    m_reason->setEnabled(!m_busy);
    m_note->setEnabled(!m_busy);
    m_confirm->setEnabled(!m_busy);
    m_cancel->setEnabled(!m_busy);
}

void DeclinePanel::setBusy(bool busy) {
    m_busy = busy;
    update();
}

void DeclinePanel::showMessage(kit::InlineMessage::Kind kind, const QString& text) {
    m_message->show(kind, text);
}

void DeclinePanel::focusStart() {
    m_reason->setFocus();
}

} // namespace carrel::orders
