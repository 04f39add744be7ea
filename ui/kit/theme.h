// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

#include <optional>

class QApplication;

namespace carrel::kit {

enum class Appearance { System, Light, Dark };
std::optional<Appearance> appearanceFromName(QStringView name); // "system", "light", "dark"

/// Colours by meaning. Contrast of every text/ground pair is at least 4.5:1 (WCAG 2.2 SC 1.4.3).
struct Tokens {
    QColor window, surface, surfaceRaised, line, text, textMuted, accent, onAccent;
    QColor success, successGround, warning, warningGround, danger, dangerGround, info, infoGround;
    QColor clinicalGround; ///< behind identified data of one patient (the banner)
};

/// Style, palette, style sheet and font of the whole application; call once before the first widget.
void applyTheme(QApplication& application, Appearance appearance);
/// The tokens that applyTheme chose, read back from the application's palette.
Tokens tokens();
/// A line icon from resources/icons, tinted for the current appearance ("lock", "search", "cart", …).
QIcon icon(QLatin1StringView name);
/// The same in a given colour, for icons on an accent or a coloured ground.
QIcon icon(QLatin1StringView name, const QColor& colour);

} // namespace carrel::kit
