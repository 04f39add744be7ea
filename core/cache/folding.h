// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace carrel::cache {

/// A name as it is searched: compatibility forms and marks dropped, case folded, every separator,
/// apostrophe and hyphen left out, so that "O’Brien", "obrien" and "O Brien" are one, and so are "García
/// López" and "garcialopez". UTF-8.
std::string folded(std::string_view utf8);
std::string folded(const QString& text);

/// The words after the first, folded, by which a double name is found too ("López" of "García López").
std::vector<std::string> laterWords(std::string_view utf8);

/// The digits of a phone number as people of the country type it: no punctuation, no "+1" or "001".
std::string nationalDigits(std::string_view text);

} // namespace carrel::cache
