// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/language.h>

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace carrel::app {

void Language::apply(QApplication& application, const QString& locale) {
    const QLocale chosen = locale.isEmpty() ? QLocale() : QLocale(locale);
    QLocale::setDefault(chosen);
    application.setLayoutDirection(chosen.textDirection());
    if (m_texts.load(chosen, QStringLiteral("carrel"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        application.installTranslator(&m_texts);
    }
    if (m_qtTexts.load(chosen, QStringLiteral("qtbase"), QStringLiteral("_"),
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        application.installTranslator(&m_qtTexts);
    }
}

} // namespace carrel::app
