// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/theme.h>
#include <ui/signin/brand_panel.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLinearGradient>
#include <QPainter>
#include <QVBoxLayout>

namespace carrel::signin_ui {

namespace {
constexpr QRgb topGround = 0xff0b6670;
constexpr QRgb bottomGround = 0xff073f47;
constexpr QRgb onGround = 0xffffffff;
constexpr QRgb onGroundMuted = 0xffcfe6e8;
constexpr int sideWidth = 320;
constexpr int sideMark = 56;
constexpr int stripMark = 24;
constexpr int stripWords = 300;

QString styleOf(qreal points, QRgb colour, QFont::Weight weight) {
    return QStringLiteral("color: %1; font-size: %2pt; font-weight: %3;")
        .arg(QColor(colour).name())
        .arg(points)
        .arg(static_cast<int>(weight));
}

QLabel* lineOf(const QString& text, qreal points, QRgb colour, QFont::Weight weight) {
    auto* const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setStyleSheet(styleOf(points, colour, weight));
    return label;
}
} // namespace

QPixmap productMark(int side, const QColor& colour, qreal ratio) {
    return kit::icon(QLatin1StringView("carrel"), colour).pixmap(QSize(side, side), ratio);
}

BrandPanel::BrandPanel(const QString& host, QWidget* parent)
    : QWidget(parent)
    , m_mark(new QLabel)
    , m_product(new QLabel(QStringLiteral("Carrel")))
    , m_line(lineOf(tr("The clinic workstation"), 13, onGroundMuted, QFont::Normal))
    , m_promise(lineOf(tr("What is kept on this computer is encrypted and opens only for you."), 10,
                       onGroundMuted, QFont::Normal))
    , m_foot(new QWidget)
    , m_server(lineOf(tr("Server: %1").arg(host), 10, onGroundMuted, QFont::Normal))
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this)) {
    m_mark->setAccessibleName(tr("Carrel, product mark"));
    auto* const shield = new QLabel;
    shield->setPixmap(kit::icon(QLatin1StringView("shield"), QColor(onGroundMuted))
                          .pixmap(QSize(18, 18), devicePixelRatioF()));
    m_server->setObjectName(QStringLiteral("serverName"));
    auto* const foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(8);
    foot->addWidget(shield, 0, Qt::AlignTop);
    foot->addWidget(m_server, 1);
    m_layout->addWidget(m_mark);
    m_layout->addWidget(m_product);
    m_layout->addWidget(m_line);
    m_layout->addStretch(1);
    m_layout->addWidget(m_promise);
    m_layout->addWidget(m_foot);
    setStrip(false);
}

void BrandPanel::setStrip(bool strip) {
    m_layout->setDirection(strip ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setContentsMargins(strip ? QMargins(24, 6, 24, 6) : QMargins(40, 48, 40, 40));
    m_layout->setSpacing(strip ? 10 : 12);
    m_mark->setPixmap(productMark(strip ? stripMark : sideMark, QColor(onGround), devicePixelRatioF()));
    m_product->setStyleSheet(styleOf(strip ? 14 : 26, onGround, QFont::DemiBold));
    m_line->setVisible(!strip);
    m_promise->setVisible(!strip);
    // A server's name is never cut.
    m_server->setWordWrap(!strip || m_server->fontMetrics().horizontalAdvance(m_server->text()) > stripWords);
    setMinimumWidth(strip ? 0 : sideWidth);
    setSizePolicy(QSizePolicy::Preferred, strip ? QSizePolicy::Maximum : QSizePolicy::Preferred);
}

void BrandPanel::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    QLinearGradient ground(rect().topLeft(), rect().bottomRight());
    ground.setColorAt(0, QColor(topGround));
    ground.setColorAt(1, QColor(bottomGround));
    painter.fillRect(rect(), ground);
}

} // namespace carrel::signin_ui
