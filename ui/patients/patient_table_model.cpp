// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "patient_table_model.h"

#include <ui/format/text.h>

#include <QHash>

namespace carrel::patients {

using namespace Qt::StringLiterals;

PatientTableModel::PatientTableModel(const domain::Account& account, const Clock& clock, QObject* parent)
    : KeyPagedModel(parent)
    , m_account(account)
    , m_clock(clock) {}

QString PatientTableModel::namesakeWarning() {
    return tr("Same name and birth date as another patient: check a second identifier");
}

int PatientTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PatientTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const domain::Patient& patient = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(patient, index.column());
    case Qt::AccessibleTextRole:
        return readableText(patient, index.row(), index.column());
    case Qt::ToolTipRole:
        return m_namesakes.contains(index.row()) ? QVariant(namesakeWarning()) : QVariant();
    case NamesakeRole:
        return m_namesakes.contains(index.row());
    default:
        return {};
    }
}

QString PatientTableModel::text(const domain::Patient& patient, int column) const {
    switch (column) {
    case Name:
        return patient.identity ? format::personName(patient.identity->name) : tr("Name not shown");
    case Born: {
        if (!patient.identity) {
            return {};
        }
        const QDate birthDate = patient.identity->birthDate;
        if (!birthDate.isValid()) {
            return tr("Not recorded");
        }
        const QString age = format::age(birthDate, m_clock.now().toLocalTime().date());
        const QString born = format::date(birthDate);
        return age.isEmpty() ? born : born + u' ' + format::leftToRight(u'(' + age + u')');
    }
    case Phone:
        return patient.identity ? format::leftToRight(patient.identity->phone) : QString();
    case Reference:
        return format::reference(patient.ref);
    case Clinic:
        return format::clinicName(m_account, patient.clinic);
    case Provider:
        return patient.providerName;
    default:
        return {};
    }
}

QString PatientTableModel::readableText(const domain::Patient& patient, int row, int column) const {
    QString result = text(patient, column);
    if (column == Name && m_namesakes.contains(row)) {
        result += u". "_s + namesakeWarning();
    }
    if (column == Born && patient.identity && patient.identity->birthDate.isValid()) {
        result = tr("Born %1").arg(result);
    }
    return result;
}

QVariant PatientTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Born:
        return tr("Born");
    case Phone:
        return tr("Phone");
    case Reference:
        return tr("Reference");
    case Clinic:
        return tr("Clinic");
    case Provider:
        return tr("Provider");
    default:
        return {};
    }
}

bool PatientTableModel::sameThing(const domain::Patient& a, const domain::Patient& b) const {
    return a.id == b.id;
}

void PatientTableModel::rowsChanged() {
    m_namesakes.clear();
    QHash<QString, int> firstRow;
    for (int row = 0; row < rowCount(); ++row) {
        const domain::Patient& patient = at(row);
        if (!patient.identity || !patient.identity->birthDate.isValid()) {
            continue;
        }
        const domain::PersonName& name = patient.identity->name;
        const QString key = name.family.toCaseFolded().trimmed() + u'\n' +
                            name.given.toCaseFolded().trimmed() + u'\n' +
                            patient.identity->birthDate.toString(Qt::ISODate);
        const auto known = firstRow.constFind(key);
        if (known != firstRow.constEnd()) {
            m_namesakes << *known << row;
        } else {
            firstRow.insert(key, row);
        }
    }
}

} // namespace carrel::patients
