// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/domain/identified/order_content.h>

#include <QDebug>

#include <iostream>

// Compiled by the tests, never linked: without LOG_… it must compile, with any of them it must not.
void logged(const carrel::domain::PersonName& name, const carrel::domain::Patient& patient,
            const carrel::domain::OrderContent& content) {
    qDebug() << patient.ref.toString();
#if defined(LOG_NAME)
    qDebug() << name;
#elif defined(LOG_NAME_STREAM)
    std::cerr << name;
#elif defined(LOG_PATIENT)
    qDebug() << patient;
#elif defined(LOG_CONTENT)
    qDebug() << content;
#endif
    static_cast<void>(name);
    static_cast<void>(content);
}
