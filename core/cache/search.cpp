// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "search.h"

#include "folding.h"
#include "view_tables.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

// Greater than every text that starts with a prefix: U+10FFFF behind it.
constexpr std::string_view beyond = "\xF4\x8F\xBF\xBF";
constexpr qsizetype longestQuery = 200;
constexpr std::size_t mostWords = 6;

void addRange(Probe& probe, const std::string& column, const std::string& prefix) {
    probe.where += (probe.where.empty() ? "" : " AND ") + column + " >= ? AND " + column + " < ?";
    probe.values.push_back(prefix);
    probe.values.push_back(prefix + std::string(beyond));
}

/// All that is in one of the view's own indexes, in its order.
Probe walk(std::string_view name) {
    for (const Index& index : Rows<domain::Patient>::table().indexes) {
        if (index.name == name) {
            return {std::string(index.where), {}, index.name, index.columns};
        }
    }
    Q_UNREACHABLE();
    return {};
}

Probe everybody() {
    Probe probe = walk("patients_name");
    probe.where = "family_key >= ''";
    return probe;
}

Probe byFamily(const std::string& family) {
    Probe probe = walk("patients_name");
    addRange(probe, "family_key", family);
    return probe;
}

Probe byGiven(const std::string& given) {
    Probe probe = walk("patients_given");
    addRange(probe, "given_key", given);
    return probe;
}

Probe byLaterWord(const std::string& word) {
    Probe probe{"row IN (SELECT patient FROM patient_word WHERE word >= ? AND word < ?)",
                {word, word + std::string(beyond)},
                {},
                {}};
    return probe;
}

/// Both names: walks the index of the longer one, which leaves fewer rows to look at.
Probe byBoth(const std::string& family, const std::string& given) {
    if (given.size() > family.size()) {
        Probe probe = byGiven(given);
        addRange(probe, "family_key", family);
        return probe;
    }
    Probe probe = byFamily(family);
    addRange(probe, "given_key", given);
    return probe;
}

Probe byBirth(const std::string& isoPrefix, const std::string& family, const std::string& given) {
    Probe probe = walk("patients_birth");
    addRange(probe, "birth_date", isoPrefix);
    if (!family.empty()) {
        addRange(probe, "family_key", family);
    }
    if (!given.empty()) {
        addRange(probe, "given_key", given);
    }
    return probe;
}

Probe byPhone(const std::string& digits) {
    Probe probe = walk("patients_phone");
    addRange(probe, "phone_key", digits);
    return probe;
}

Probe byReference(const std::string& ref) {
    Probe probe = walk("patients_ref");
    addRange(probe, "ref", ref);
    return probe;
}

/// The dates that a text may mean, as ISO texts or the beginning of one; both readings of 03/04/1980.
std::vector<std::string> datesIn(const QString& text) {
    std::vector<std::string> found;
    const auto add = [&found](const QString& iso) {
        const std::string date = iso.toStdString();
        if (std::find(found.begin(), found.end(), date) == found.end()) {
            found.push_back(date);
        }
    };
    static const QRegularExpression iso(u"^(1[89]|20)\\d\\d(-(\\d{1,2}(-\\d{0,2})?)?)?$"_s);
    static const QRegularExpression numbers(u"^(\\d{1,2})[./ -](\\d{1,2})[./ -](\\d{4})$"_s);
    if (const QDate whole = QDate::fromString(text, u"yyyy-M-d"_s); whole.isValid() && text.size() >= 8) {
        add(whole.toString(Qt::ISODate));
    }
    if (iso.match(text).hasMatch()) {
        add(text);
    }
    if (const auto match = numbers.match(text); match.hasMatch()) {
        const int first = match.captured(1).toInt();
        const int second = match.captured(2).toInt();
        const int year = match.captured(3).toInt();
        // The locale's own order first where it is month first.
        const bool monthFirst =
            QLocale().dateFormat(QLocale::ShortFormat).startsWith(u'M', Qt::CaseInsensitive);
        const QDate dayMonth(year, second, first);
        const QDate monthDay(year, first, second);
        for (const QDate& date : monthFirst ? QList{monthDay, dayMonth} : QList{dayMonth, monthDay}) {
            if (date.isValid()) {
                add(date.toString(Qt::ISODate));
            }
        }
    }
    for (const QString& form : {u"d-MMM-yyyy"_s, u"d MMM yyyy"_s, u"dMMMyyyy"_s, u"yyyyMMdd"_s}) {
        // Month names as banners print them, in English, and in the locale's language.
        for (const QLocale& locale : {QLocale::c(), QLocale()}) {
            if (const QDate date = locale.toDate(text, form); date.isValid()) {
                add(date.toString(Qt::ISODate));
            }
        }
    }
    return found;
}

bool writesWithoutSpaces(const QString& word) {
    return std::any_of(word.begin(), word.end(), [](QChar c) {
        const auto script = c.script();
        return script == QChar::Script_Han || script == QChar::Script_Hangul ||
               script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
    });
}

