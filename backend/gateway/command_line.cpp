// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "command_line.h"

#include <QFile>

#include <cstdio>
#include <cstring>
#include <libpq-fe.h>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

QCommandLineOption databaseOption() {
    return QCommandLineOption(
        u"database"_s,
        u"libpq connection string or URI; a password belongs into a password file (PGPASSFILE)."_s,
        u"CONNINFO"_s);
}

std::optional<int> parse(QCommandLineParser& parser, const QStringList& arguments,
                         std::initializer_list<QCommandLineOption> required) {
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(arguments)) {
        return misuse(parser.errorText());
    }
    if (parser.isSet(help)) {
        say(parser.helpText());
        return 0;
    }
    for (const QCommandLineOption& option : required) {
        if (!parser.isSet(option)) {
            return misuse(u"--%1 is missing"_s.arg(option.names().constFirst()));
        }
    }
    return std::nullopt;
}

std::expected<QByteArray, QString> checkedConninfo(const QString& conninfo) {
    QByteArray bytes = conninfo.toUtf8();
    PQconninfoOption* options = PQconninfoParse(bytes.constData(), nullptr);
    if (!options) {
        return std::unexpected(u"--database is not a connection string"_s);
    }
    bool hasPassword = false;
    for (const PQconninfoOption* option = options; option->keyword; ++option) {
        hasPassword = hasPassword || (std::strcmp(option->keyword, "password") == 0 && option->val);
    }
    PQconninfoFree(options);
    if (hasPassword) {
        // Arguments are visible to every user of the machine.
        return std::unexpected(u"--database must not carry a password; use passfile=FILE or PGPASSFILE"_s);
    }
    return bytes;
}

std::expected<std::unique_ptr<Database>, QString> connect(const QString& conninfo) {
    const auto checked = checkedConninfo(conninfo);
    if (!checked) {
        return std::unexpected(checked.error());
    }
    auto database = Database::open(*checked);
    if (!database) {
        return std::unexpected(database.error().message);
    }
    return std::move(*database);
}

std::expected<QByteArray, QString> readFirstLine(const QString& path) {
    QFile file(path);
    // Unbuffered: what follows the line stays for the next reader of standard input.
    const bool opened = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)
                                       : file.open(QIODevice::ReadOnly);
    if (!opened) {
        return std::unexpected(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    }
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    if (line.isEmpty()) {
        return std::unexpected(
            u"the first line of %1 is empty"_s.arg(path == "-"_L1 ? u"standard input"_s : path));
    }
    return line;
}

void say(const QString& line) {
    std::fprintf(stdout, "%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

void warn(const QString& line) {
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

int complain(const QString& sentence) {
    warn(u"carrel-backend: "_s + sentence);
    return 1;
}

int misuse(const QString& sentence) {
    warn(u"carrel-backend: "_s + sentence);
    return 2;
}

} // namespace carrel::gateway
