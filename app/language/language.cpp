// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/language/language.h>

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

// The texts lie in a static library, so they have to be registered by name, and that only works outside a
// namespace.
static void registerTexts() {
    Q_INIT_RESOURCE(carrel_translations);
}

namespace carrel::app {

void Language::apply(QApplication& /*there must be one*/, const QString& locale) {
    registerTexts();
    const QString folder = QStringLiteral(":/i18n");
    const QLocale chosen = locale.isEmpty() ? QLocale() : QLocale(locale);
    QLocale::setDefault(chosen);

    // The translator installed last is asked first; English answers for what the others do not hold.
    if (m_englishNumbers.load(QStringLiteral("carrel_en"), folder)) {
        QCoreApplication::installTranslator(&m_englishNumbers);
    }
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qtTexts.load(chosen, QStringLiteral("qtbase"), QStringLiteral("_"), qtFolder)) {
        QCoreApplication::installTranslator(&m_qtTexts);
    }
    if (m_texts.load(chosen, QStringLiteral("carrel"), QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(&m_texts);
    }

    // Last: a translator that is installed sets the direction that Qt's own texts name.
    QGuiApplication::setLayoutDirection(chosen.textDirection());
}

} // namespace carrel::app