void addNameProbes(std::vector<Probe>& probes, const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
        all += word;
    }
    probes.push_back(byFamily(all));
    // "family given" and "given family", wherever the one ends and the other begins.
    for (std::size_t split = 1; split < words.size(); ++split) {
        std::string head;
        std::string tail;
        for (std::size_t i = 0; i < words.size(); ++i) {
            (i < split ? head : tail) += words[i];
        }
        probes.push_back(byBoth(head, tail));
        probes.push_back(byBoth(tail, head));
    }
    probes.push_back(byGiven(all));
    if (words.size() == 1) {
        probes.push_back(byLaterWord(all));
    } else if (words.size() == 2) {
        // "Lopez Ana" for Ana García López.
        for (const auto& [word, other] : {std::pair(words[0], words[1]), std::pair(words[1], words[0])}) {
            Probe probe = byLaterWord(word);
            addRange(probe, "given_key", other);
            probes.push_back(std::move(probe));
        }
    }
}

std::vector<std::string> foldedWords(const QString& text) {
    std::vector<std::string> words;
    const QStringList parts = text.split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (std::string word = folded(part); !word.empty() && words.size() < mostWords) {
            words.push_back(std::move(word));
        }
    }
    return words;
}

void addCompactNameProbes(std::vector<Probe>& probes, const QString& word) {
    // 王伟: family names have one or two characters.
    const QList<uint> points = word.toUcs4();
    for (qsizetype split = 1; split <= 2 && split < points.size(); ++split) {
        const auto* data = reinterpret_cast<const char32_t*>(points.constData());
        const std::string family = folded(QString::fromUcs4(data, split));
        const std::string given = folded(QString::fromUcs4(data + split, points.size() - split));
        probes.push_back(byBoth(family, given));
    }
}

void addProbesForName(std::vector<Probe>& probes, const QString& text) {
    if (const qsizetype comma = text.indexOf(u','); comma >= 0) {
        const std::string family = folded(text.left(comma));
        const std::string given = folded(text.mid(comma + 1));
        if (!family.empty() || !given.empty()) {
            probes.push_back(given.empty()    ? byFamily(family)
                             : family.empty() ? byGiven(given)
                                              : byBoth(family, given));
        }
        return;
    }
    const std::vector<std::string> words = foldedWords(text);
    if (words.empty()) {
        return;
    }
    addNameProbes(probes, words);
    if (words.size() == 1 && writesWithoutSpaces(text)) {
        addCompactNameProbes(probes, text.trimmed());
    }
}

/// "obrien 1980-03-12", "12-Mar-1980 o'brien, sean": a date at either end and a name.
void addProbesForNameAndDate(std::vector<Probe>& probes, const QString& text) {
    const QStringList parts = text.split(QRegularExpression(u"[\\s,]+"_s), Qt::SkipEmptyParts);
    if (parts.size() < 2) {
        return;
    }
    const auto add = [&](const QString& date, const QStringList& names) {
        for (const std::string& iso : datesIn(date)) {
            const std::vector<std::string> words = foldedWords(names.join(u' '));
            if (words.empty()) {
                continue;
            }
            std::string all;
            for (const std::string& word : words) {
                all += word;
            }
            probes.push_back(byBirth(iso, all, {}));
            if (words.size() == 2) {
                probes.push_back(byBirth(iso, words[0], words[1]));
                probes.push_back(byBirth(iso, words[1], words[0]));
            }
            probes.push_back(byBirth(iso, {}, all));
        }
    };
    add(parts.last(), parts.first(parts.size() - 1));
    add(parts.first(), parts.last(parts.size() - 1));
}

std::string referencePrefix(const QString& text) {
    static const QRegularExpression withMark(u"^PT(-?[0-9A-F]{0,6})$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bare(u"^(?=.*\\d)[0-9A-F]{2,6}$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (const auto match = withMark.match(text); match.hasMatch() && text.size() > 2) {
        return "PT-" + match.captured(1).remove(u'-').toUpper().toStdString();
    }
    return bare.match(text).hasMatch() ? "PT-" + text.toUpper().toStdString() : std::string();
}

} // namespace

std::vector<Probe> probesFor(const QString& typed) {
    const QString text = typed.left(longestQuery).simplified();
    std::vector<Probe> probes;
    if (text.isEmpty()) {
        return {everybody()};
    }
    for (const std::string& iso : datesIn(text)) {
        probes.push_back(byBirth(iso, {}, {}));
    }
    static const QRegularExpression phone(u"^[+(]?[\\d\\s().\\-/+]*$"_s);
    if (phone.match(text).hasMatch()) {
        if (const std::string digits = nationalDigits(text.toStdString()); !digits.empty()) {
            probes.push_back(byPhone(digits));
        }
    }
    if (const std::string ref = referencePrefix(text); !ref.empty()) {
        probes.push_back(byReference(ref));
    }
    addProbesForNameAndDate(probes, text);
    addProbesForName(probes, text);
    if (probes.empty()) {
        // Punctuation only: nobody is called that.
        Probe nobody = walk("patients_name");
        nobody.where = "family_key < ''";
        probes.push_back(std::move(nobody));
    }
    return probes;
}

