// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "content_diff.h"

#include <QFrame>

class QLabel;

namespace carrel::orders {

/// One shown field: caption and value, and what the value was before if it changed. Nothing is shortened:
/// values wrap. Accessible as "Quantity: 2 vials" (with "Line 1, " before it for a line).
class FieldCell final : public QFrame {
    Q_OBJECT
public:
    enum class Layout { Beside, Above, ValueOnly };
    FieldCell(const ShownField& field, const QString& accessiblePrefix, Layout layout,
              QWidget* parent = nullptr);

    /// Marks the field as changed since it was shown before.
    void mark(const QString& before);
    const ShownField& field() const { return m_field; }

private:
    void name();

    const ShownField m_field;
    const QString m_prefix;
    QLabel* m_value;
    QLabel* m_before;
};

} // namespace carrel::orders
