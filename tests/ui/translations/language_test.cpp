// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/language/language.h>

#include <QApplication>
#include <QTest>

using carrel::app::Language;

namespace {

QString waiting(int count) {
    return QCoreApplication::translate("carrel::frame::HeaderBar", "%n waiting to be sent", nullptr, count);
}

QString appointments(int count) {
    return QCoreApplication::translate("carrel::schedule::SchedulePage", "%n appointments", nullptr, count);
}

QString signIn() {
    return QCoreApplication::translate("carrel::signin_ui::CredentialsPage", "Sign in");
}

} // namespace

class LanguageTest final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguageTest)

public:
    explicit LanguageTest(QApplication& application) : m_application(application) {}

private Q_SLOTS:
    void english_counts_one_and_many() {
        Language language;
        language.apply(m_application, QStringLiteral("en_US"));
        QCOMPARE(waiting(1), QStringLiteral("1 waiting to be sent"));
        QCOMPARE(appointments(1), QStringLiteral("1 appointment"));
        QCOMPARE(appointments(5), QStringLiteral("5 appointments"));
        QCOMPARE(signIn(), QStringLiteral("Sign in"));
        QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
    }

    void german_speaks_german_from_left_to_right() {
        Language language;
        language.apply(m_application, QStringLiteral("de_DE"));
        QCOMPARE(signIn(), QStringLiteral("Anmelden"));
        QCOMPARE(appointments(1), QStringLiteral("1 Termin"));
        QCOMPARE(appointments(2), QStringLiteral("2 Termine"));
        QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
    }

    void arabic_has_six_forms_and_reads_from_right_to_left() {
        Language language;
        language.apply(m_application, QStringLiteral("ar"));
        QCOMPARE(signIn(), QStringLiteral("تسجيل الدخول"));
        QVERIFY(appointments(2) != appointments(3).replace(u'3', u'2'));
        QVERIFY(appointments(3) != appointments(11).replace(QStringLiteral("11"), QStringLiteral("3")));
        QVERIFY(appointments(100).contains(QStringLiteral("100")));
        QCOMPARE(QApplication::layoutDirection(), Qt::RightToLeft);
    }

    void language_without_a_translation_stays_english_but_keeps_its_direction() {
        Language language;
        language.apply(m_application, QStringLiteral("he"));
        QCOMPARE(signIn(), QStringLiteral("Sign in"));
        QCOMPARE(appointments(1), QStringLiteral("1 appointment"));
        QCOMPARE(QApplication::layoutDirection(), Qt::RightToLeft);
    }

private:
    QApplication& m_application;
};

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    LanguageTest test(application);
    return QTest::qExec(&test, argc, argv);
}

#include "language_test.moc"
