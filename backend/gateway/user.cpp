// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "user.h"

#include "command_line.h"
#include "routes.h"

#include <core/base/secure_bytes.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

struct Options {
    QCommandLineOption database = databaseOption();
    QCommandLineOption organization{u"organization"_s, u"The organization's id."_s, u"ID"_s};
    QCommandLineOption login{u"login"_s, u"What the person signs in with."_s, u"LOGIN"_s};
    QCommandLineOption name{u"name"_s, u"How the person is shown."_s, u"NAME"_s};
    QCommandLineOption role{
        u"role"_s,
        u"front_desk, medical_assistant, prescriber, owner, privacy_officer, sales, admin or support."_s,
        u"ROLE"_s};
    QCommandLineOption clinic{u"clinic"_s, u"A clinic's id; may be repeated."_s, u"ID"_s};
    QCommandLineOption npi{u"npi"_s, u"National Provider Identifier: makes a prescriber able to sign."_s,
                           u"NPI"_s};
    QCommandLineOption dea{u"dea"_s, u"DEA number: for controlled items."_s, u"DEA"_s};
    QCommandLineOption passwordStdin{
        u"password-stdin"_s, u"Read the password from standard input; else one is made and printed once."_s};
    QCommandLineOption totpStdin{
        u"totp-stdin"_s,
        u"Read the second factor's secret (base32) from standard input, after a password."_s};
};

// What the schema refuses, in words for the one who types.
QString explain(const SqlError& error) {
    if (error.sqlState == "CRL01") {
        const QJsonObject more = QJsonDocument::fromJson(error.detail).object();
        const QString rule = more.value("more"_L1).toObject().value("rule"_L1).toString();
        const QString field = more.value("more"_L1).toObject().value("field"_L1).toString();
        if (rule == "compromised"_L1) {
            return u"this password is on the list of those that are tried first when somebody breaks in; choose another, or leave it to this program to make one"_s;
        }
        if (rule == "min-length-12"_L1) {
            return u"the password is too short: at least 12 characters"_s;
        }
        if (field == "login"_L1 && rule == "unique"_L1) {
            return u"there is somebody with this login already"_s;
        }
        if (rule == "another-than-before"_L1) {
            return u"this is the secret that there is already: enrolling it again would forgive its wrong codes; take another, or leave it to this program to make one"_s;
        }
        return rule.isEmpty() ? more.value("detail"_L1).toString()
                              : u"field %1 breaks the rule %2"_s.arg(field, rule);
    }
    if (error.sqlState == "23503") {
        return u"there is no such organization or clinic"_s;
    }
    return u"the database answered %1"_s.arg(QString::fromLatin1(error.sqlState));
}

struct Secret {
    QByteArray text;
    bool isMade = false;
};

// 20 characters of 32 are 100 bits, in groups that can be read out.
QByteArray makePassword() {
    const SecureBytes random = SecureBytes::random(20);
    QByteArray password;
    for (const std::byte byte : random.bytes()) {
        if (password.size() % 5 == 4) {
            password += '-';
        }
        password += alphabet.at(std::to_integer<int>(byte) & 31);
    }
    return password.toLower();
}

std::expected<Secret, QString> readSecret(bool fromStdin, QByteArray (*make)()) {
    if (!fromStdin) {
        return Secret{make(), true};
    }
    auto line = readFirstLine(u"-"_s);
    if (!line) {
        return std::unexpected(line.error());
    }
    return Secret{*line, false};
}

QByteArray makeTotpSecret() {
    return base32(SecureBytes::random(20).view());
}

QByteArray arrayLiteral(const QStringList& ids) {
    return "{" + ids.join(u',').toLatin1() + "}";
}

std::expected<QByteArray, QString> personId(Database& database, const QString& login) {
    const QByteArray name = login.toUtf8();
    const auto rows =
        database.query("select id from data.person where login = lower($1)", {name.constData()});
    if (!rows) {
        return std::unexpected(explain(rows.error()));
    }
    if (rows->count() == 0) {
        return std::unexpected(u"there is nobody with this login"_s);
    }
    return rows->value(0, 0).toByteArray();
}

int add(Database& database, const QCommandLineParser& parser, const Options& options) {
    const QStringList clinics = parser.values(options.clinic);
    const bool areIds =
        std::all_of(clinics.begin(), clinics.end(), [](const QString& id) { return isUuid(id); });
    if (!areIds || !isUuid(parser.value(options.organization))) {
        return misuse(u"--organization and --clinic take ids (UUIDs)"_s);
    }
    auto password = readSecret(parser.isSet(options.passwordStdin), makePassword);
    if (!password) {
        return complain(password.error());
    }
    auto secret = readSecret(parser.isSet(options.totpStdin), makeTotpSecret);
    if (!secret) {
        return complain(secret.error());
    }
    const QString login = parser.value(options.login).toLower();
    const std::array<QByteArray, 7> texts{parser.value(options.organization).toLatin1(),
                                          login.toUtf8(),
                                          parser.value(options.name).toUtf8(),
                                          parser.value(options.role).toUtf8(),
                                          arrayLiteral(clinics),
                                          parser.value(options.npi).toUtf8(),
                                          parser.value(options.dea).toUtf8()};
    const auto made = database.query("select person_id from admin.create_person($1::uuid, $2, $3, $4, "
                                     "$5::uuid[], $6, $7, nullif($8, ''), nullif($9, ''))",
                                     {texts[0].constData(), texts[1].constData(), texts[2].constData(),
                                      texts[3].constData(), texts[4].constData(), password->text.constData(),
                                      secret->text.constData(), texts[5].constData(), texts[6].constData()});
    int exitCode = 0;
    if (!made) {
        exitCode = complain(explain(made.error()));
    } else {
        say(u"login: "_s + login);
        if (password->isMade) {
            say(u"password: "_s + QString::fromUtf8(password->text));
        }
        if (secret->isMade) {
            say(otpauthUri(login, secret->text));
        }
    }
    wipe(password->text);
    wipe(secret->text);
    return exitCode;
}

