// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "request_head.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

// What the library routes. It answers others without reading what follows.
constexpr std::array<std::string_view, 7> methods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isTokenCharacter(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("!#$%&'*+-.^_`|~").contains(c);
}

bool isValueCharacter(char c) {
    return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7f');
}

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

bool equals(std::string_view a, std::string_view b) {
    return QByteArrayView(a).compare(b, Qt::CaseInsensitive) == 0;
}

bool startsWith(std::string_view text, std::string_view beginning) {
    return equals(text.substr(0, beginning.size()), beginning);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// Takes the next line off the head; the scanner has seen that every line ends with CR LF.
std::string_view takeLine(std::string_view& head) {
    const std::size_t end = head.find("\r\n");
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + 2);
    return line;
}

bool listContains(std::string_view list, std::string_view item) {
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (equals(trimmed(list.substr(0, comma)), item)) {
            return true;
        }
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

struct RequestLine {
    bool isOld = false; ///< HTTP/1.0
    bool mayHaveBody = false;
};

std::expected<RequestLine, Problem> readRequestLine(std::string_view line) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) {
        return std::unexpected(Problem::invalidInput("request"_L1, "http"_L1));
    }
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (std::ranges::find(methods, method) == methods.end()) {
        return std::unexpected(Problem::invalidInput("method"_L1, "known"_L1));
    }
    const bool isPrintable = std::ranges::all_of(target, [](char c) { return c > ' ' && c < '\x7f'; });
    if (!isPrintable || target.empty() || (target.front() != '/' && target != "*")) {
        return std::unexpected(Problem::invalidInput("request"_L1, "http"_L1));
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return std::unexpected(Problem::invalidInput("version"_L1, "http-1.1"_L1));
    }
    return RequestLine{.isOld = version == "HTTP/1.0",
                       .mayHaveBody = method != "GET" && method != "HEAD" && method != "OPTIONS"};
}

struct Counted {
    int hosts = 0;
    int lengths = 0;
};

/// Asked for by the client, or because the answer may come with the body unread.
bool endsConnection(std::string_view name, std::string_view value) {
    return (equals(name, "Connection") && listContains(value, "close")) || equals(name, "Content-Encoding") ||
           equals(name, "Range") || (equals(name, "Content-Type") && startsWith(value, "multipart/"));
}

std::optional<Problem> readField(std::string_view line, RequestHead& head, Counted& counted) {
    const std::size_t colon = line.find(':');
    // A folded line begins with a blank and so has no name; neither has one with a blank before its colon.
    if (colon == std::string_view::npos || colon == 0 ||
        !std::ranges::all_of(line.substr(0, colon), isTokenCharacter)) {
        return Problem::invalidInput("header"_L1, "http"_L1);
    }
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!std::ranges::all_of(value, isValueCharacter)) {
        return Problem::invalidInput("header"_L1, "http"_L1);
    }
    if (equals(name, "Transfer-Encoding")) {
        return Problem::invalidInput("Content-Length"_L1, "required"_L1, 411);
    }
    if (equals(name, "Content-Length")) {
        const bool isNumber = !value.empty() && value.size() <= 18 && std::ranges::all_of(value, isDigit);
        if (++counted.lengths > 1 || !isNumber) {
            return Problem::invalidInput("Content-Length"_L1, "one-number"_L1);
        }
        std::from_chars(value.data(), value.data() + value.size(), head.bodyBytes);
    } else if (endsConnection(name, value)) {
        head.mayStayOpen = false;
    } else if (equals(name, "Host") && ++counted.hosts > 1) {
        return Problem::invalidInput("Host"_L1, "once"_L1);
    }
    return std::nullopt;
}

} // namespace

HeadScanner::State HeadScanner::scan(std::string_view received) {
    while (m_seen < received.size()) {
        const std::size_t end = received.find('\n', m_seen);
        const std::size_t stop = std::min(end, received.size());
        if (stop - m_lineStart > maximumHeadLineBytes) {
            return refuse(m_lines == 0 ? Problem::invalidInput("path"_L1, "8-kib"_L1, 414)
                                       : Problem::invalidInput("header"_L1, "line-8-kib"_L1, 431));
        }
        if (stop >= maximumHeadBytes) {
            return refuse(Problem::invalidInput("header"_L1, "16-kib"_L1, 431));
        }
        m_seen = stop;
        if (end == std::string_view::npos) {
            return State::Incomplete;
        }
        if (end == m_lineStart || received[end - 1] != '\r') {
            return refuse(Problem::invalidInput("request"_L1, "http"_L1));
        }
        m_seen = end + 1;
        if (m_seen - m_lineStart == 2) { // the empty line
            return m_lines == 0 ? refuse(Problem::invalidInput("request"_L1, "http"_L1)) : State::Complete;
        }
        if (++m_lines > maximumHeadLines + 1) { // the first is the request itself
            return refuse(Problem::invalidInput("header"_L1, "100-lines"_L1, 431));
        }
        m_lineStart = m_seen;
    }
    return State::Incomplete;
}

HeadScanner::State HeadScanner::refuse(const Problem& problem) {
    m_problem = problem;
    return State::Refused;
}

std::expected<RequestHead, Problem> readHead(std::string_view head) {
    RequestHead read;
    Counted counted;
    const auto line = readRequestLine(takeLine(head));
    if (!line) {
        return std::unexpected(line.error());
    }
    for (std::string_view field = takeLine(head); !field.empty(); field = takeLine(head)) {
        if (const auto fault = readField(field, read, counted)) {
            return std::unexpected(*fault);
        }
    }
    if (counted.hosts == 0 && !line->isOld) {
        return std::unexpected(Problem::invalidInput("Host"_L1, "required"_L1));
    }
    // A body that is refused unread ends the connection, and the answer says so.
    if (line->isOld || read.bodyBytes > maximumDrainBytes || (read.bodyBytes > 0 && !line->mayHaveBody)) {
        read.mayStayOpen = false;
    }
    return read;
}

} // namespace carrel::gateway
