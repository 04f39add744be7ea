// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/theme.h>

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <utility>

namespace carrel::kit {
namespace {

/// Draws a line icon in a colour of the theme, sharp at every scale factor.
class TintedIcon final : public QIconEngine {
public:
    TintedIcon(QByteArray svg, std::optional<QColor> colour) : m_svg(std::move(svg)), m_colour(colour) {}

    QIconEngine* clone() const override { return new TintedIcon(m_svg, m_colour); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const Tokens theme = tokens();
        QColor colour = m_colour.value_or(state == QIcon::On ? theme.accent : theme.text);
        if (mode == QIcon::Disabled) {
            colour = theme.textMuted;
        }
        QByteArray svg = m_svg;
        svg.replace("#000000", colour.name().toLatin1());
        QSvgRenderer(svg).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return picture;
    }

private:
    QByteArray m_svg;
    std::optional<QColor> m_colour;
};

QIcon tinted(QLatin1StringView name, std::optional<QColor> colour) {
    QFile file(QStringLiteral(":/carrel/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QIcon(new TintedIcon(file.readAll(), colour)); // QIcon owns the engine
}

} // namespace

QIcon icon(QLatin1StringView name) {
    return tinted(name, std::nullopt);
}

QIcon icon(QLatin1StringView name, const QColor& colour) {
    return tinted(name, colour);
}

} // namespace carrel::kit