int setPassword(Database& database, const QCommandLineParser& parser, const Options& options) {
    const auto person = personId(database, parser.value(options.login));
    if (!person) {
        return complain(person.error());
    }
    auto password = readSecret(parser.isSet(options.passwordStdin), makePassword);
    if (!password) {
        return complain(password.error());
    }
    const auto set = database.query("select admin.set_password($1::uuid, $2)",
                                    {person->constData(), password->text.constData()});
    int exitCode = 0;
    if (!set) {
        exitCode = complain(explain(set.error()));
    } else if (password->isMade) {
        say(u"password: "_s + QString::fromUtf8(password->text));
    }
    wipe(password->text);
    return exitCode;
}

int setSecondFactor(Database& database, const QCommandLineParser& parser, const Options& options) {
    const QString login = parser.value(options.login).toLower();
    const auto person = personId(database, login);
    if (!person) {
        return complain(person.error());
    }
    auto secret = readSecret(parser.isSet(options.totpStdin), makeTotpSecret);
    if (!secret) {
        return complain(secret.error());
    }
    const auto set = database.query("select from admin.set_second_factor($1::uuid, $2)",
                                    {person->constData(), secret->text.constData()});
    int exitCode = 0;
    if (!set) {
        exitCode = complain(explain(set.error()));
    } else if (secret->isMade) {
        say(otpauthUri(login, secret->text));
    }
    wipe(secret->text);
    return exitCode;
}

int revoke(Database& database, const QCommandLineParser& parser, const Options& options) {
    const auto person = personId(database, parser.value(options.login));
    if (!person) {
        return complain(person.error());
    }
    const auto done = database.query("select admin.deactivate($1::uuid)", {person->constData()});
    return done ? 0 : complain(explain(done.error()));
}

int list(Database& database, const QCommandLineParser& parser, const Options& options) {
    if (!isUuid(parser.value(options.organization))) {
        return misuse(u"--organization takes an id (UUID)"_s);
    }
    const QByteArray organization = parser.value(options.organization).toLatin1();
    const auto rows = database.query(
        "select p.login, p.role, case when p.active then 'active' else 'revoked' end, p.display_name"
        " from data.person p where p.org_id = $1::uuid order by p.login",
        {organization.constData()});
    if (!rows) {
        return complain(explain(rows.error()));
    }
    for (int row = 0; row < rows->count(); ++row) {
        say(u"%1\t%2\t%3\t%4"_s.arg(rows->text(row, 0), rows->text(row, 1), rows->text(row, 2),
                                    rows->text(row, 3)));
    }
    return 0;
}

} // namespace

QByteArray base32(QByteArrayView bytes) {
    QByteArray text;
    unsigned held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = (held << 8 | static_cast<unsigned char>(c)) & 0xFFF;
        for (bits += 8; bits >= 5; bits -= 5) {
            text += alphabet.at(static_cast<qsizetype>(held >> (bits - 5) & 31));
        }
    }
    if (bits > 0) {
        text += alphabet.at(static_cast<qsizetype>(held << (5 - bits) & 31));
    }
    return text;
}

QString otpauthUri(const QString& login, const QByteArray& base32Secret) {
    const QByteArray name = QUrl::toPercentEncoding(login);
    return QString::fromLatin1("otpauth://totp/Carrel:" + name + "?secret=" + base32Secret +
                               "&issuer=Carrel");
}

int runUser(const QStringList& arguments) {
    const QString action = arguments.value(1);
    QStringList rest = arguments;
    if (rest.size() > 1) {
        rest.removeAt(1);
    }
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"People: user add | set-password | set-second-factor | revoke | list. Secrets are never arguments."_s);
    int (*run)(Database&, const QCommandLineParser&, const Options&) = nullptr;
    std::optional<int> refused;
    parser.addOption(options.database);
    if (action == "add"_L1) {
        parser.addOptions({options.organization, options.login, options.name, options.role, options.clinic,
                           options.npi, options.dea, options.passwordStdin, options.totpStdin});
        refused = parse(parser, rest,
                        {options.database, options.organization, options.login, options.name, options.role});
        run = add;
    } else if (action == "set-password"_L1) {
        parser.addOptions({options.login, options.passwordStdin});
        refused = parse(parser, rest, {options.database, options.login});
        run = setPassword;
    } else if (action == "set-second-factor"_L1) {
        parser.addOptions({options.login, options.totpStdin});
        refused = parse(parser, rest, {options.database, options.login});
        run = setSecondFactor;
    } else if (action == "revoke"_L1) {
        parser.addOption(options.login);
        refused = parse(parser, rest, {options.database, options.login});
        run = revoke;
    } else if (action == "list"_L1) {
        parser.addOption(options.organization);
        refused = parse(parser, rest, {options.database, options.organization});
        run = list;
    } else {
        return misuse(
            u"usage: carrel-backend user add | set-password | set-second-factor | revoke | list [options]"_s);
    }
    if (refused) {
        return *refused;
    }
    const auto database = connect(parser.value(options.database));
    return database ? run(**database, parser, options) : complain(database.error());
}

} // namespace carrel::gateway
