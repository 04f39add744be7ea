// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dependencies.h"
#include "order_loader.h"

#include <ui/kit/widgets.h>

#include <QWidget>

class QBoxLayout;
class QScrollArea;
class QTimer;

namespace carrel::format {
class PatientBanner;
}

namespace carrel::orders {

class ChartSummary;
class ContentView;
class DecisionPanel;
class OrderDetail;
class UnansweredSignatures;

/// One order: for a prescriber and an order that waits, the patient, the chart, every field to be signed and
/// the panel to decide; for everyone else its state by reference.
class ReviewView final : public QWidget {
    Q_OBJECT
public:
    ReviewView(const Dependencies& with, UnansweredSignatures& unanswered, QWidget* parent = nullptr);

    void open(const domain::OrderId& id);
    /// Another order is wanted and not known yet: nothing of the one before is left to act on.
    void await();
    /// Forgets the order; nothing of it stays in the widgets.
    void close();
    /// The order on screen.
    const std::optional<domain::Order>& order() const { return m_order; }
    void focusStart();
    /// A sentence about an order that is not on screen. Told while one is on its way, it is still there then.
    void tellOfAnother(const QString& text);

Q_SIGNALS:
    void backRequested();
    void nextRequested();
    /// Here, or elsewhere as the backend says.
    void decided(const carrel::domain::OrderId& order);
    void trouble(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    void show(const LoadedOrder& loaded);
    void showReview(const LoadedOrder& loaded);
    void showDecided(const LoadedOrder& loaded);
    void showCached(const LoadedOrder& loaded);
    void showRefusal(const QString& text);
    void connectionChanged();
    void placePanel();
    void placeTop();
    QScrollArea* makeScroll(QWidget* inside, const QString& name) const;
    void updateNavigation();
    void revealDecision();
    void showState(domain::OrderState state);
    void updateState();
    void startAtTop();

    const Dependencies m_with;
    OrderLoader* m_loader;
    QPushButton* m_back;
    kit::Heading* m_heading;
    kit::StatusChip* m_state;
    QPushButton* m_next;
    kit::InlineMessage* m_message;
    format::PatientBanner* m_banner;
    QWidget* m_top = nullptr;      ///< way back, number, state, way on
    QBoxLayout* m_whole = nullptr; ///< holds m_top, except in a low window
    QBoxLayout* m_body = nullptr;
    QBoxLayout* m_column = nullptr;
    QScrollArea* m_scroll = nullptr;
    QScrollArea* m_side = nullptr; ///< holds m_decision while there is room beside the order
    ChartSummary* m_chart;
    ContentView* m_content;
    OrderDetail* m_detail;
    DecisionPanel* m_decision = nullptr; ///< prescribers only
    std::optional<domain::Order> m_order;
    std::optional<domain::OrderContent> m_shown;
    domain::OrderState m_standing = domain::OrderState::AwaitingApproval;
    QTimer* m_reveal;       ///< brings the decision into view once the layout knows its height
    bool m_compare = false; ///< the next content is compared with m_shown
    bool m_unsure = false;  ///< the backend said that the state is another than the cache's, not which
    bool m_wantsReview = false;
    QString m_toldOfAnother; ///< while the order is on its way
    bool m_online = false;
};

} // namespace carrel::orders
