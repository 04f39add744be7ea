// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "page_writer.h"

#include "set_aside.h"
#include "wire_check.h"

#include <simdjson.h>

namespace carrel::cache {

namespace {

// The hot pages of the indexes decide how fast a first pass is (performance.md); afterwards they are given
// back. Negative: KiB.
constexpr const char* largePageCache = "PRAGMA cache_size = -131072";
constexpr const char* smallPageCache = "PRAGMA cache_size = -8192";

[[noreturn]] void malformed(const char* what) {
    throw StorageError{Error::of(ErrorCode::ProtocolError, u"page: " + QLatin1StringView(what))};
}

struct PassState {
    qint64 pass = 1;
    ports::ViewProgress progress;
};

QString viewText(domain::View view) {
    return QString(domain::wireName(view));
}

PassState readState(Database& database, domain::View view) {
    Statement select(database, "SELECT cursor, pass, complete, ever_complete, as_of, received, total"
                               " FROM view_state WHERE view = ?");
    select.bind(1, viewText(view));
    PassState state;
    if (select.step()) {
        state.pass = select.integer(1);
        state.progress = {.cursor = select.text(0),
                          .complete = select.integer(2) != 0,
                          .everComplete = select.integer(3) != 0,
                          .asOf = std::nullopt,
                          .received = select.integer(5),
                          .total = select.integer(6)};
        if (const auto asOf = QDateTime::fromString(select.text(4), Qt::ISODateWithMs); asOf.isValid()) {
            state.progress.asOf = asOf.toUTC();
        }
    }
    return state;
}

void writeState(Database& database, domain::View view, const PassState& state) {
    Statement upsert(database,
                     "INSERT OR REPLACE INTO view_state(view, cursor, pass, complete, ever_complete,"
                     " as_of, received, total) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    const ports::ViewProgress& progress = state.progress;
    upsert.bind(1, viewText(view))
        .bind(2, progress.cursor)
        .bind(3, state.pass)
        .bind(4, progress.complete ? 1 : 0)
        .bind(5, progress.everComplete ? 1 : 0)
        .bind(7, progress.received)
        .bind(8, progress.total);
    if (progress.asOf) {
        upsert.bind(6, progress.asOf->toUTC().toString(Qt::ISODateWithMs));
    }
    upsert.run();
}

/// Reads one page and writes what it says.
class PageReader final {
public:
    PageReader(Database& database, journal::Journal& journal, domain::View view, PassState& state)
        : m_view(view)
        , m_state(state)
        , m_writer(database, tableOf(view))
        , m_overlay(database, journal, m_writer)
        , m_aside(database, tableOf(view).name)
        , m_slots(tableOf(view).columns.size()) {}

    ports::AppliedPage read(QByteArray& page) {
        const auto size = static_cast<std::size_t>(page.size());
        page.resize(page.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));
        simdjson::ondemand::parser parser;
        simdjson::ondemand::document document = parser.iterate(
            simdjson::padded_string_view(page.constData(), size, static_cast<std::size_t>(page.size())));
        simdjson::ondemand::object top = document.get_object();
        for (auto field : top) {
            member(std::string_view(field.unescaped_key()), field.value());
        }
        if (!m_sawView || !m_sawRows || !m_sawCursor || !m_sawMore || !m_asOf.isValid()) {
            malformed("a member is missing");
        }
        return finish();
    }

private:
    void member(std::string_view key, simdjson::ondemand::value value) {
        if (key == "view") {
            const std::string_view name = value.get_string();
            m_sawView = name == tableOf(m_view).name;
        } else if (key == "as_of") {
            const std::string_view text = value.get_string();
            m_asOf = QDateTime::fromString(
                QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODateWithMs);
        } else if (key == "cursor") {
            const std::string_view text = value.get_string();
            m_result.progress.cursor = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
            m_sawCursor = !text.empty();
        } else if (key == "more") {
            m_result.more = value.get_bool();
            m_sawMore = true;
        } else if (key == "total") {
            if (!value.is_null()) {
                m_total = value.get_int64();
            }
        } else if (key == "rows") {
            for (simdjson::ondemand::value row : value.get_array()) {
                readRow(row.get_object());
            }
            m_sawRows = true;
        } else if (key == "removed") {
            for (simdjson::ondemand::value id : value.get_array()) {
                const std::string_view text = id.get_string();
                remove(text);
                m_aside.settle(text);
            }
        }
    }

    void remove(std::string_view id) {
        m_overlay.forget(id);
        m_writer.remove(id);
        ++m_result.removed;
    }

    // One bad row must not keep the others away. What it was before goes: it would pass for what it is now.
    void setAside(const Column& bad) {
        const Slot& id = m_slots.front();
        const bool isNamed = fits(m_writer.table().columns.front(), id);
        if (isNamed) {
            remove(id.text);
        }
        m_aside.add(isNamed ? id.text : std::string_view());
        m_result.setAside << QString::fromLatin1(bad.name.data(), static_cast<qsizetype>(bad.name.size()));
    }

    void readRow(simdjson::ondemand::object row) {
        const auto columns = m_writer.table().columns;
        std::fill(m_slots.begin(), m_slots.end(), Slot{});
        std::size_t guess = 0;
        const Column* bad = nullptr;
        for (auto field : row) {
            const std::string_view key = field.unescaped_key();
            // Members usually come in the contract's order.
            std::size_t index = guess;
            if (index >= columns.size() || columns[index].name != key) {
                const int found = columnIndex(m_writer.table(), key);
                if (found < 0) {
                    continue; // a newer backend may say more
                }
                index = static_cast<std::size_t>(found);
            }
            guess = index + 1;
            if (!read(field.value(), columns[index].type, m_slots[index])) {
                bad = &columns[index];
            }
        }
        if (bad == nullptr) {
            bad = m_writer.misfit(m_slots);
        }
        if (bad != nullptr) {
            setAside(*bad);
            return;
        }
        m_aside.settle(m_slots.front().text);
        if (m_overlay.takes(m_slots, m_state.pass)) {
            m_writer.upsert(m_slots, m_state.pass);
        }
        ++m_result.changed;
    }

    /// False for JSON of another type than the column's.
    static bool read(simdjson::ondemand::value value, ColumnType type, Slot& slot) {
        try {
            slot = slotOf(type, value);
            return true;
        } catch (const simdjson::simdjson_error& error) {
            if (error.error() == simdjson::INCORRECT_TYPE || error.error() == simdjson::NUMBER_ERROR) {
                return false;
            }
            throw; // no JSON at all: that is the page's fault
        }
    }

    static Slot slotOf(ColumnType type, simdjson::ondemand::value value) {
        if (value.is_null()) {
            return {};
        }
        switch (type) {
        case ColumnType::Integer:
            return {Slot::Kind::Integer, {}, value.get_int64()};
        case ColumnType::Flag:
            return {Slot::Kind::Integer, {}, static_cast<bool>(value.get_bool()) ? 1 : 0};
        case ColumnType::Lines: {
            simdjson::ondemand::array array = value.get_array();
            return {Slot::Kind::Text, array.raw_json(), 0};
        }
        case ColumnType::Uuid:
        case ColumnType::Reference:
        case ColumnType::Text:
        case ColumnType::Date:
        case ColumnType::Time:
        case ColumnType::Word:
            return {Slot::Kind::Text, value.get_string(), 0};
        }
        return {};
    }

    ports::AppliedPage finish() {
        ports::ViewProgress& progress = m_state.progress;
        progress.cursor = m_result.progress.cursor;
        if (!progress.complete) {
            progress.received += m_result.changed + m_result.setAside.size();
            progress.total = std::max(progress.total, m_total);
        }
        if (!m_result.more) {
            progress.asOf = m_asOf.toUTC();
            if (!progress.complete && m_state.pass > 1) {
                m_result.removed += m_writer.sweep(m_state.pass);
            }
            progress.complete = true;
            progress.everComplete = true;
        }
        progress.unreadable = m_aside.count();
        m_result.progress = progress;
        return m_result;
    }

    domain::View m_view;
    PassState& m_state;
    RowWriter m_writer;
    Overlay m_overlay;
    SetAside m_aside;
    std::vector<Slot> m_slots;
    ports::AppliedPage m_result;
    QDateTime m_asOf;
    qint64 m_total = 0;
    bool m_sawView = false;
    bool m_sawRows = false;
    bool m_sawCursor = false;
    bool m_sawMore = false;
};

} // namespace

ports::ViewProgress readProgress(Database& database, domain::View view) {
    ports::ViewProgress progress = readState(database, view).progress;
    progress.unreadable = SetAside::countIn(database, tableOf(view).name);
    return progress;
}

qint64 passOf(Database& database, domain::View view) {
    return readState(database, view).pass;
}

ports::AppliedPage applyPage(Database& database, journal::Journal& journal, domain::View view,
                             QByteArray page) {
    PassState state = readState(database, view);
    if (!state.progress.complete && state.progress.received == 0) {
        database.execute(largePageCache);
    }
    ports::AppliedPage result;
    try {
        Transaction transaction(database);
        result = PageReader(database, journal, view, state).read(page);
        writeState(database, view, state);
        markDrawn(database, journal.head());
        transaction.commit();
    } catch (const simdjson::simdjson_error& error) {
        malformed(error.what());
    }
    if (!result.more) {
        database.execute(smallPageCache);
        if (result.removed > 0) {
            // What someone may no longer see leaves the file, the log of pages included.
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
    return result;
}

void startAfresh(Database& database, domain::View view) {
    Transaction transaction(database);
    PassState state = readState(database, view);
    state.pass += 1;
    state.progress.cursor.clear();
    state.progress.complete = false;
    state.progress.received = 0;
    state.progress.total = 0;
    writeState(database, view, state);
    SetAside::clear(database, tableOf(view).name);
    transaction.commit();
}

void dropView(Database& database, domain::View view) {
    {
        Transaction transaction(database);
        RowWriter(database, tableOf(view)).clear();
        for (const char* sql :
             {"DELETE FROM view_state WHERE view = ?", "DELETE FROM base_image WHERE view = ?"}) {
            Statement statement(database, sql);
            statement.bind(1, tableOf(view).name).run();
        }
        SetAside::clear(database, tableOf(view).name);
        markStale(database);
        transaction.commit();
    }
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace carrel::cache
