// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/domain/identified/patient.h>
#include <core/domain/pseudonymous/account.h>
#include <ui/work/pseudonymous/key_paged_model.h>

#include <QSet>

namespace carrel::patients {

/// The hits of a patient search. Without identities in an answer it shows references only.
class PatientTableModel final : public work::KeyPagedModel<domain::Patient> {
    Q_OBJECT
public:
    enum Column { Name, Born, Phone, Reference, Clinic, Provider, ColumnCount };
    /// True for a patient who shares name and birth date with another one in the list.
    static constexpr int NamesakeRole = Qt::UserRole + 1;

    PatientTableModel(const domain::Account& account, const Clock& clock, QObject* parent = nullptr);

    bool hasNamesakes() const { return !m_namesakes.isEmpty(); }
    /// What a screen reader and the page say about them.
    static QString namesakeWarning();

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool sameThing(const domain::Patient& a, const domain::Patient& b) const override;
    void rowsChanged() override;

private:
    QString text(const domain::Patient& patient, int column) const;
    QString readableText(const domain::Patient& patient, int row, int column) const;

    const domain::Account& m_account;
    const Clock& m_clock;
    QSet<int> m_namesakes; ///< rows
};

} // namespace carrel::patients
