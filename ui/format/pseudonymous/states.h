// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/order.h>
#include <ui/kit/widgets.h>

namespace carrel::format {

/// The word a person reads for a state, and how its chip looks.
struct StateText {
    QString text;
    kit::StatusChip::Tone tone = kit::StatusChip::Tone::Neutral;
};

StateText stateText(domain::AppointmentState state);
StateText stateText(domain::CartState state);
StateText stateText(domain::OrderState state);

/// The sentence for a decline reason code of the contract ("dose_question"); the code itself if unknown.
QString declineReason(const QString& code);

} // namespace carrel::format
