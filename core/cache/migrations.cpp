// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "migrations.h"

#include "view_schema.h"

#include <array>
#include <string>

namespace carrel::cache {

namespace {

const std::array<const char*, 2>& steps() {
    static const std::array<const char*, 2> all{migration0001, migration0002};
    return all;
}

} // namespace

int schemaVersion() {
    return static_cast<int>(steps().size());
}

void migrate(Database& database, int target) {
    const auto found = static_cast<int>(database.number("PRAGMA user_version"));
    if (found > schemaVersion()) {
        throw StorageError{Error::of(ErrorCode::CacheTooNew, u"schema " + QString::number(found))};
    }
    for (int version = found; version < target; ++version) {
        Transaction transaction(database);
        database.execute(steps().at(static_cast<std::size_t>(version)));
        const std::string stamp = "PRAGMA user_version = " + std::to_string(version + 1);
        database.execute(stamp.c_str());
        transaction.commit();
    }
    shapeViews(database);
}

} // namespace carrel::cache
