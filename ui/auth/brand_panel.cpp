// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/auth/brand_panel.h>
#include <ui/kit/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLinearGradient>
#include <QPainter>
#include <QVBoxLayout>

namespace carrel::auth {

namespace {
constexpr QRgb topGround = 0xff0b6670;
constexpr QRgb bottomGround = 0xff073f47;
constexpr QRgb onGround = 0xffffffff;
constexpr QRgb onGroundMuted = 0xffcfe6e8;

QLabel* lineOf(const QString& text, qreal points, QRgb colour, QFont::Weight weight) {
    auto* const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setStyleSheet(QStringLiteral("color: %1; font-size: %2pt; font-weight: %3;")
                             .arg(QColor(colour).name())
                             .arg(points)
                             .arg(static_cast<int>(weight)));
    return label;
}
} // namespace

QPixmap productMark(int side, const QColor& colour, qreal ratio) {
    return kit::icon(QLatin1StringView("carrel"), colour).pixmap(QSize(side, side), ratio);
}

BrandPanel::BrandPanel(const QString& host, QWidget* parent) : QWidget(parent) {
    setMinimumWidth(320);
    auto* const mark = new QLabel;
    mark->setPixmap(productMark(56, QColor(onGround), devicePixelRatioF()));
    mark->setAccessibleName(tr("Carrel, product mark"));
    auto* const shield = new QLabel;
    shield->setPixmap(kit::icon(QLatin1StringView("shield"), QColor(onGroundMuted))
                          .pixmap(QSize(18, 18), devicePixelRatioF()));
    auto* const server = lineOf(tr("Server: %1").arg(host), 10, onGroundMuted, QFont::Normal);
    server->setObjectName(QStringLiteral("serverName"));
    auto* const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(shield, 0, Qt::AlignTop);
    foot->addWidget(server, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 48, 40, 40);
    layout->setSpacing(8);
    layout->addWidget(mark);
    layout->addSpacing(12);
    layout->addWidget(lineOf(QStringLiteral("Carrel"), 26, onGround, QFont::DemiBold));
    layout->addWidget(lineOf(tr("The clinic workstation"), 13, onGroundMuted, QFont::Normal));
    layout->addStretch(1);
    layout->addWidget(lineOf(tr("What is kept on this computer is encrypted and opens only for you."), 10,
                             onGroundMuted, QFont::Normal));
    layout->addSpacing(8);
    layout->addLayout(foot);
}

void BrandPanel::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    QLinearGradient ground(rect().topLeft(), rect().bottomRight());
    ground.setColorAt(0, QColor(topGround));
    ground.setColorAt(1, QColor(bottomGround));
    painter.fillRect(rect(), ground);
}

} // namespace carrel::auth
