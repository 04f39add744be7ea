// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dependencies.h"
#include "order_loader.h"

#include <ui/kit/widgets.h>

#include <QWidget>

namespace carrel::format {
class PatientBanner;
}

namespace carrel::orders {

class ChartSummary;
class ContentView;
class DecisionPanel;
class OrderDetail;
class ReviewFrame;
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

private:
    void build();
    void connectParts();
    void show(const LoadedOrder& loaded);
    void showReview(const LoadedOrder& loaded);
    void showDecided(const LoadedOrder& loaded);
    void showCached(const LoadedOrder& loaded);
    void showRefusal(const QString& text);
    void connectionChanged();
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
    ChartSummary* m_chart;
    ContentView* m_content;
    OrderDetail* m_detail;
    DecisionPanel* m_decision = nullptr; ///< prescribers only
    ReviewFrame* m_frame = nullptr;
    std::optional<domain::Order> m_order;
    std::optional<domain::OrderContent> m_shown;
    domain::OrderState m_standing = domain::OrderState::AwaitingApproval;
    bool m_compare = false; ///< the next content is compared with m_shown
    bool m_unsure = false;  ///< the backend said that the state is another than the cache's, not which
    bool m_wantsReview = false;
    QString m_toldOfAnother; ///< while the order is on its way
    bool m_online = false;
};

} // namespace carrel::orders
