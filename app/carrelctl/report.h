// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace carrel::ctl {

enum class Status { Info, Ok, Failed };

/// One line of a report: never patient data, never a secret.
struct Item {
    QString name;
    QString value;
    Status status = Status::Info;
};

/// What diagnose and self-check say, for people and for machines.
class Report final {
public:
    void add(QString name, QString value, Status status = Status::Info);
    bool hasFailures() const;
    QByteArray toText() const;
    QByteArray toJson() const;

private:
    std::vector<Item> m_items;
};

} // namespace carrel::ctl
