// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "folding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace carrel::cache {

namespace {

// Letters that NFKD leaves whole but that people type without.
constexpr std::array<std::pair<char32_t, std::string_view>, 10> plainForms{{{U'ß', "ss"},
                                                                            {U'ø', "o"},
                                                                            {U'ł', "l"},
                                                                            {U'æ', "ae"},
                                                                            {U'œ', "oe"},
                                                                            {U'đ', "d"},
                                                                            {U'ð', "d"},
                                                                            {U'þ', "th"},
                                                                            {U'ı', "i"},
                                                                            {U'ħ', "h"}}};

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Typed apostrophes (ʻ ʼ) and the Arabic stretching bar are letters to Unicode and nothing to a reader.
bool isOrnament(char32_t c) {
    return c == 0x02BB || c == 0x02BC || c == 0x0640;
}

std::string foldedUnicode(const QString& text) {
    QString kept;
    const QList<uint> points = text.normalized(QString::NormalizationForm_KD).toCaseFolded().toUcs4();
    for (const uint point : points) {
        const char32_t c = point;
        const auto plain = std::find_if(plainForms.begin(), plainForms.end(),
                                        [c](const auto& form) { return form.first == c; });
        if (plain != plainForms.end()) {
            kept += QLatin1StringView(plain->second.data(), static_cast<qsizetype>(plain->second.size()));
        } else if (QChar::isLetterOrNumber(c) && !isOrnament(c)) {
            kept += QStringView(QChar::fromUcs4(c));
        }
    }
    return kept.toStdString();
}

bool separatesWords(QChar c) {
    return c.isSpace() || c == QLatin1Char('-') || c == QChar(0x2010) || c == QChar(0x2011) ||
           c == QLatin1Char('/');
}

} // namespace

std::string folded(std::string_view utf8) {
    if (!isAscii(utf8)) {
        return foldedUnicode(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
    }
    std::string kept;
    kept.reserve(utf8.size());
    for (const char c : utf8) {
        if (c >= 'A' && c <= 'Z') {
            kept += static_cast<char>(c + ('a' - 'A'));
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            kept += c;
        }
    }
    return kept;
}

std::string folded(const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    return folded(std::string_view(utf8.data(), static_cast<std::size_t>(utf8.size())));
}

std::vector<std::string> laterWords(std::string_view utf8) {
    std::vector<std::string> words;
    if (isAscii(utf8) && utf8.find_first_of(" -/") == std::string_view::npos) {
        return words;
    }
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    QString word;
    bool first = true;
    const auto take = [&] {
        std::string key = folded(std::exchange(word, {}));
        if (key.empty()) {
            return;
        }
        if (!std::exchange(first, false)) {
            words.push_back(std::move(key));
        }
    };
    for (const QChar c : text) {
        if (separatesWords(c)) {
            take();
        } else {
            word += c;
        }
    }
    take();
    return words;
}

std::string nationalDigits(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
        }
    }
    const bool international = !text.empty() && text.front() == '+';
    if (digits.starts_with("001")) {
        digits.erase(0, 3);
    } else if (digits.starts_with('1') && (international || digits.size() == 11)) {
        digits.erase(0, 1);
    }
    return digits;
}

} // namespace carrel::cache
