// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <vector>

class QBoxLayout;
class QScrollArea;
class QTimer;

namespace carrel::orders {

/// Where the parts of a review stand: the decision beside the order where there is room and below it where
/// there is not, never over it; in a low window only the patient is fixed above the order. Takes the parts
/// over.
class ReviewFrame final : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        QWidget* top; ///< way back, number, state, way on
        QWidget* banner;
        QWidget* message;
        std::vector<QWidget*> order; ///< one below the other
        QWidget* decision;           ///< may be null: nothing to decide for this person
    };
    explicit ReviewFrame(const Parts& parts, QWidget* parent = nullptr);

    /// The decision came or went.
    void placeDecision();
    /// Scrolls to the decision where it stands below the order, once the layout knows the new heights.
    void revealDecision();
    void stopRevealing();
    void scrollToTop();
    void focusOrder();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeTop();

    QWidget* m_top;
    QWidget* m_decision;
    QBoxLayout* m_whole; ///< holds m_top, except in a low window
    QBoxLayout* m_column;
    QScrollArea* m_scroll;
    QScrollArea* m_side = nullptr; ///< holds m_decision while there is room beside the order
    QTimer* m_reveal;
};

} // namespace carrel::orders
