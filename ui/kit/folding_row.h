// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace carrel::kit {

/// Puts its items side by side where the width allows and on further lines where it does not, so that nothing
/// is cut off and nothing has to be scrolled sideways. Items with a stretch share the room that is left, and
/// have a line of their own when there is none.
class FoldingRow final : public QLayout {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoldingRow)
public:
    /// `unfoldedFrom`: the least width for side by side; 0 for the width that the items ask for.
    explicit FoldingRow(int gap, int unfoldedFrom = 0, QWidget* parent = nullptr);
    ~FoldingRow() override;
    void add(QWidget* widget, int stretch = 0);
    /// The last item, at the far end when there is room.
    void addAtEnd(QWidget* widget);

    void addItem(QLayoutItem* item) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    int count() const override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

private:
    struct Part {
        std::unique_ptr<QLayoutItem> item;
        int stretch = 0;
    };
    struct Line {
        std::vector<const Part*> parts;
        std::vector<int> widths;
    };
    std::vector<const Part*> shown() const;
    std::vector<Line> lines(int width, int room) const;
    bool isFolded(int width) const;
    std::vector<int> widths(const std::vector<const Part*>& parts, int room) const;
    int arrange(const QRect& rect, bool apply) const;

    std::vector<Part> m_parts;
    int m_gap;
    int m_unfoldedFrom;
    int m_nextStretch = 0;
    bool m_spread = false; ///< the last item stands at the far end
};

} // namespace carrel::kit
