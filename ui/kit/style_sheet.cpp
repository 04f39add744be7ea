// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/style_sheet.h>

#include <QList>
#include <QPair>

namespace carrel::kit {
namespace {

// @names are replaced by the tokens' colours. Borders are 2 px where focus shows, transparent or
// line-coloured before, so that nothing moves when the ring appears.
constexpr auto sheet = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[level="page"] { font-size: 17pt; font-weight: 600; color: @text; }
QLabel[level="section"] { font-size: 12pt; font-weight: 600; color: @text; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="empty-title"] { font-size: 12.5pt; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QFrame[surface="card"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[surface="banner"] { background: @clinical; border: 1px solid @line; border-radius: 8px; }
QFrame[surface="message"] { border-radius: 8px; border: 1px solid transparent; }
QFrame[surface="message"][tone="info"] { background: @infoGround; border-color: @info; }
QFrame[surface="message"][tone="success"] { background: @successGround; border-color: @success; }
QFrame[surface="message"][tone="warning"] { background: @warningGround; border-color: @warning; }
QFrame[surface="message"][tone="danger"] { background: @dangerGround; border-color: @danger; }
QLabel[tone="info"] { color: @info; }
QLabel[tone="success"] { color: @success; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="danger"] { color: @danger; }
QLabel[surface="chip"] { border-radius: 10px; padding: 2px 10px; font-size: 9.5pt; font-weight: 600; }
QLabel[surface="chip"][tone="neutral"] { background: @window; color: @muted; border: 1px solid @line; }
QLabel[surface="chip"][tone="info"] { background: @infoGround; color: @info; }
QLabel[surface="chip"][tone="success"] { background: @successGround; color: @success; }
QLabel[surface="chip"][tone="warning"] { background: @warningGround; color: @warning; }
QLabel[surface="chip"][tone="danger"] { background: @dangerGround; color: @danger; }

QPushButton { background: @surface; color: @text; border: 2px solid @line; border-radius: 6px;
              padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: @raised; border-color: @muted; }
QPushButton:pressed { background: @window; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @muted; background: @window; border-color: @line; }
QPushButton:checked { background: @clinical; border-color: @accent; color: @text; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="primary"]:focus { border-color: @text; }
QPushButton[kind="primary"]:disabled { background: @window; color: @muted; border-color: @line; }
QPushButton[kind="danger"] { background: @surface; color: @danger; border-color: @danger; font-weight: 600; }
QPushButton[kind="danger"]:hover { background: @dangerGround; }
QPushButton[kind="danger"]:focus { border-color: @text; }
QPushButton[kind="danger"]:disabled { color: @muted; border-color: @line; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: @raised; border-color: @line; }
QPushButton[kind="quiet"]:focus { border-color: @accent; }
QPushButton[kind="quiet"]:disabled { color: @muted; }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit {
    background: @surface; color: @text; border: 2px solid @field; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit { min-height: 22px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QDateTimeEdit:focus { border-color: @accent; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"], QComboBox[invalid="true"] { border-color: @danger; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QTextEdit:disabled, QDateEdit:disabled {
    background: @window; color: @muted; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(:/carrel/icons/@arrows-down.svg); width: 16px; height: 16px; }
QSpinBox::up-button, QDateEdit::up-button { border: none; width: 24px; subcontrol-origin: border; subcontrol-position: top right; }
QSpinBox::down-button, QDateEdit::down-button { border: none; width: 24px; subcontrol-origin: border; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDateEdit::up-arrow { image: url(:/carrel/icons/@arrows-up.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDateEdit::down-arrow { image: url(:/carrel/icons/@arrows-down.svg); width: 12px; height: 12px; }
QDateEdit::drop-down { border: none; width: 28px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line; padding: 4px; outline: none; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; border: 2px solid transparent; border-radius: 6px; padding: 0 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }

QAbstractItemView { background: @surface; alternate-background-color: @surface; color: @text;
    border: 1px solid @line; border-radius: 8px; outline: none; gridline-color: transparent; }
QAbstractItemView:focus { border: 2px solid @accent; }
QTableView::item, QTreeView::item, QListView::item { padding: 6px 8px; border: none; border-bottom: 1px solid @faint; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: @raised; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @clinical; color: @text; }
QTableView::item:focus { background: @clinical; color: @text; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 8px; font-size: 9.5pt; font-weight: 600; }
QTableCornerButton::section { background: @surface; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @window; border: 1px solid @line; border-radius: 6px; min-height: 10px; max-height: 22px;
    text-align: center; color: @text; }
QProgressBar::chunk { background: @infoGround; border-radius: 5px; }
QSplitter::handle { background: transparent; width: 8px; height: 8px; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 16px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QMenu { background: @surface; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 8px 16px; border-radius: 4px; }
QMenu::item:selected { background: @clinical; color: @text; }

QFrame[surface="navigation"] { background: @surface; border: none; border-right: 1px solid @line; }
QFrame[surface="header"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QPushButton[kind="navigation"] { background: transparent; border: 2px solid transparent; border-radius: 8px;
    padding: 8px 12px; min-height: 24px; text-align: left; font-size: 11pt; color: @text; }
QPushButton[kind="navigation"][compact="true"] { padding: 8px 0; text-align: center; }
QPushButton[kind="navigation"]:hover { background: @raised; }
QPushButton[kind="navigation"]:checked { background: @clinical; color: @accent; font-weight: 600; }
QPushButton[kind="navigation"]:focus { border-color: @accent; }
)";

QColor between(const QColor& a, const QColor& b, qreal share) {
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - share) + b.redF() * share),
                            static_cast<float>(a.greenF() * (1 - share) + b.greenF() * share),
                            static_cast<float>(a.blueF() * (1 - share) + b.blueF() * share));
}

} // namespace

QString styleSheet(const Tokens& t) {
    const bool dark = t.window.lightness() < 128;
    // Longer names first: "@info" would also match the start of "@infoGround".
    const QList<QPair<QLatin1StringView, QString>> names{
        {QLatin1StringView("@arrows"), dark ? QStringLiteral("arrow-light") : QStringLiteral("arrow-dark")},
        {QLatin1StringView("@successGround"), t.successGround.name()},
        {QLatin1StringView("@warningGround"), t.warningGround.name()},
        {QLatin1StringView("@dangerGround"), t.dangerGround.name()},
        {QLatin1StringView("@infoGround"), t.infoGround.name()},
        {QLatin1StringView("@accentHover"), between(t.accent, t.text, 0.2).name()},
        {QLatin1StringView("@onAccent"), t.onAccent.name()},
        {QLatin1StringView("@clinical"), t.clinicalGround.name()},
        {QLatin1StringView("@surface"), t.surface.name()},
        {QLatin1StringView("@success"), t.success.name()},
        {QLatin1StringView("@warning"), t.warning.name()},
        {QLatin1StringView("@window"), t.window.name()},
        {QLatin1StringView("@raised"), t.surfaceRaised.name()},
        {QLatin1StringView("@accent"), t.accent.name()},
        {QLatin1StringView("@danger"), t.danger.name()},
        {QLatin1StringView("@muted"), t.textMuted.name()},
        {QLatin1StringView("@faint"), between(t.surface, t.line, 0.5).name()},
        {QLatin1StringView("@field"), between(t.line, t.textMuted, 0.45).name()},
        {QLatin1StringView("@info"), t.info.name()},
        {QLatin1StringView("@line"), t.line.name()},
        {QLatin1StringView("@text"), t.text.name()}};
    QString result = QString::fromLatin1(sheet);
    for (const auto& [name, value] : names) {
        result.replace(name, value);
    }
    return result;
}

} // namespace carrel::kit
