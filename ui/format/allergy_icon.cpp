// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "allergy_icon.h"

#include <ui/kit/theme.h>

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace carrel::format {

namespace {

constexpr qreal side = 24;

void drawKnown(QPainter& painter) {
    QPainterPath triangle;
    triangle.moveTo(12, 3);
    triangle.lineTo(22, 20.5);
    triangle.lineTo(2, 20.5);
    triangle.closeSubpath();
    painter.drawPath(triangle);
    painter.drawLine(QPointF(12, 9.5), QPointF(12, 14));
    painter.drawPoint(QPointF(12, 17.3));
}

void drawNoneKnown(QPainter& painter) {
    painter.drawEllipse(QRectF(3, 3, 18, 18));
    QPainterPath tick;
    tick.moveTo(7.5, 12.5);
    tick.lineTo(10.8, 15.8);
    tick.lineTo(16.5, 9);
    painter.drawPath(tick);
}

void drawNotRecorded(QPainter& painter, QPen pen) {
    pen.setDashPattern({1.6, 1.9});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawEllipse(QRectF(3, 3, 18, 18));
}

void drawUnavailable(QPainter& painter) {
    painter.drawEllipse(QRectF(3, 3, 18, 18));
    painter.drawLine(QPointF(5.8, 18.2), QPointF(18.2, 5.8));
}

} // namespace

QIcon allergyIcon(domain::AllergyStatus status) {
    const kit::Tokens colours = kit::tokens();
    QIcon icon;
    for (const int scale : {1, 2, 3, 4}) {
        QPixmap pixmap(QSize(static_cast<int>(side), static_cast<int>(side)) * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        const bool known = status == domain::AllergyStatus::Known;
        const bool none = status == domain::AllergyStatus::NoneKnown;
        const QColor colour = known ? colours.danger : none ? colours.success : colours.warning;
        const QPen pen(colour, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter.setPen(pen);
        switch (status) {
        case domain::AllergyStatus::Known:
            drawKnown(painter);
            break;
        case domain::AllergyStatus::NoneKnown:
            drawNoneKnown(painter);
            break;
        case domain::AllergyStatus::NotRecorded:
            drawNotRecorded(painter, pen);
            break;
        case domain::AllergyStatus::Unavailable:
            drawUnavailable(painter);
            break;
        }
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace carrel::format
