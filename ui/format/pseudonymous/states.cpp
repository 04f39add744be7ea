// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "states.h"

#include <QCoreApplication>

namespace carrel::format {

using namespace Qt::StringLiterals;
using Tone = kit::StatusChip::Tone;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("carrel::format", text);
}

} // namespace

StateText stateText(domain::AppointmentState state) {
    using enum domain::AppointmentState;
    switch (state) {
    case Booked:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Booked")), Tone::Neutral};
    case Arrived:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Arrived")), Tone::Success};
    case InRoom:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "In room")), Tone::Info};
    case Done:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Done")), Tone::Neutral};
    case NoShow:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "No show")), Tone::Warning};
    case Cancelled:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Cancelled")), Tone::Neutral};
    }
    Q_UNREACHABLE();
}

StateText stateText(domain::CartState state) {
    using enum domain::CartState;
    switch (state) {
    case Open:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Open")), Tone::Info};
    case Submitted:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Submitted")), Tone::Success};
    case Abandoned:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Abandoned")), Tone::Neutral};
    }
    Q_UNREACHABLE();
}

StateText stateText(domain::OrderState state) {
    using enum domain::OrderState;
    switch (state) {
    case AwaitingApproval:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Awaiting approval")), Tone::Warning};
    case Approved:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Approved")), Tone::Success};
    case Declined:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Declined")), Tone::Danger};
    case Sent:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Sent to pharmacy")), Tone::Info};
    case Dispensed:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Dispensed")), Tone::Success};
    case Cancelled:
        return {say(QT_TRANSLATE_NOOP("carrel::format", "Cancelled")), Tone::Neutral};
    }
    Q_UNREACHABLE();
}

QString declineReason(const QString& code) {
    if (code == "dose_question"_L1) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "Question about the dose"));
    }
    if (code == "interaction"_L1) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "Interaction with another medication"));
    }
    if (code == "allergy"_L1) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "Allergy"));
    }
    if (code == "needs_visit"_L1) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "Patient needs a visit first"));
    }
    if (code == "duplicate"_L1) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "Duplicate of another order"));
    }
    if (code == "other"_L1) {
        return say(QT_TRANSLATE_NOOP("carrel::format", "Other reason"));
    }
    return code;
}

} // namespace carrel::format
