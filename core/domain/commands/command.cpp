// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "command.h"

#include <array>
#include <string_view>

namespace carrel::domain {

namespace {

template <CommandDefinition... Commands>
consteval bool namesDiffer(std::type_identity<std::variant<Commands...>>) {
    // QLatin1StringView compares at compile time from Qt 6.5 on.
    const std::array names{
        std::string_view(Commands::name.data(), static_cast<std::size_t>(Commands::name.size()))...};
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = i + 1; j < names.size(); ++j) {
            if (names[i] == names[j]) {
                return false;
            }
        }
    }
    return true;
}
static_assert(namesDiffer(std::type_identity<Command>()), "two commands have one name");

template <typename... Commands>
Result<Command> read(const QString& name, const QJsonObject& body,
                     std::type_identity<std::variant<Commands...>>) {
    Result<Command> got = fail(ErrorCode::InvalidInput, QLatin1StringView("command: no such name: ") + name);
    got.error().reason = QStringLiteral("unknown-command");
    const auto tryAs = [&]<typename C>(std::type_identity<C>) {
        if (name != C::name) {
            return false;
        }
        Result<C> one = fromBody<C>(body);
        got = one ? Result<Command>(std::move(*one)) : fail(std::move(one.error()));
        return true;
    };
    static_cast<void>((tryAs(std::type_identity<Commands>()) || ...));
    return got;
}

template <typename... Commands> QSet<QString> namesOf(std::type_identity<std::variant<Commands...>>) {
    return {QString(Commands::name)..., QString(Reveal::name)};
}

} // namespace

QSet<QString> commandNames() {
    return namesOf(std::type_identity<Command>());
}

QLatin1StringView nameOf(const Command& command) {
    return std::visit([]<typename C>(const C&) { return C::name; }, command);
}

Subject subjectOf(const Command& command) {
    return std::visit([]<typename C>(const C&) { return C::subject; }, command);
}

QString subjectIdOf(const Command& command) {
    return std::visit([](const auto& one) { return one.subjectId(); }, command);
}

AuditAct actOf(const Command& command) {
    return std::visit([]<typename C>(const C&) { return C::act; }, command);
}

Purpose purposeOf(const Command& command) {
    return std::visit([]<typename C>(const C&) { return C::purpose; }, command);
}

QJsonObject bodyOf(const Command& command) {
    return std::visit([](const auto& one) { return bodyOf(one); }, command);
}

Result<QJsonObject> effectOf(const Command& command, const RowImage& row, const EffectContext& with) {
    return std::visit([&](const auto& one) { return one.effect(row, with); }, command);
}

Command behindOthers(Command command) {
    std::visit(
        []<typename C>(C& one) {
            if constexpr (C::versionRule == VersionRule::AsShownIfFirst) {
                one.version = 0;
            }
        },
        command);
    return command;
}

Result<Command> commandFrom(const QString& name, const QJsonObject& body) {
    return read(name, body, std::type_identity<Command>());
}

} // namespace carrel::domain
