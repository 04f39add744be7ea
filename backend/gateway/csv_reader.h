// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QLatin1StringView>
#include <QString>

#include <optional>
#include <vector>

namespace carrel::gateway {

/// One record of a CSV file.
struct CsvRecord {
    struct Fault {
        qint64 line = 0;
        QLatin1StringView rule;
        std::size_t column = 0; ///< from 0
    };
    qint64 line = 0; ///< on which it begins, from 1
    std::vector<QString> fields;
    std::vector<qint64> lines; ///< on which each field begins
    std::optional<Fault> fault;
};

/// RFC 4180 as a state machine over a stream: quoted fields with line ends and doubled quotes, CRLF or LF, an
/// optional UTF-8 byte order mark, empty lines skipped. UTF-8 only: other bytes are a fault of their record,
/// never guessed. A record with a fault is read to its end, and reading goes on with the next. Memory: one
/// record. Rules that a fault can name: "utf-8", "no-nul", "quote-inside-unquoted-field",
/// "text-after-closing-quote", "closing-quote", "line-end" (a carriage return alone), "at-most-64-KiB",
/// "at-most-1000-fields".
class CsvReader final {
public:
    static constexpr qsizetype maximumFieldBytes = qsizetype{64} * 1024;
    static constexpr std::size_t maximumFields = 1000;

    /// `device` is open for reading and outlives this.
    explicit CsvReader(QIODevice& device);
    Q_DISABLE_COPY_MOVE(CsvReader)

    /// The next record, or nothing at the end. A read error ends it as well: see QIODevice::errorString().
    std::optional<CsvRecord> next();

private:
    enum class State { FieldStart, Unquoted, Quoted, QuoteInQuoted };

    std::optional<char> take();
    std::optional<char> peek();
    bool fill();
    void step(char c);
    void unquoted(char c);
    void append(char c);
    void endField();
    void fault(QLatin1StringView rule);
    bool isEmptyLine() const;

    QIODevice& m_device;
    QByteArray m_buffer;
    qsizetype m_next = 0;
    qint64 m_line = 1;
    State m_state = State::FieldStart;
    bool m_recordEnded = false;
    bool m_wasQuoted = false;
    qint64 m_fieldLine = 1;
    QByteArray m_field;
    CsvRecord m_record;
};

} // namespace carrel::gateway
