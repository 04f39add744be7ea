// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/error.h>
#include <core/base/strong_id.h>
#include <core/base/wire_names.h>

#include <QByteArray>
#include <QIODevice>

#include <chrono>
#include <concepts>
#include <mutex>
#include <type_traits>

namespace carrel::log {

/// Text that was written by a programmer: only a literal becomes one, checked at compile time.
class Literal final {
public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N]) // NOLINT(google-explicit-constructor)
        : m_text(text)
        , m_size(static_cast<qsizetype>(N - 1)) {}
    QByteArrayView view() const { return {m_text, m_size}; }

private:
    const char* m_text;
    qsizetype m_size;
};

/// One `name=value` of a log line. There is a constructor for every type that is safe to log and for no
/// other: no QString, QByteArray or patient type. A patient reference is left out too: two references in a
/// log tell whom the log is about to anyone who also sees a board; logs hold opaque ids.
class Field final {
public:
    /// Exactly bool: a pointer would turn into one.
    template <std::same_as<bool> T>
    Field(Literal name, T value) : Field(name, value ? QByteArray("true") : QByteArray("false"), Checked{}) {}
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    Field(Literal name, T value) : Field(name, QByteArray::number(value), Checked{}) {}
    template <typename Rep, typename Period>
    Field(Literal name, std::chrono::duration<Rep, Period> value)
        : Field(name,
                QByteArray::number(
                    qint64{std::chrono::duration_cast<std::chrono::milliseconds>(value).count()}) +
                    "ms",
                Checked{}) {}
    Field(Literal name, ErrorCode value) : Field(name, fromLatin1(errorCodeName(value)), Checked{}) {}
    template <WireNamed T>
    Field(Literal name, T value) : Field(name, fromLatin1(wireName(value)), Checked{}) {}
    template <typename Tag>
    Field(Literal name, const StrongId<Tag>& value) : Field(name, value.toString().toLatin1(), Checked{}) {}
    Field(Literal name, Literal value) : Field(name, value.view().toByteArray(), Checked{}) {}

    QByteArray text() const { return m_text; }

private:
    struct Checked {};
    Field(Literal name, const QByteArray& value, Checked) : m_text(name.view().toByteArray() + '=' + value) {}
    static QByteArray fromLatin1(QLatin1StringView text) { return {text.data(), text.size()}; }
    QByteArray m_text;
};

enum class Level { Info, Warning, Failure };

/// Writes lines such as `2026-11-22T09:30:00.120Z info request route=/v1/me status=200 time=12ms`.
/// Thread-safe.
class Logger final {
public:
    /// `out` must be open for writing and, like `clock`, outlive this object.
    Logger(QIODevice& out, const Clock& clock);
    Q_DISABLE_COPY_MOVE(Logger)

    void write(Level level, Literal event, std::initializer_list<Field> fields = {});

private:
    QIODevice& m_out;
    const Clock& m_clock;
    std::mutex m_mutex;
};

template <typename T>
concept Loggable = requires(Literal name, T value) { Field(name, value); };

} // namespace carrel::log
