// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/accessible_heading.h>
#include <ui/kit/accessible_scroll_area.h>
#include <ui/kit/style_sheet.h>
#include <ui/kit/theme.h>

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

// Outside every namespace, as the macro demands: a static library's resources are not registered by
// themselves.
static void registerResources() {
    Q_INIT_RESOURCE(carrel);
}

namespace carrel::kit {
namespace {

constexpr qreal basePointSize = 10.5;

Tokens lightTokens() {
    return {.window = QColor(0xF3F5F7),
            .surface = QColor(0xFFFFFF),
            .surfaceRaised = QColor(0xF8FAFB),
            .line = QColor(0xD5DCE3),
            .text = QColor(0x16212C),
            .textMuted = QColor(0x52606D),
            .accent = QColor(0x0B6670),
            .onAccent = QColor(0xFFFFFF),
            .success = QColor(0x155F37),
            .successGround = QColor(0xE2F3E9),
            .warning = QColor(0x734600),
            .warningGround = QColor(0xFFF1D6),
            .danger = QColor(0xA1221A),
            .dangerGround = QColor(0xFDE7E5),
            .info = QColor(0x1A5290),
            .infoGround = QColor(0xE5EFFA),
            .clinicalGround = QColor(0xE6F2F3)};
}

Tokens darkTokens() {
    return {.window = QColor(0x11161B),
            .surface = QColor(0x1A2128),
            .surfaceRaised = QColor(0x222B34),
            .line = QColor(0x35414D),
            .text = QColor(0xE7ECF1),
            .textMuted = QColor(0xA6B3BF),
            .accent = QColor(0x5EC7D1),
            .onAccent = QColor(0x06262A),
            .success = QColor(0x82D8A5),
            .successGround = QColor(0x163221),
            .warning = QColor(0xF0C572),
            .warningGround = QColor(0x352910),
            .danger = QColor(0xFFA097),
            .dangerGround = QColor(0x3C1C1A),
            .info = QColor(0x94C4FB),
            .infoGround = QColor(0x172C45),
            .clinicalGround = QColor(0x1A3038)};
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128;
}

QPalette paletteFor(const Tokens& t) {
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.surfaceRaised);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.textMuted);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.onAccent);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::ToolTipBase, t.surfaceRaised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.surfaceRaised);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.line);
    palette.setColor(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, t.textMuted);
    }
    return palette;
}

} // namespace

std::optional<Appearance> appearanceFromName(QStringView name) {
    if (name == QLatin1StringView("system")) {
        return Appearance::System;
    }
    if (name == QLatin1StringView("light")) {
        return Appearance::Light;
    }
    if (name == QLatin1StringView("dark")) {
        return Appearance::Dark;
    }
    return std::nullopt;
}

void applyTheme(QApplication& application, Appearance appearance) {
    registerResources();
    installHeadingAccessibility();
    installScrollAreaAccessibility();
    const bool dark = appearance == Appearance::Dark ||
                      (appearance == Appearance::System && isDark(QApplication::palette()));
    const Tokens chosen = dark ? darkTokens() : lightTokens();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteFor(chosen));
    QFont font = QApplication::font();
    font.setPointSizeF(basePointSize);
    QApplication::setFont(font);
    application.setStyleSheet(styleSheet(chosen));
}

Tokens tokens() {
    return isDark(QApplication::palette()) ? darkTokens() : lightTokens();
}

} // namespace carrel::kit
