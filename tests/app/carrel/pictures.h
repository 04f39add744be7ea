// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/kit/theme.h>

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace carrel::tests {

/// Keeps a picture of `window` as NAME.png in the folder that CARREL_PICTURES names, for a person to look at.
/// Does nothing without it.
inline void picture(QWidget& window, const QString& name) {
    const QString folder = qEnvironmentVariable("CARREL_PICTURES");
    if (!folder.isEmpty()) {
        QCoreApplication::sendPostedEvents(
            nullptr, QEvent::LayoutRequest); // what was just shown or hidden is laid out
        window.grab().save(QDir(folder).filePath(QString(name + QStringLiteral(".png"))));
    }
}

/// The product's look; CARREL_APPEARANCE and CARREL_DIRECTION=rtl choose another one for the pictures.
inline void useTheme(QApplication& application) {
    kit::applyTheme(
        application,
        kit::appearanceFromName(qEnvironmentVariable("CARREL_APPEARANCE")).value_or(kit::Appearance::Light));
    if (qEnvironmentVariable("CARREL_DIRECTION") == QLatin1StringView("rtl")) {
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
}

} // namespace carrel::tests
