// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "csv_reader.h"

#include <QStringDecoder>

#include <utility>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype chunkBytes = qsizetype{64} * 1024;
}

CsvReader::CsvReader(QIODevice& device) : m_device(device) {
    if (fill() && m_buffer.startsWith("\xEF\xBB\xBF")) {
        m_next = 3;
    }
}

bool CsvReader::fill() {
    if (m_next < m_buffer.size()) {
        return true;
    }
    m_buffer = m_device.read(chunkBytes);
    m_next = 0;
    return !m_buffer.isEmpty();
}

std::optional<char> CsvReader::peek() {
    return fill() ? std::optional(m_buffer.at(m_next)) : std::nullopt;
}

std::optional<char> CsvReader::take() {
    const std::optional<char> c = peek();
    if (c) {
        ++m_next;
    }
    return c;
}

std::optional<CsvRecord> CsvReader::next() {
    while (peek()) {
        m_record = {};
        m_record.line = m_line;
        m_fieldLine = m_line;
        m_state = State::FieldStart;
        m_recordEnded = false;
        m_wasQuoted = false;
        while (!m_recordEnded) {
            const std::optional<char> c = take();
            if (!c) {
                break;
            }
            step(*c);
        }
        if (!m_recordEnded) {
            if (m_state == State::Quoted) {
                fault("closing-quote"_L1);
            }
            endField();
        }
        if (!isEmptyLine()) {
            return std::exchange(m_record, {});
        }
    }
    return std::nullopt;
}

void CsvReader::step(char c) {
    switch (m_state) {
    case State::FieldStart:
        if (c == '"') {
            m_state = State::Quoted;
            m_wasQuoted = true;
            return;
        }
        m_state = State::Unquoted;
        return unquoted(c);
    case State::Unquoted:
        return unquoted(c);
    case State::Quoted:
        if (c == '"') {
            m_state = State::QuoteInQuoted;
            return;
        }
        if (c == '\n') {
            ++m_line;
        }
        return append(c);
    case State::QuoteInQuoted:
        if (c == '"') {
            m_state = State::Quoted;
            return append(c);
        }
        m_state = State::Unquoted;
        if (c != ',' && c != '\n' && c != '\r') {
            fault("text-after-closing-quote"_L1);
        }
        return unquoted(c);
    }
}

void CsvReader::unquoted(char c) {
    switch (c) {
    case ',':
        endField();
        m_fieldLine = m_line;
        m_state = State::FieldStart;
        m_wasQuoted = false;
        return;
    case '\r':
        if (peek() == '\n') {
            return; // the line feed ends the record
        }
        return fault("line-end"_L1);
    case '\n':
        ++m_line;
        m_recordEnded = true;
        return endField();
    case '"':
        fault("quote-inside-unquoted-field"_L1);
        return append(c);
    default:
        return append(c);
    }
}

void CsvReader::append(char c) {
    if (c == '\0') {
        return fault("no-nul"_L1);
    }
    if (m_field.size() >= maximumFieldBytes) {
        return fault("at-most-64-KiB"_L1);
    }
    m_field.append(c);
}

void CsvReader::endField() {
    if (m_record.fields.size() >= maximumFields) {
        m_field.clear();
        return fault("at-most-1000-fields"_L1);
    }
    // Stateless: a sequence cut off by the field's end is an error too. A mark is taken off the file only.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder(m_field);
    if (decoder.hasError()) {
        fault("utf-8"_L1);
        text.clear();
    }
    m_record.fields.push_back(std::move(text));
    m_record.lines.push_back(m_fieldLine);
    m_field.clear();
}

void CsvReader::fault(QLatin1StringView rule) {
    if (!m_record.fault) {
        m_record.fault = CsvRecord::Fault{m_fieldLine, rule, m_record.fields.size()};
    }
}

bool CsvReader::isEmptyLine() const {
    return !m_record.fault && !m_wasQuoted && m_record.fields.size() == 1 &&
           m_record.fields.front().isEmpty();
}

} // namespace carrel::gateway
