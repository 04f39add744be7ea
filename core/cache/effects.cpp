// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "effects.h"

namespace carrel::cache {

namespace {

class TableLookups final : public domain::EffectLookups {
public:
    explicit TableLookups(Database& database) : m_database(database) {}

    QString patientReference(const domain::PatientId& patient) const override {
        return text("SELECT ref FROM patients WHERE id = ?", patient.toString());
    }
    QString productName(const domain::ProductId& product) const override {
        return text("SELECT trim(name || ' ' || coalesce(strength, '')) FROM catalogue WHERE id = ?",
                    product.toString());
    }

private:
    QString text(const char* sql, const QString& id) const {
        Statement select(m_database, sql);
        select.bind(1, id);
        return select.step() ? select.text(0) : QString();
    }

    Database& m_database;
};

template <typename T> T orThrow(Result<T> result) {
    if (!result) {
        throw StorageError{std::move(result.error())};
    }
    return std::move(*result);
}

} // namespace

domain::Command commandIn(const ports::StoredCommand& kept) {
    return orThrow(domain::commandFrom(kept.name, kept.body));
}

QJsonObject withEffect(Database& database, const domain::Command& command, const QDateTime& at,
                       const domain::RowImage& row) {
    return orThrow(effectOf(command, row, {.at = at, .lookups = TableLookups(database)}));
}

} // namespace carrel::cache
