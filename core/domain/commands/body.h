// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/strong_id.h>
#include <core/base/wire_names.h>

#include <QDate>
#include <QJsonObject>

#include <tuple>
#include <utility>

namespace carrel::domain {

/// One member of a command and its name in the contract. A command lists all of its own, in the order in
/// which it declares them: its body is written and read by that list alone.
template <typename Command, typename Value> struct BodyMember {
    QLatin1StringView name;
    Value Command::* pointer;
    bool leftOutWhenZero = false; ///< else the contract requires it
};
// Said for compilers that do not deduce an aggregate's parameters (clang before 17).
template <typename Command, typename Value>
BodyMember(QLatin1StringView, Value Command::*, bool = false) -> BodyMember<Command, Value>;

namespace body {

template <typename Tag> QJsonValue written(const StrongId<Tag>& id) {
    return id.toString();
}
inline QJsonValue written(int number) {
    return number;
}
inline QJsonValue written(const QString& text) {
    return text;
}
inline QJsonValue written(const std::optional<QDate>& day) {
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}
template <WireNamed Enum> QJsonValue written(Enum value) {
    return wireName(value);
}

// The second parameter only says which type is wanted.
template <typename Tag>
std::optional<StrongId<Tag>> read(const QJsonValue& value, std::type_identity<StrongId<Tag>>) {
    return StrongId<Tag>::fromString(value.toString());
}
inline std::optional<int> read(const QJsonValue& value, std::type_identity<int>) {
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}
inline std::optional<QString> read(const QJsonValue& value, std::type_identity<QString>) {
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}
inline std::optional<std::optional<QDate>> read(const QJsonValue& value,
                                                std::type_identity<std::optional<QDate>>) {
    if (value.isNull()) {
        return std::optional<QDate>();
    }
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? std::make_optional<std::optional<QDate>>(day) : std::nullopt;
}
template <WireNamed Enum> std::optional<Enum> read(const QJsonValue& value, std::type_identity<Enum>) {
    return fromWire<Enum>(value.toString());
}

template <typename Command, typename Value>
std::optional<Value> readMember(const QJsonObject& from, const BodyMember<Command, Value>& member,
                                QLatin1StringView& wrong) {
    const QJsonValue value = from.value(member.name);
    if constexpr (std::same_as<Value, int>) {
        if (member.leftOutWhenZero && value.isUndefined()) {
            return 0;
        }
    }
    std::optional<Value> got = read(value, std::type_identity<Value>());
    if (!got && wrong.isEmpty()) {
        wrong = member.name;
    }
    return got;
}

/// Fits where any id, number or text would (and `{}` where an optional would): shows that a command has one
/// member more than it lists.
struct Anything {
    template <typename Value> operator Value() const; // NOLINT(google-explicit-constructor)
};

template <typename Command, typename... Values>
consteval bool listsAll(const std::tuple<BodyMember<Command, Values>...>&) {
    return !requires { Command{std::declval<Values>()..., Anything()}; } &&
           !requires { Command{std::declval<Values>()..., {}}; };
}

} // namespace body

/// The body as the contract has it, and as the outbox keeps it.
template <typename Command>
    requires requires { Command::members; }
QJsonObject bodyOf(const Command& command) {
    static_assert(body::listsAll(Command::members),
                  "a member of the command is not in its list: it would not be sent");
    QJsonObject written;
    std::apply(
        [&](const auto&... member) {
            const auto write = [&](const auto& one) {
                const QJsonValue value = body::written(command.*one.pointer);
                if (!one.leftOutWhenZero || value != QJsonValue(0)) {
                    written.insert(one.name, value);
                }
            };
            (write(member), ...);
        },
        Command::members);
    return written;
}

/// Reads it back. InvalidInput names the member that is missing or malformed.
template <typename Command> Result<Command> fromBody(const QJsonObject& kept) {
    return std::apply(
        [&](const auto&... member) -> Result<Command> {
            QLatin1StringView wrong;
            const std::tuple got{body::readMember(kept, member, wrong)...};
            if (!wrong.isEmpty()) {
                Error error = Error::of(ErrorCode::InvalidInput,
                                        Command::name + QLatin1StringView(": missing or malformed"));
                error.field = wrong;
                return fail(std::move(error));
            }
            return std::apply([](const auto&... value) { return Command{*value...}; }, got);
        },
        Command::members);
}

} // namespace carrel::domain
