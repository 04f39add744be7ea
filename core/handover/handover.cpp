// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "handover.h"

#include "strict_object.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>

namespace carrel::handover {

using namespace Qt::StringLiterals;

namespace {

// The two secrets stand first, at fixed places, and are taken out of the buffer before the rest is parsed:
// the JSON parser's own strings would be copies that nobody wipes.
constexpr QByteArrayView tokenOpening = "{\"session_token\":\"";
constexpr QByteArrayView keyOpening = "\",\"cache_key\":\"";
constexpr QByteArrayView restOpening = "\",";
constexpr auto format = "carrel-handover/1"_L1;
constexpr qsizetype longestLine = qsizetype{256} * 1024;
constexpr std::size_t cacheKeySize = 32;

QJsonArray rectToJson(const QRect& rect) {
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QString timeToText(const QDateTime& time) {
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime readTime(StrictObject& object, QLatin1StringView name) {
    QDateTime time = QDateTime::fromString(object.text(name), Qt::ISODateWithMs);
    if (!time.isValid()) {
        object.reject(name, "must be a time in ISO form");
    }
    return time;
}

/// Without its token.
QJsonObject sessionToJson(const ports::Session& session) {
    return {{"account"_L1, domain::toJson(session.account)},
            {"lease_until"_L1, timeToText(session.validity.leaseUntil)},
            {"session_until"_L1, timeToText(session.validity.sessionUntil)},
            {"cache_path"_L1, session.cachePath},
            {"online"_L1, session.online}};
}

std::optional<ports::Session> readSession(StrictObject& object, SecureBytes token) {
    auto account = domain::accountFromJson(object.rawObject("account"_L1));
    if (!account) {
        object.reject("account"_L1, "does not follow the contract");
        return std::nullopt;
    }
    const QDateTime leaseUntil = readTime(object, "lease_until"_L1);
    return ports::Session{
        .token = std::move(token),
        .account = std::move(*account),
        .validity = {.leaseUntil = leaseUntil, .sessionUntil = readTime(object, "session_until"_L1)},
        .cachePath = object.text("cache_path"_L1),
        .online = object.boolean("online"_L1)};
}

/// All but the two secrets.
QJsonObject openPart(const Handover& handover) {
    QJsonObject json = sessionToJson(handover.open.session);
    json["format"_L1] = format;
    json["backend_url"_L1] = handover.backendUrl.toString();
    json["ca_file"_L1] = handover.caFile;
    json["device_id"_L1] = handover.deviceId;
    json["place"_L1] = domain::toJson(handover.place);
    json["geometry"_L1] = handover.geometry ? QJsonValue(rectToJson(*handover.geometry)) : QJsonValue();
    json["appearance"_L1] = handover.appearance;
    json["locale"_L1] = handover.locale;
    return json;
}

domain::Place readPlace(StrictObject& parent) {
    const auto place = domain::placeFromJson(parent.rawObject("place"_L1));
    if (!place) {
        parent.object("place"_L1).reject("page"_L1, "is not known");
    }
    return place.value_or(domain::Place());
}

std::optional<QRect> readRect(StrictObject& parent, QLatin1StringView name) {
    const QJsonArray numbers = parent.array(name);
    const auto whole = [&numbers](qsizetype i) { return numbers.at(i).toInteger(-1'000'000); };
    const auto sane = [](qint64 value) { return value > -100'000 && value < 100'000; };
    if (numbers.size() != 4 || !sane(whole(0)) || !sane(whole(1)) || !sane(whole(2)) || !sane(whole(3)) ||
        whole(2) <= 0 || whole(3) <= 0) {
        parent.reject(name, "must be x, y, width and height as whole numbers");
        return std::nullopt;
    }
    return QRect(static_cast<int>(whole(0)), static_cast<int>(whole(1)), static_cast<int>(whole(2)),
                 static_cast<int>(whole(3)));
}

Result<Handover> readOpenPart(const QJsonObject& json, SecureBytes token, SecureBytes key) {
    StrictObject object(json);
    if (object.text("format"_L1) != format) {
        object.reject("format"_L1, "is of another version");
    }
    const QUrl url(object.text("backend_url"_L1), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty()) {
        object.reject("backend_url"_L1, "must be an https address");
    }
    auto session = readSession(object, std::move(token));
    if (session && session->savesCache() == key.isEmpty()) {
        object.reject("cache_path"_L1, "must be empty without a key, and only then");
    }
    const QString deviceId = object.text("device_id"_L1);
    if (QUuid::fromString(deviceId).isNull()) {
        object.reject("device_id"_L1, "must be a UUID");
    }
    std::optional<QRect> geometry;
    if (!object.isNull("geometry"_L1)) {
        geometry = readRect(object, "geometry"_L1);
    }
    const QString caFile = object.text("ca_file"_L1);
    const domain::Place place = readPlace(object);
    const QString appearance = object.text("appearance"_L1);
    const QString locale = object.text("locale"_L1);
    if (const auto error = object.error()) {
        return fail(*error);
    }
    return Handover{.backendUrl = url,
                    .caFile = caFile,
                    .deviceId = deviceId,
                    .open = {.session = std::move(*session), .cacheKey = std::move(key)},
                    .place = place,
                    .geometry = geometry,
                    .appearance = appearance,
                    .locale = locale};
}

Result<SecureBytes> takeHex(QByteArrayView hex, QLatin1StringView field) {
    auto bytes = SecureBytes::fromHex(hex);
    if (!bytes) {
        return fail(invalidField(field, "must be hexadecimal"));
    }
    return std::move(*bytes);
}

Result<QJsonObject> parseLine(QByteArrayView line) {
    if (line.size() > longestLine) {
        return fail(ErrorCode::TooLarge, u"a line of the pipe is too long"_s);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line.toByteArray(), &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        // The text itself stays out of the error: it may be anything.
        return fail(ErrorCode::InvalidInput, u"a line of the pipe is not a JSON object"_s);
    }
    return document.object();
}

QByteArray lineOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

template <WireNamed Value> std::optional<Value> readNamed(StrictObject& object, QLatin1StringView field) {
    const auto value = fromWire<Value>(object.text(field));
    if (!value) {
        object.reject(field, "is not known");
    }
    return value;
}

} // namespace

SecureBytes encode(const Handover& handover) {
    const SecureBytes token = handover.open.session.token.toHex();
    const SecureBytes key = handover.open.cacheKey.toHex();
    const QByteArray rest = lineOf(openPart(handover)).mid(1); // without the opening brace
    const QByteArrayView parts[] = {tokenOpening, token.view(), keyOpening, key.view(), restOpening, rest};
    std::size_t size = 0;
    for (const QByteArrayView part : parts) {
        size += static_cast<std::size_t>(part.size());
    }
    SecureBytes line(size);
    std::byte* to = line.bytes().data();
    for (const QByteArrayView part : parts) {
        if (!part.isEmpty()) {
            std::memcpy(to, part.data(), static_cast<std::size_t>(part.size()));
            to += part.size();
        }
    }
    return line;
}

Result<Handover> decodeHandover(QByteArrayView line) {
    if (!line.startsWith(tokenOpening)) {
        return fail(invalidField("session_token"_L1, "must come first"));
    }
    QByteArrayView left = line.sliced(tokenOpening.size());
    const qsizetype tokenEnd = left.indexOf(keyOpening);
    if (tokenEnd < 0) {
        return fail(invalidField("cache_key"_L1, "must come second"));
    }
    auto token = takeHex(left.first(tokenEnd), "session_token"_L1);
    left = left.sliced(tokenEnd + keyOpening.size());
    const qsizetype keyEnd = left.indexOf(restOpening);
    if (keyEnd < 0) {
        return fail(invalidField("cache_key"_L1, "has no end"));
    }
    auto key = takeHex(left.first(keyEnd), "cache_key"_L1);
    if (!token || token->isEmpty()) {
        return fail(invalidField("session_token"_L1, "must be hexadecimal and not empty"));
    }
    if (!key || (!key->isEmpty() && key->size() != cacheKeySize)) {
        return fail(invalidField("cache_key"_L1, "must be empty or 32 bytes in hexadecimal"));
    }
    const auto json = parseLine(QByteArray("{" + left.sliced(keyEnd + restOpening.size()).toByteArray()));
    if (!json) {
        return fail(json.error());
    }
    return readOpenPart(*json, std::move(*token), std::move(*key));
}

QByteArray encode(const ToWorkspace& message) {
    QJsonObject object{{"kind"_L1, wireName(message.kind)}};
    if (message.kind == ToWorkspace::Kind::Countdown) {
        object["seconds"_L1] = message.seconds;
    }
    return lineOf(object);
}

Result<ToWorkspace> decodeToWorkspace(QByteArrayView line) {
    const auto json = parseLine(line);
    if (!json) {
        return fail(json.error());
    }
    StrictObject object(*json);
    const auto kind = readNamed<ToWorkspace::Kind>(object, "kind"_L1);
    const bool counts = kind == ToWorkspace::Kind::Countdown;
    const int seconds = counts ? object.wholeNumber("seconds"_L1, 0, 3600) : 0;
    if (const auto error = object.error()) {
        return fail(*error);
    }
    return ToWorkspace{*kind, seconds};
}

SessionOver sessionOver(ErrorCode code) {
    return code == ErrorCode::SessionLocked ? SessionOver::Locked
           : code == ErrorCode::NotAllowed  ? SessionOver::Withdrawn
                                            : SessionOver::Ended;
}

QByteArray encode(const ToShell& message) {
    QJsonObject object{{"kind"_L1, wireName(message.kind)}};
    if (message.kind == ToShell::Kind::PlaceChanged) {
        object["place"_L1] = domain::toJson(message.place);
    } else if (message.kind == ToShell::Kind::GeometryChanged) {
        object["geometry"_L1] = rectToJson(message.geometry);
    } else if (message.kind == ToShell::Kind::SessionEnded) {
        object["how"_L1] = wireName(message.over);
    }
    return lineOf(object);
}

Result<ToShell> decodeToShell(QByteArrayView line) {
    const auto json = parseLine(line);
    if (!json) {
        return fail(json.error());
    }
    StrictObject object(*json);
    const auto kind = readNamed<ToShell::Kind>(object, "kind"_L1);
    domain::Place place;
    QRect geometry;
    auto over = SessionOver::Ended;
    if (kind == ToShell::Kind::PlaceChanged) {
        place = readPlace(object);
    } else if (kind == ToShell::Kind::GeometryChanged) {
        geometry = readRect(object, "geometry"_L1).value_or(QRect());
    } else if (kind == ToShell::Kind::SessionEnded) {
        over = readNamed<SessionOver>(object, "how"_L1).value_or(over);
    }
    if (const auto error = object.error()) {
        return fail(*error);
    }
    return ToShell{*kind, place, geometry, over};
}

} // namespace carrel::handover
