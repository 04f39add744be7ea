// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTranslator>

class QApplication;

namespace carrel::app {

/// Texts, formats and writing direction for `locale` (BCP 47, empty for the system's). A language without a
/// translation stays English but keeps its direction and formats. Keep it as long as the application.
class Language final {
public:
    Language() = default;
    Q_DISABLE_COPY_MOVE(Language)
    void apply(QApplication& application, const QString& locale);

private:
    QTranslator m_englishNumbers; ///< "1 minute", "2 minutes": the sources alone cannot tell them apart
    QTranslator m_qtTexts;
    QTranslator m_texts;
};

} // namespace carrel::app
