// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "ids.h"

#include <algorithm>

namespace carrel::domain {

std::optional<PatientRef> PatientRef::fromString(QStringView text) {
    const QString upper = text.toString().toUpper();
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F'); };
    if (upper.size() != 9 || !upper.startsWith(QLatin1StringView("PT-")) ||
        !std::all_of(upper.begin() + 3, upper.end(), isHex)) {
        return std::nullopt;
    }
    return PatientRef(upper);
}

} // namespace carrel::domain
