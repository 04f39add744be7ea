// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "device_file.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace carrel::signin {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> fileError(const QFileDevice& file) {
    const bool full = file.error() == QFileDevice::ResourceError;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::StorageFailure,
                u"device.json: "_s + file.errorString());
}

} // namespace

Result<ports::Device> loadOrCreateDevice(const QString& dataDirectory, const QString& hostName) {
    const QString path = dataDirectory + u"/device.json"_s;
    QFile existing(path);
    if (existing.exists()) {
        if (!existing.open(QIODevice::ReadOnly)) {
            return fileError(existing);
        }
        const QJsonObject json = QJsonDocument::fromJson(existing.read(4096)).object();
        const QUuid id = QUuid::fromString(json["id"_L1].toString());
        if (id.isNull()) {
            return std::unexpected(
                Error{ErrorCode::InvalidInput, path + ": id must be a UUID"_L1, u"id"_s, {}});
        }
        return ports::Device{id, hostName};
    }
    if (!QDir().mkpath(dataDirectory)) {
        return fail(ErrorCode::StorageFailure, u"the data directory cannot be made"_s);
    }
    const QUuid id = QUuid::createUuid();
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(QJsonObject{{"id"_L1, id.toString(QUuid::WithoutBraces)}})
                                .toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(json) != json.size() || !file.commit()) {
        return fileError(file);
    }
    return ports::Device{id, hostName};
}

} // namespace carrel::signin
