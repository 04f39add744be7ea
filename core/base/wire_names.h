// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <concepts>
#include <optional>

namespace carrel {

/// An enumeration whose values have names in the contract. It counts from 0 without gaps, and beside it
/// stands `constexpr QLatin1StringView wireName(Enum)`: one switch without a default branch, so that a value
/// without a name does not compile (-Wswitch), and `return {}` behind it, which ends the count.
template <typename Enum>
concept WireNamed = std::is_enum_v<Enum> && requires(Enum value) {
    { wireName(value) } -> std::same_as<QLatin1StringView>;
};

/// The value that the contract calls `text`; none if it has no such name.
template <WireNamed Enum> constexpr std::optional<Enum> fromWire(QStringView text) {
    for (int i = 0;; ++i) {
        const auto value = static_cast<Enum>(i);
        const QLatin1StringView name = wireName(value);
        if (name.isEmpty()) {
            return std::nullopt;
        }
        if (text == name) {
            return value;
        }
    }
}

/// How many values the enumeration has.
template <WireNamed Enum> consteval int wireCount() {
    int count = 0;
    while (!wireName(static_cast<Enum>(count)).isEmpty()) {
        ++count;
    }
    return count;
}

} // namespace carrel
