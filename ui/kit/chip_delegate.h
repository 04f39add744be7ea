// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace carrel::kit {

/// Paints a cell as a StatusChip. The model gives the word as DisplayRole and `int(StatusChip::Tone)` as
/// ToneRole; assistive technology reads the word.
class ChipDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int ToneRole = Qt::UserRole + 100;
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace carrel::kit
