// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "commands.h"

#include "command_line.h"
#include "import.h"
#include "migrate.h"
#include "serve.h"
#include "user.h"

#include <core/base/secure_bytes.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

/// "applied 0007_x, 0008_y; replaced 62 files of code; now at migration 8", or which files of code had
/// changed.
QString sentence(const Migrated& done, std::size_t newest) {
    QStringList parts;
    if (!done.migrations.isEmpty()) {
        QStringList names;
        for (const QString& path : done.migrations) {
            names.append(QFileInfo(path).completeBaseName());
        }
        parts.append(u"applied "_s + names.join(u", "_s));
    }
    if (done.replacedFiles > 0) {
        parts.append(u"replaced %1 files of code"_s.arg(done.replacedFiles));
    }
    if (done.migrations.isEmpty() && !done.changedFiles.isEmpty()) {
        constexpr qsizetype named = 5;
        const qsizetype more = done.changedFiles.size() - named;
        parts.append(u"changed: "_s + done.changedFiles.mid(0, named).join(u", "_s) +
                     (more > 0 ? u" and %1 more"_s.arg(more) : QString()));
    }
    if (parts.isEmpty()) {
        parts.append(u"nothing to do"_s);
    }
    return parts.join(u"; "_s) + u"; now at migration %1"_s.arg(newest);
}

QCommandLineOption schemaOption() {
    return {u"schema"_s, u"Folder with migrations/ and code/."_s, u"DIR"_s,
            QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral(CARREL_SCHEMA_PATH))};
}

int runMigrate(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Brings a database up to date."_s);
    const QCommandLineOption database = databaseOption();
    const QCommandLineOption folder = schemaOption();
    const QCommandLineOption passwordFile(u"gateway-password-file"_s,
                                          u"First line becomes the password of the role carrel_gateway."_s,
                                          u"FILE"_s);
    parser.addOptions({database, folder, passwordFile});
    if (const auto refused = parse(parser, arguments, {database})) {
        return *refused;
    }
    const auto files = readSchemaFiles(parser.value(folder));
    if (!files) {
        return complain(files.error());
    }
    const auto connection = connect(parser.value(database));
    if (!connection) {
        return complain(connection.error());
    }
    const auto done = migrate(**connection, *files);
    if (!done) {
        return complain(done.error());
    }
    if (parser.isSet(passwordFile)) {
        auto password = readFirstLine(parser.value(passwordFile));
        if (!password) {
            return complain(password.error());
        }
        const auto set = (*connection)->setRolePassword(QByteArrayLiteral("carrel_gateway"), *password);
        wipe(*password);
        if (!set) {
            return complain(u"the gateway's password could not be set (%1)"_s.arg(
                QString::fromLatin1(set.error().sqlState)));
        }
    }
    say(sentence(*done, files->migrations.size()));
    return 0;
}

/// An option that is a number.
struct Number {
    const QCommandLineOption& option;
    int least = 0;
    int most = 0;
    int value = 0;

    bool read(const QCommandLineParser& parser) {
        bool isNumber = false;
        value = parser.value(option).toInt(&isNumber);
        return isNumber && value >= least && value <= most;
    }
};