namespace {

struct Position {
    qsizetype probe = 0;
    QStringList key;
    qint64 row = 0;
    bool started = false;
};

/// Throws InvalidInput for a key that is not one of ours.
Position positionFrom(const QString& after, std::size_t probes) {
    if (after.isEmpty()) {
        return {};
    }
    const QJsonArray parts = QJsonDocument::fromJson(after.toUtf8()).array();
    // Row 0 stands before the first row of its probe.
    Position position{parts.at(0).toInt(-1), {}, parts.at(1).toInteger(), parts.at(1).toInteger() != 0};
    for (qsizetype i = 2; i < parts.size(); ++i) {
        position.key.append(parts.at(i).toString());
    }
    if (position.probe < 0 || static_cast<std::size_t>(position.probe) >= probes) {
        throw StorageError{Error::of(ErrorCode::InvalidInput, u"page key"_s)};
    }
    return position;
}

/// How many columns the probe is ordered by, but for the row number.
std::size_t keysOf(const Probe& probe) {
    const auto commas = static_cast<std::size_t>(std::count(probe.order.begin(), probe.order.end(), ','));
    return probe.order.empty() ? 0 : commas + 1;
}

std::string marks(std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
        list += i == 0 ? "?" : ", ?";
    }
    return list;
}

std::string sqlFor(const std::vector<Probe>& probes, std::size_t current, std::size_t clinics, bool started) {
    const Probe& probe = probes[current];
    const std::string order = probe.order.empty() ? "row" : std::string(probe.order) + ", row";
    std::string sql =
        "SELECT " + columnList(Rows<domain::Patient>::table()) + ", " + order + " FROM patients " +
        (probe.index.empty() ? "" : "INDEXED BY " + std::string(probe.index)) + " WHERE " + probe.where;
    if (started) {
        sql += " AND (" + order + ") > (" + marks(keysOf(probe) + 1) + ")";
    }
    for (std::size_t earlier = 0; earlier < current; ++earlier) {
        sql += " AND NOT (" + probes[earlier].where + ")";
    }
    if (clinics > 0) {
        sql += " AND clinic_id IN (" + marks(clinics) + ")";
    }
    return sql + " ORDER BY " + order + " LIMIT ?";
}

} // namespace

ports::Page<domain::Patient> searchPatients(Database& database, const ports::PatientQuery& query) {
    const std::vector<Probe> probes = probesFor(query.text);
    const int columns = static_cast<int>(Rows<domain::Patient>::table().columns.size());
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, 1000));
    Position position = positionFrom(query.after, probes.size());
    ports::Page<domain::Patient> page;
    for (auto current = static_cast<std::size_t>(position.probe); current < probes.size(); ++current) {
        const Probe& probe = probes[current];
        const auto keys = static_cast<int>(keysOf(probe));
        Statement select(database, sqlFor(probes, current, static_cast<std::size_t>(query.clinics.size()),
                                          position.started));
        int index = 0;
        const auto bindAll = [&](const std::vector<std::string>& values) {
            for (const std::string& value : values) {
                select.bind(++index, std::string_view(value));
            }
        };
        bindAll(probe.values);
        if (position.started) {
            for (int i = 0; i < keys; ++i) {
                select.bind(++index, position.key.value(i));
            }
            select.bind(++index, position.row);
        }
        for (std::size_t earlier = 0; earlier < current; ++earlier) {
            bindAll(probes[earlier].values);
        }
        for (const domain::ClinicId& clinic : query.clinics) {
            select.bind(++index, clinic.toString());
        }
        select.bind(++index, static_cast<qint64>(limit - page.rows.size()) + 1);
        while (select.step()) {
            if (page.rows.size() == limit) {
                QJsonArray key{static_cast<qint64>(current), position.row};
                for (const QString& part : std::as_const(position.key)) {
                    key.append(part);
                }
                page.next = QString::fromUtf8(QJsonDocument(key).toJson(QJsonDocument::Compact));
                return page;
            }
            page.rows.push_back(Rows<domain::Patient>::read(select));
            position.key.clear();
            for (int i = 0; i < keys; ++i) {
                position.key.append(select.text(columns + i));
            }
            position.row = select.integer(columns + keys);
            position.started = true;
        }
        if (page.rows.size() == limit && current + 1 < probes.size()) {
            // The next page begins with the next probe; whether it has rows is its own question.
            page.next = QString::fromUtf8(QJsonDocument(QJsonArray{static_cast<qint64>(current + 1), 0})
                                              .toJson(QJsonDocument::Compact));
            return page;
        }
        position = {};
    }
    return page;
}

} // namespace carrel::cache
