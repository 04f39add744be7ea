// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "row_writer.h"

#include "folding.h"

#include <core/domain/pseudonymous/ids.h>

#include <QDate>

#include <set>
#include <string>

namespace carrel::cache {

namespace {

std::string upsertSql(const ViewTable& table) {
    std::string names = columnList(table);
    if (table.view == domain::View::Patients) {
        names += ", family_key, given_key, phone_key";
    }
    names += ", pass";
    std::string marks;
    std::string updates;
    for (std::size_t start = 0; start < names.size();) {
        const std::size_t end = std::min(names.find(", ", start), names.size());
        const std::string name = names.substr(start, end - start);
        marks += marks.empty() ? "?" : ", ?";
        if (name != "id") {
            updates += (updates.empty() ? "" : ", ") + name + " = excluded." + name;
        }
        start = end + 2;
    }
    return "INSERT INTO " + std::string(table.name) + "(" + names + ") VALUES(" + marks +
           ") ON CONFLICT(id) DO UPDATE SET " + updates + " RETURNING row";
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
    return text.size() == 10 && QDate::fromString(QLatin1StringView(text.data(), 10), Qt::ISODate).isValid();
}

QString asText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

RowWriter::RowWriter(Database& database, const ViewTable& table)
    : m_database(database)
    , m_table(table)
    , m_upsert(database, upsertSql(table))
    , m_remove(database, "DELETE FROM " + std::string(table.name) + " WHERE id = ?")
    , m_touch(database, "UPDATE " + std::string(table.name) + " SET pass = ?2 WHERE id = ?1") {
    if (table.view == domain::View::Patients) {
        m_removeWords = Statement(database, "DELETE FROM patient_word WHERE patient = ?");
        m_addWord = Statement(database, "INSERT OR IGNORE INTO patient_word(patient, word) VALUES(?, ?)");
    }
}

void RowWriter::check(const std::vector<Slot>& slots) const {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const Column& column = m_table.columns[i];
        const Slot& slot = slots[i];
        const bool isText = slot.kind == Slot::Kind::Text;
        bool good = false;
        switch (column.type) {
        case ColumnType::Uuid:
            good = isText && isUuid(slot.text);
            break;
        case ColumnType::Reference:
            good = isText && isReference(slot.text);
            break;
        case ColumnType::Date:
            good = slot.kind == Slot::Kind::Null || isDate(slot.text);
            break;
        case ColumnType::State:
            good = isText && m_table.knownState(asText(slot.text));
            break;
        case ColumnType::Text:
        case ColumnType::Json:
            good = isText;
            break;
        case ColumnType::OptionalText:
        case ColumnType::OptionalJson:
            good = true;
            break;
        case ColumnType::Integer:
        case ColumnType::Flag:
            good = slot.kind == Slot::Kind::Integer;
            break;
        }
        if (!good) {
            Error error = Error::of(ErrorCode::ProtocolError,
                                    asText(m_table.name) + u'.' + asText(column.name) + u" is malformed");
            error.field = asText(column.name);
            throw StorageError{std::move(error)};
        }
    }
}

void RowWriter::upsert(const std::vector<Slot>& slots, qint64 pass) {
    check(slots);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const int index = static_cast<int>(i) + 1;
        switch (slots[i].kind) {
        case Slot::Kind::Null:
            m_upsert.bindNull(index);
            break;
        case Slot::Kind::Text:
            m_upsert.bind(index, slots[i].text);
            break;
        case Slot::Kind::Integer:
            m_upsert.bind(index, slots[i].integer);
            break;
        }
    }
    if (m_table.view == domain::View::Patients) {
        upsertPatient(slots, pass);
        return;
    }
    m_upsert.bind(static_cast<int>(slots.size()) + 1, pass);
    m_upsert.run();
}

void RowWriter::upsertPatient(const std::vector<Slot>& slots, qint64 pass) {
    static const auto refColumn = static_cast<std::size_t>(columnIndex(m_table, "ref"));
    static const auto familyColumn = static_cast<std::size_t>(columnIndex(m_table, "family"));
    static const auto givenColumn = static_cast<std::size_t>(columnIndex(m_table, "given"));
    static const auto phoneColumn = static_cast<std::size_t>(columnIndex(m_table, "phone"));
    const std::string_view family = slots[familyColumn].text;
    const std::string_view given = slots[givenColumn].text;
    std::string familyKey = folded(family);
    const std::string givenKey = folded(given);
    if (familyKey.empty()) {
        // U+FFFF: after every name, and by reference among themselves.
        familyKey = "\xEF\xBF\xBF";
        familyKey += slots[refColumn].text;
    }
    const std::string phoneKey = nationalDigits(slots[phoneColumn].text);
    const int next = static_cast<int>(slots.size()) + 1;
    m_upsert.bind(next, std::string_view(familyKey)).bind(next + 1, std::string_view(givenKey));
    if (phoneKey.empty()) {
        m_upsert.bindNull(next + 2);
    } else {
        m_upsert.bind(next + 2, std::string_view(phoneKey));
    }
    m_upsert.bind(next + 3, pass);
    const qint64 row = m_upsert.step() ? m_upsert.integer(0) : 0;
    m_upsert.run();

    m_removeWords.bind(1, row).run();
    for (const std::string_view name : {family, given}) {
        for (const std::string& word : laterWords(name)) {
            m_addWord.bind(1, row).bind(2, std::string_view(word)).run();
        }
    }
}

void RowWriter::remove(std::string_view id) {
    if (m_table.view == domain::View::Patients) {
        Statement words(m_database,
                        "DELETE FROM patient_word WHERE patient = (SELECT row FROM patients WHERE id = ?)");
        words.bind(1, id).run();
    }
    m_remove.bind(1, id).run();
}

void RowWriter::touch(std::string_view id, qint64 pass) {
    m_touch.bind(1, id).bind(2, pass).run();
}

int RowWriter::sweep(qint64 pass) {
    const std::string name(m_table.name);
    Statement rows(m_database, "DELETE FROM " + name +
                                   " WHERE pass < ?1 AND id NOT IN (SELECT row_id FROM base_image"
                                   " WHERE view = ?2 AND image IS NULL)");
    rows.bind(1, pass).bind(2, m_table.name).run();
    const int removed = m_database.changes();
    if (m_table.view == domain::View::Patients && removed > 0) {
        m_database.execute("DELETE FROM patient_word WHERE patient NOT IN (SELECT row FROM patients)");
    }
    return removed;
}

} // namespace carrel::cache
