// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <core/base/error_class.h>

#include <QSet>
#include <QTest>

using namespace carrel;

class ErrorClassTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void untrustedCertificate_isNeverAway() {
        QCOMPARE(classOf(ErrorCode::UntrustedCertificate), ErrorClass::Untrusted);
        QCOMPARE(classOf(ErrorCode::BackendUnavailable), ErrorClass::Away);
        QCOMPARE(classOf(ErrorCode::UnknownHost), ErrorClass::Away);
        QCOMPARE(classOf(ErrorCode::Timeout), ErrorClass::Away);
    }

    void whatMayHaveBeenDone_isNoAnswer() {
        for (const ErrorCode code :
             {ErrorCode::Timeout, ErrorCode::BackendUnavailable, ErrorCode::UntrustedCertificate,
              ErrorCode::ProtocolError, ErrorCode::OutcomeUnknown, ErrorCode::Cancelled, ErrorCode::Internal,
              ErrorCode::StorageFailure}) {
            QVERIFY2(!isAnswer(classOf(code)), errorCodeName(code).data());
        }
        for (const ErrorCode code :
             {ErrorCode::Conflict, ErrorCode::Rejected, ErrorCode::NotFound, ErrorCode::WrongCode,
              ErrorCode::TooManyAttempts, ErrorCode::SessionExpired, ErrorCode::NotAllowed}) {
            QVERIFY2(isAnswer(classOf(code)), errorCodeName(code).data());
        }
    }

    void everyCode_hasANameOfItsOwn() {
        QSet<QLatin1StringView> names;
        const int last = static_cast<int>(ErrorCode::Internal);
        for (int i = 0; i <= last; ++i) {
            names.insert(errorCodeName(static_cast<ErrorCode>(i)));
        }
        QCOMPARE(names.size(), last + 1);
    }
};

QTEST_GUILESS_MAIN(ErrorClassTest)
#include "error_class_test.moc"
