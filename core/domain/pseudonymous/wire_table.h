// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace carrel::domain {

/// Names of an enumeration's values in the contract, one table for both directions.
template <typename Enum, std::size_t N> using WireTable = std::array<std::pair<Enum, QLatin1StringView>, N>;

template <typename Enum, std::size_t N>
QLatin1StringView nameIn(const WireTable<Enum, N>& table, Enum value) {
    for (const auto& [candidate, name] : table) {
        if (candidate == value) {
            return name;
        }
    }
    Q_UNREACHABLE();
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueIn(const WireTable<Enum, N>& table, QStringView text) {
    for (const auto& [value, name] : table) {
        if (text == name) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace carrel::domain
