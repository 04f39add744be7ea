// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "signing.h"

#include <algorithm>

namespace carrel::ports {

std::optional<StepUpGrant> StepUpGrant::fromFactors(SecureBytes password, SecureBytes code) {
    const QByteArrayView digits = code.view();
    const bool sixDigits = digits.size() == 6 && std::all_of(digits.begin(), digits.end(),
                                                             [](char c) { return c >= '0' && c <= '9'; });
    if (password.isEmpty() || !sixDigits) {
        return std::nullopt;
    }
    return StepUpGrant(std::move(password), std::move(code));
}

} // namespace carrel::ports
