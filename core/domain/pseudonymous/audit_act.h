// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/wire_names.h>

namespace carrel::domain {

/// What a person did, as the audit trail says it.
enum class AuditAct {
    View,
    List,
    Search,
    Reveal,
    Print,
    Copy,
    Export,
    CheckIn,
    CartChange,
    Submit,
    Decline,
    Sign,
    Lock
};
constexpr QLatin1StringView wireName(AuditAct act) {
    using enum AuditAct;
    using namespace Qt::StringLiterals;
    switch (act) {
    case View:
        return "view"_L1;
    case List:
        return "list"_L1;
    case Search:
        return "search"_L1;
    case Reveal:
        return "reveal"_L1;
    case Print:
        return "print"_L1;
    case Copy:
        return "copy"_L1;
    case Export:
        return "export"_L1;
    case CheckIn:
        return "check_in"_L1;
    case CartChange:
        return "cart_change"_L1;
    case Submit:
        return "submit"_L1;
    case Decline:
        return "decline"_L1;
    case Sign:
        return "sign"_L1;
    case Lock:
        return "lock"_L1;
    }
    return {};
}

/// Why they did it.
enum class Purpose { Treatment, CheckIn, Operations, Payment, Support };
constexpr QLatin1StringView wireName(Purpose purpose) {
    using enum Purpose;
    using namespace Qt::StringLiterals;
    switch (purpose) {
    case Treatment:
        return "treatment"_L1;
    case CheckIn:
        return "check_in"_L1;
    case Operations:
        return "operations"_L1;
    case Payment:
        return "payment"_L1;
    case Support:
        return "support"_L1;
    }
    return {};
}

} // namespace carrel::domain
