// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "field_cell.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace carrel::orders {

/// Every field that the signature covers, on screen at once. Built from shownFields() only.
class ContentView final : public QWidget {
    Q_OBJECT
public:
    explicit ContentView(QWidget* parent = nullptr);

    void setContent(const domain::OrderContent& content);
    /// Marks `changes` in what is shown; lines that are gone are listed below.
    void mark(const std::vector<FieldChange>& changes);
    void clear();
    const std::vector<FieldCell*>& cells() const { return m_cells; }

private:
    FieldCell* cell(Field field, const std::optional<domain::CartLineId>& line, FieldCell::Layout layout);
    QWidget* headCard(std::initializer_list<Field> fields);
    QWidget* lineCard(int position, const domain::CartLineId& line);

    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    std::vector<ShownField> m_fields;
    std::vector<FieldCell*> m_cells;
    QString m_prefix;
};

} // namespace carrel::orders