int runServe(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Answers backend/api/openapi.yaml over HTTPS."_s);
    const QCommandLineOption database = databaseOption();
    const QCommandLineOption folder = schemaOption();
    const QCommandLineOption listen(u"listen"_s, u"Where to listen; port 0 takes a free one."_s,
                                    u"HOST:PORT"_s, u"localhost:8443"_s);
    const QCommandLineOption certificate(u"certificate"_s, u"PEM: the certificate and those above it."_s,
                                         u"FILE"_s);
    const QCommandLineOption key(u"key"_s, u"PEM: the certificate's private key."_s, u"FILE"_s);
    const QCommandLineOption connections(u"connections"_s, u"To the database, at most."_s, u"N"_s, u"16"_s);
    const QCommandLineOption threads(u"threads"_s, u"Client connections served at a time."_s, u"N"_s,
                                     u"256"_s);
    const QCommandLineOption perAddress(
        u"connections-per-address"_s,
        u"Of one remote address (IPv6: /64), at most; 0 is no limit, as behind a proxy or a clinic's router."_s,
        u"N"_s, u"0"_s);
    const QCommandLineOption keepAlive(u"keep-alive-seconds"_s,
                                       u"Rest of a connection between two requests."_s, u"N"_s, u"2"_s);
    const QCommandLineOption header(
        u"header-seconds"_s, u"For a whole TLS handshake, and for a request's whole head."_s, u"N"_s, u"5"_s);
    const QCommandLineOption request(u"request-seconds"_s, u"For a request's whole body."_s, u"N"_s, u"20"_s);
    const QCommandLineOption answer(u"answer-seconds"_s, u"For a whole answer."_s, u"N"_s, u"30"_s);
    parser.addOptions({database, folder, listen, certificate, key, connections, threads, perAddress,
                       keepAlive, header, request, answer});
    if (const auto refused = parse(parser, arguments, {database, certificate, key})) {
        return *refused;
    }
    const auto conninfo = checkedConninfo(parser.value(database));
    if (!conninfo) {
        return complain(conninfo.error());
    }
    const QString address = parser.value(listen);
    const qsizetype colon = address.lastIndexOf(u':');
    bool isPort = false;
    const int port = address.mid(colon + 1).toInt(&isPort);
    if (colon < 1 || !isPort || port < 0 || port > 65535) {
        return misuse(u"--listen takes HOST:PORT"_s);
    }
    std::array numbers{Number{connections, 1, 1000}, Number{threads, 1, 4096}, Number{perAddress, 0, 100000},
                       Number{keepAlive, 1, 600},    Number{header, 1, 600},   Number{request, 1, 600},
                       Number{answer, 1, 600}};
    for (Number& number : numbers) {
        if (!number.read(parser)) {
            return misuse(u"--%1 takes a number from %2 to %3"_s.arg(number.option.names().constFirst())
                              .arg(number.least)
                              .arg(number.most));
        }
    }
    const auto files = readSchemaFiles(parser.value(folder));
    if (!files) {
        return complain(files.error());
    }
    // A database that is away is waited for, request by request, and not looked at again.
    if (const auto reached = connect(parser.value(database))) {
        if (const auto checked = checkServed(**reached, *files); !checked) {
            return complain(checked.error());
        }
    }
    QString host = address.left(colon);
    host.remove(u'[').remove(u']');
    return serve({.conninfo = *conninfo,
                  .host = host.toStdString(),
                  .port = port,
                  .certificateFile = parser.value(certificate),
                  .keyFile = parser.value(key),
                  .connections = static_cast<std::size_t>(numbers[0].value),
                  .limits = {.threads = static_cast<std::size_t>(numbers[1].value),
                             .perAddress = static_cast<std::size_t>(numbers[2].value),
                             .keepAlive = std::chrono::seconds(numbers[3].value),
                             .header = std::chrono::seconds(numbers[4].value),
                             .request = std::chrono::seconds(numbers[5].value),
                             .answer = std::chrono::seconds(numbers[6].value)}});
}

struct Command {
    QLatin1StringView name;
    int (*run)(const QStringList&) = nullptr;
    QLatin1StringView summary;
};

constexpr std::array commands{
    Command{"migrate"_L1, runMigrate, "bring a database up to date"_L1},
    Command{"import"_L1, runImport, "take over a clinic's patient list (CSV)"_L1},
    Command{"serve"_L1, runServe, "answer clients over HTTPS"_L1},
    Command{"user"_L1, runUser, "add, list and revoke people"_L1},
};

QString usage() {
    QString text = u"usage: carrel-backend COMMAND [options]\n"_s;
    for (const Command& command : commands) {
        text += u"  %1 %2\n"_s.arg(QString(command.name), -9).arg(command.summary);
    }
    return text + u"carrel-backend COMMAND --help tells more."_s;
}

} // namespace

int runCommand(const QStringList& arguments) {
    const QString name = arguments.value(1);
    for (const Command& command : commands) {
        if (name == command.name) {
            QStringList rest = arguments;
            rest.removeAt(1);
            return command.run(rest);
        }
    }
    if (name == "--version"_L1) {
        say(QCoreApplication::applicationVersion());
        return 0;
    }
    if (name == "--help"_L1) {
        say(usage());
        return 0;
    }
    return misuse(usage());
}

} // namespace carrel::gateway
