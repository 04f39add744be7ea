// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/ids.h>
#include <core/ports/drafts.h>
#include <ui/kit/widgets.h>

#include <QFrame>

class QComboBox;
class QPlainTextEdit;

namespace carrel::work {
class DraftKeeper;
}

namespace carrel::orders {

/// Why an order is declined. What is typed is a draft, so it is there again after a lock.
class DeclinePanel final : public QFrame {
    Q_OBJECT
public:
    explicit DeclinePanel(ports::Drafts& drafts, QWidget* parent = nullptr);

    /// Empties the panel for `order` and brings its draft back, if there is one.
    void begin(const domain::OrderId& order);
    /// Saves what is not saved yet and lets go of the order.
    void leave();
    void focusStart();
    void discardDraft();
    void setBusy(bool busy);
    void showMessage(kit::InlineMessage::Kind kind, const QString& text);

Q_SIGNALS:
    void declined(const QString& reasonCode, const QString& note);
    void cancelled();
    /// A draft was found: the panel wants to be seen.
    void restored();

private:
    void build();
    void restore(const QJsonObject& draft);
    QJsonObject typed() const;
    void edited();
    void confirm();
    void update();

    QComboBox* m_reason;
    QPlainTextEdit* m_note;
    QLabel* m_noteCaption;
    kit::InlineMessage* m_message;
    QPushButton* m_confirm;
    QPushButton* m_cancel;
    work::DraftKeeper* m_draft;
    bool m_busy = false;
    bool m_restoring = false;
};

} // namespace carrel::orders
