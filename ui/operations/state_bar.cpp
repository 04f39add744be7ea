// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "state_bar.h"

#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/theme.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace carrel::operations {

using namespace Qt::StringLiterals;

namespace {

constexpr int thickness = 12;
constexpr int gap = 2;
constexpr int smallest = 4; // a state with one order among thousands is still there to be seen

} // namespace

QColor stateColour(domain::OrderState state) {
    const kit::Tokens theme = kit::tokens();
    switch (state) {
    case domain::OrderState::AwaitingApproval:
        return theme.warning;
    case domain::OrderState::Approved:
        return theme.accent;
    case domain::OrderState::Sent:
        return theme.info;
    case domain::OrderState::Dispensed:
        return theme.success;
    case domain::OrderState::Declined:
        return theme.danger;
    case domain::OrderState::Cancelled:
        return theme.textMuted;
    }
    return theme.textMuted;
}

StateBar::StateBar(const Counts& counts, QWidget* parent) : QWidget(parent), m_counts(counts) {
    QStringList words;
    for (const auto& [state, count] : counts) {
        if (count > 0) {
            words.append(format::stateText(state).text + u' ' + format::number(count));
        }
    }
    setAccessibleDescription(words.isEmpty() ? tr("No orders") : words.join(u", "_s));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StateBar::sizeHint() const {
    return {160, thickness};
}

QSize StateBar::minimumSizeHint() const {
    return {60, thickness};
}

void StateBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF whole = rect();
    QPainterPath rounded;
    rounded.addRoundedRect(whole, thickness / 2.0, thickness / 2.0);
    painter.setClipPath(rounded);
    painter.fillRect(whole, kit::tokens().line);

    int sum = 0;
    int parts = 0;
    for (const auto& [state, count] : m_counts) {
        sum += count;
        parts += count > 0 ? 1 : 0;
    }
    if (sum == 0) {
        return;
    }
    // Room for the gaps and the smallest parts first, the rest by share.
    const double shared = std::max(0.0, whole.width() - (parts - 1) * gap - parts * smallest);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    double x = 0;
    for (const auto& [state, count] : m_counts) {
        if (count == 0) {
            continue;
        }
        const double width = smallest + shared * count / sum;
        const double left = mirrored ? whole.width() - x - width : x;
        painter.fillRect(QRectF(left, 0, width, whole.height()), stateColour(state));
        x += width + gap;
    }
}

} // namespace carrel::operations
