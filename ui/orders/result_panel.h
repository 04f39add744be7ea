// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/kit/widgets.h>

#include <QFrame>

namespace carrel::orders {

/// What became of the order, and the way to the next one: a prescriber has forty.
class ResultPanel final : public QFrame {
    Q_OBJECT
public:
    explicit ResultPanel(QWidget* parent = nullptr);
    void setResult(kit::InlineMessage::Kind kind, const QString& title, const QString& text);
    void focusStart();

Q_SIGNALS:
    void nextRequested();

private:
    kit::Heading* m_title;
    kit::InlineMessage* m_message;
    QPushButton* m_next;
};

} // namespace carrel::orders
