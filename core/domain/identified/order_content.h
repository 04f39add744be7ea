// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/order.h>

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonObject>

#include <vector>

namespace carrel::domain {

/// Exactly what a signature covers (after 21 CFR 1311.120(b)(9)). The review screen shows every member, and
/// the digest is computed from this value, never from the bytes that came from the backend: what is signed is
/// what was shown.
struct OrderContent {
    struct Line {
        CartLineId id;
        QString drug;
        QString strength;
        QString form;
        int quantity = 0;
        QString unit;
        QString directions;
        int refills = 0;
        QString schedule;               ///< "III" or empty
        std::optional<QDate> refillDay; ///< earliest fill date
    };
    OrderId id;
    QString number;
    int version = 0;
    QDate issuedOn;
    QString organizationName;
    ClinicId clinic;
    QString clinicName;
    QString clinicAddress;
    PatientRef patientRef;
    PersonName patientName;
    QDate patientBirthDate;
    Sex patientSex = Sex::Unknown;
    QString prescriberName;
    QString prescriberAddress;
    QString prescriberNpi;
    QString prescriberDea; ///< empty unless a line is controlled
    std::vector<Line> lines;
};

/// The reader's own signature under an order.
struct OrderSignature {
    QString auditId;
    QDateTime signedAt; ///< UTC, the backend's clock
    QByteArray digest;  ///< what was signed, hexadecimal
};

/// What the review screen gets: the content to sign and the chart to judge it by.
struct OrderReview {
    OrderContent content;
    PatientId patient;
    Chart chart;
    QString statement; ///< the legal sentence shown above the sign button, from the backend
    OrderState state = OrderState::AwaitingApproval; ///< as the backend has it now
    std::optional<OrderSignature> signature;         ///< none if the reader did not sign
};

/// The contract's `OrderContent` object and back. Null if a member is missing or malformed.
std::optional<OrderContent> orderContentFromJson(const QJsonObject& json);
QJsonObject toJson(const OrderContent& content);

/// RFC 8785 (JSON Canonicalization Scheme) bytes. Integers and strings only: `nullopt` for a fraction.
std::optional<QByteArray> canonicalJson(const QJsonValue& value);

/// SHA-256 over `canonicalJson(toJson(content))`, lower-case hexadecimal.
QByteArray digest(const OrderContent& content);

QDebug operator<<(QDebug, const OrderContent&) = delete;
std::ostream& operator<<(std::ostream&, const OrderContent&) = delete;

} // namespace carrel::domain
