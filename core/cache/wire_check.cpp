// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "wire_check.h"

#include <QDate>
#include <QLatin1StringView>
#include <QTime>

#include <algorithm>

namespace carrel::cache {

namespace {

QLatin1StringView latin1(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool isUuid(std::string_view text) {
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !hex) {
            return false;
        }
    }
    return true;
}

// PatientRef::fromString without making a QString for each of a million rows; upper case, as references are
// kept.
bool isReference(std::string_view text) {
    if (text.size() != 9 || !text.starts_with("PT-")) {
        return false;
    }
    return text.find_first_not_of("0123456789ABCDEF", 3) == std::string_view::npos;
}

bool isDate(std::string_view text) {
    return text.size() == 10 && QDate::fromString(latin1(text), Qt::ISODate).isValid();
}

bool areDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Times are compared as text, so all are in UTC and written alike; at most the fraction is left out.
bool isTime(std::string_view text) {
    if (text.size() < 20 || !isDate(text.substr(0, 10)) || text[10] != 'T' || text.back() != 'Z') {
        return false;
    }
    if (!QTime::fromString(latin1(text.substr(11, 8)), Qt::ISODate).isValid()) {
        return false;
    }
    const std::string_view fraction = text.substr(19, text.size() - 20);
    return fraction.empty() || (fraction.front() == '.' && areDigits(fraction.substr(1)));
}

bool isWord(std::span<const std::string_view> words, std::string_view text) {
    return words.empty() ? !text.empty() : std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace

bool fits(const Column& column, const Slot& slot) {
    if (slot.kind == Slot::Kind::Null) {
        return column.nullable;
    }
    const bool isText = slot.kind == Slot::Kind::Text;
    switch (column.type) {
    case ColumnType::Uuid:
        return isText && isUuid(slot.text);
    case ColumnType::Reference:
        return isText && isReference(slot.text);
    case ColumnType::Date:
        return isText && isDate(slot.text);
    case ColumnType::Time:
        return isText && isTime(slot.text);
    case ColumnType::Word:
        return isText && isWord(column.words, slot.text);
    case ColumnType::Text:
    case ColumnType::Lines:
        return isText;
    case ColumnType::Integer:
    case ColumnType::Flag:
        return slot.kind == Slot::Kind::Integer;
    }
    return false;
}

} // namespace carrel::cache
