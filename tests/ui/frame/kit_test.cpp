// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/page_scroll.h>
#include <ui/kit/screen_fit.h>
#include <ui/kit/secret_field.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>

using namespace carrel;

namespace {

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

const kit::FieldNames passwordNames{QStringLiteral("Password"), QStringLiteral("Password"),
                                    QStringLiteral("secretEdit")};
const kit::FieldNames codeNames{QStringLiteral("Code"), QStringLiteral("Code"), QStringLiteral("codeEdit")};

/// Both fields for secrets, with something typed; the password can be read.
struct Secrets {
    kit::SecretField password{passwordNames, kit::FieldSize::Tall};
    kit::CodeField code{codeNames, kit::FieldSize::Form};

    Secrets() {
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        password.show();
        code.show();
        reveal()->click();
        QTest::keyClicks(passwordEdit(), QStringLiteral("horse"));
        QTest::keyClicks(codeEdit(), QStringLiteral("12345"));
    }
    QLineEdit* passwordEdit() const { return password.findChild<QLineEdit*>(); }
    QLineEdit* codeEdit() const { return code.findChild<QLineEdit*>(); }
    QPushButton* reveal() const { return password.findChild<QPushButton*>(); }
    std::vector<std::pair<QLineEdit*, QString>> edits() const {
        return {{passwordEdit(), QStringLiteral("horse")}, {codeEdit(), QStringLiteral("12345")}};
    }
};

/// WCAG 2.2 contrast ratio.
double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class KitTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scrollArea_isAskedForAChildThatWentAway_answersNone() {
        QScrollArea area;
        QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(seen != nullptr);
        QVERIFY(seen->childCount() > 0);
        QVERIFY(seen->child(0) != nullptr);
        QVERIFY(seen->child(seen->childCount()) == nullptr); // Qt's own reads behind its list here
        QVERIFY(seen->child(-1) == nullptr);
    }

    void harm10_pageScroll_isAskedForAChildThatWentAway_answersNone() {
        kit::PageScroll scroll(new QWidget);
        QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(&scroll);
        QVERIFY(seen != nullptr);
        QVERIFY(seen->childCount() > 0);
        QVERIFY(seen->child(seen->childCount()) == nullptr);
    }
    void harm10_pageScroll_contentHasNoRoom_scrollsInsteadOfGrowing() {
        auto* const content = new QWidget;
        auto* const column = new QVBoxLayout(content);
        auto* const text = new QLabel(QStringLiteral("as many words as fill some lines ").repeated(12));
        text->setWordWrap(true);
        auto* const button = new QPushButton(QStringLiteral("Last"));
        column->addWidget(text);
        column->addWidget(button);
        kit::PageScroll scroll(content);
        scroll.resize(240, 120);
        scroll.show();
        QVERIFY(QTest::qWaitForWindowActive(&scroll));
        QVERIFY(scroll.minimumSizeHint().height() <= 120);
        QTRY_VERIFY(scroll.verticalScrollBar()->maximum() > 0);
        QCOMPARE(scroll.horizontalScrollBar()->maximum(), 0);
        QVERIFY(text->heightForWidth(text->width()) <= text->height());
        button->setFocus();
        QTRY_COMPARE(button->visibleRegion().boundingRect(), button->rect());
        scroll.resize(240, 900);
        QTRY_COMPARE(scroll.verticalScrollBar()->maximum(), 0);
        QTRY_COMPARE(content->size(), scroll.viewport()->size()); // the bar goes a moment later
    }
    void harm10_pageScroll_listInside_givesWayBeforeAnythingScrolls() {
        auto* const content = new QWidget;
        auto* const column = new QVBoxLayout(content);
        auto* const text = new QLabel(QStringLiteral("words that wrap"));
        text->setWordWrap(true);
        column->addWidget(text);
        auto* const inner = new QWidget;
        auto* const nested = new QVBoxLayout(inner);
        auto* const more = new QLabel(QStringLiteral("more words that wrap"));
        more->setWordWrap(true);
        nested->addWidget(more);
        nested->addWidget(new QTableView);
        column->addWidget(inner);
        kit::PageScroll scroll(content);
        scroll.resize(300, 190); // less than the table would like
        scroll.show();
        QVERIFY(QTest::qWaitForWindowExposed(&scroll));
        QCOMPARE(scroll.verticalScrollBar()->maximum(), 0);
    }
    void harm10_placeOnScreen_keptPlace_isOnAScreen_data() {
        QTest::addColumn<QRect>("kept");
        QTest::addColumn<QRect>("shown");
        QTest::newRow("fits") << QRect(10, 40, 600, 400) << QRect(10, 40, 600, 400);
        QTest::newRow("second screen") << QRect(1400, 100, 600, 400) << QRect(1400, 100, 600, 400);
        QTest::newRow("too large") << QRect(0, 0, 3000, 2000) << QRect(0, 32, 1366, 696);
        QTest::newRow("screen gone") << QRect(5000, 50, 600, 400) << QRect(766, 50, 600, 400);
        QTest::newRow("above the top") << QRect(100, -300, 600, 400) << QRect(100, 32, 600, 400);
        QTest::newRow("over the edge") << QRect(1200, 500, 600, 400) << QRect(1366, 400, 600, 400);
    }
    void harm10_placeOnScreen_keptPlace_isOnAScreen() {
        QFETCH(QRect, kept);
        QFETCH(QRect, shown);
        const QList<QRect> screens{QRect(0, 0, 1366, 728), QRect(1366, 0, 800, 800)};
        QCOMPARE(kit::placeOnScreen(kept, screens, QMargins(0, 32, 0, 0)), shown);
    }

    void tokens_everyTextOnEveryGround_contrastsEnough_data() {
        QTest::addColumn<int>("appearance");
        QTest::newRow("light") << int(kit::Appearance::Light);
        QTest::newRow("dark") << int(kit::Appearance::Dark);
    }
    void tokens_everyTextOnEveryGround_contrastsEnough() {
        QFETCH(int, appearance);
        kit::applyTheme(*m_application, static_cast<kit::Appearance>(appearance));
        const kit::Tokens t = kit::tokens();
        const std::vector<std::pair<QColor, QColor>> pairs{{t.text, t.window},
                                                           {t.text, t.surface},
                                                           {t.text, t.surfaceRaised},
                                                           {t.text, t.clinicalGround},
                                                           {t.textMuted, t.window},
                                                           {t.textMuted, t.surface},
                                                           {t.textMuted, t.surfaceRaised},
                                                           {t.textMuted, t.clinicalGround},
                                                           {t.accent, t.surface},
                                                           {t.accent, t.clinicalGround},
                                                           {t.onAccent, t.accent},
                                                           {t.success, t.successGround},
                                                           {t.warning, t.warningGround},
                                                           {t.danger, t.dangerGround},
                                                           {t.danger, t.surface},
                                                           {t.info, t.infoGround},
                                                           {t.success, t.surface},
                                                           {t.warning, t.surface},
                                                           {t.info, t.surface},
                                                           {t.text, t.infoGround}};
        for (const auto& [text, ground] : pairs) {
            const double ratio = contrast(text, ground);
            QVERIFY2(ratio >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(ratio)));
        }
    }

    void errorText_everyCode_hasItsOwnTextWithoutTheLogsDetail() {
        QSet<QString> texts;
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const Error error{.code = static_cast<ErrorCode>(code),
                              .detail = QStringLiteral("log-detail"),
                              .field = {},
                              .reason = {}};
            const QString text = kit::errorText(error);
            QVERIFY2(text.size() > 20, errorCodeName(error.code).data());
            QVERIFY(!text.contains(QStringLiteral("log-detail")));
            QVERIFY2(!texts.contains(text), errorCodeName(error.code).data());
            texts.insert(text);
        }
    }

    void errorText_internal_namesTheCode() {
        QVERIFY(kit::errorText(Error::of(ErrorCode::Internal)).contains(errorCodeName(ErrorCode::Internal)));
    }

    void inlineMessage_shown_carriesItsTextForAssistiveTechnology() {
        kit::InlineMessage message;
        QVERIFY(message.isHidden());
        message.showError(Error::of(ErrorCode::DiskFull));
        QVERIFY(!message.isHidden());
        QCOMPARE(message.accessibleName(), kit::errorText(Error::of(ErrorCode::DiskFull)));
        message.clear();
        QVERIFY(message.isHidden());
    }

    void heading_forAssistiveTechnology_isAHeading() {
        kit::Heading heading(QStringLiteral("Schedule"), kit::Heading::Level::Page);
        QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(&heading);
        QCOMPARE(seen->role(), QAccessible::Heading);
        QCOMPARE(seen->text(QAccessible::Name), QStringLiteral("Schedule"));
    }

    void icon_inBothAppearances_isDrawnInTheTextColour() {
        for (const auto appearance : {kit::Appearance::Light, kit::Appearance::Dark}) {
            kit::applyTheme(*m_application, appearance);
            const QImage image = kit::icon(QLatin1StringView("minus")).pixmap(24).toImage();
            const QColor stroke = image.pixelColor(12, 12);
            QVERIFY(stroke.alpha() > 100);
            QVERIFY(std::abs(stroke.lightness() - kit::tokens().text.lightness()) < 16);
        }
    }

    void button_everyKind_isTallEnoughToHit() {
        for (const auto kind : {kit::ButtonKind::Primary, kit::ButtonKind::Secondary, kit::ButtonKind::Danger,
                                kit::ButtonKind::Quiet}) {
            const std::unique_ptr<QPushButton> button(kit::makeButton(QStringLiteral("Check in"), kind));
            QVERIFY2(button->sizeHint().height() >= 32,
                     qPrintable(QString::number(button->sizeHint().height())));
        }
    }

    void harm05_secretFields_taken_areEmptyAndGiveWhatWasTyped() {
        Secrets secrets;
        QVERIFY(secrets.password.take() == SecureBytes::copyOf("horse"));
        QVERIFY(secrets.code.take() == SecureBytes::copyOf("12345"));
        for (const auto& [edit, typed] : secrets.edits()) {
            QCOMPARE(edit->text(), QString());
            QVERIFY(!edit->isUndoAvailable());
        }
        QVERIFY(secrets.password.take().isEmpty());
    }

    void harm05_secretFields_typedPastedOrCleared_keepNoHistory() {
        const Secrets secrets;
        for (const auto& [edit, typed] : secrets.edits()) {
            QVERIFY(!edit->isUndoAvailable());
            QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
            edit->undo();
            QCOMPARE(edit->text(), typed);
            QTest::keyClick(edit, Qt::Key_Home);
            QTest::keyClick(edit, Qt::Key_Delete);
            QCOMPARE(edit->cursorPosition(), 0); // typing in the middle stays there
            QVERIFY(!edit->isUndoAvailable());
            edit->clear();
            for (const auto modifiers :
                 {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier}) {
                QTest::keyClick(edit, Qt::Key_Z, modifiers);
                QTest::keyClick(edit, Qt::Key_Y, modifiers);
            }
            edit->undo();
            edit->redo();
            QCOMPARE(edit->text(), QString());
            QGuiApplication::clipboard()->setText(QStringLiteral("654321"));
            QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
            QCOMPARE(edit->text(), QStringLiteral("654321"));
            QVERIFY(!edit->isUndoAvailable() && !edit->isRedoAvailable());
        }
    }

    void harm05_secretFields_readable_cannotBeCopiedOrCut() {
        const Secrets secrets;
        for (const auto& [edit, typed] : secrets.edits()) {
            QCOMPARE(edit->echoMode(), QLineEdit::Normal);
            edit->selectAll();
            QCOMPARE(edit->echoMode(), QLineEdit::Password); // what Qt lets nothing out of
            QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
            QTest::keyClick(edit, Qt::Key_X, Qt::ControlModifier);
            QTest::keyClick(edit, Qt::Key_Insert, Qt::ControlModifier);
            edit->copy();
            edit->cut();
            QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
            edit->setText(typed); // cut() emptied it, which concealed it
            secrets.reveal()->setChecked(true);
            QTest::mousePress(edit, Qt::LeftButton, {}, QPoint(3, edit->height() / 2));
            QTest::mouseMove(edit, QPoint(edit->width() - 3, edit->height() / 2));
            QVERIFY(edit->hasSelectedText());
            QCOMPARE(edit->echoMode(), QLineEdit::Password);
            QTest::mouseRelease(edit, Qt::LeftButton, {}, QPoint(edit->width() - 3, edit->height() / 2));
            if (QGuiApplication::clipboard()->supportsSelection()) { // with an X server
                QVERIFY(QGuiApplication::clipboard()->text(QClipboard::Selection) != typed);
            }
            edit->deselect();
            QCOMPARE(edit->echoMode(), QLineEdit::Normal);
            QVERIFY(!edit->dragEnabled());
            QVERIFY(!edit->acceptDrops());
        }
    }

    void harm05_secretFields_contextMenu_offersPasteOnly() {
        const Secrets secrets;
        for (const auto& [edit, typed] : secrets.edits()) {
            QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(4, 4), QPoint(40, 40));
            QApplication::sendEvent(edit, &asked);
            auto* const menu = edit->findChild<QMenu*>();
            QVERIFY(menu != nullptr);
            QCOMPARE(menu->actions().size(), 1);
            QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("Paste"));
            menu->close();
        }
    }

    void harm05_secretFields_askedByAnInputMethod_tellNothing() {
        const Secrets secrets;
        for (const auto& [edit, typed] : secrets.edits()) {
            QInputMethodQueryEvent asked(Qt::ImQueryAll);
            QApplication::sendEvent(edit, &asked);
            for (const auto query : {Qt::ImSurroundingText, Qt::ImCurrentSelection, Qt::ImTextBeforeCursor,
                                     Qt::ImTextAfterCursor}) {
                QVERIFY(asked.value(query).toString().isEmpty());
                QVariant told; // as QInputMethod::queryFocusObject asks
                QVERIFY(QMetaObject::invokeMethod(edit, "inputMethodQuery", Q_RETURN_ARG(QVariant, told),
                                                  Q_ARG(Qt::InputMethodQuery, query),
                                                  Q_ARG(QVariant, QVariant(QPointF(1, 1)))));
                QVERIFY(told.toString().isEmpty());
            }
            QVERIFY(edit->inputMethodHints().testFlag(Qt::ImhSensitiveData));
            QVERIFY(edit->inputMethodHints().testFlag(Qt::ImhNoPredictiveText));
        }
    }

    void harm05_eye_fieldEmptied_concealsAgain() {
        Secrets secrets;
        QCOMPARE(secrets.passwordEdit()->echoMode(), QLineEdit::Normal);
        secrets.password.take().clear();
        QCOMPARE(secrets.passwordEdit()->echoMode(), QLineEdit::Password);
        QVERIFY(!secrets.reveal()->isChecked());
        secrets.reveal()->click();
        QTest::keyClicks(secrets.passwordEdit(), QStringLiteral("a"));
        QTest::keyClick(secrets.passwordEdit(), Qt::Key_Backspace);
        QCOMPARE(secrets.passwordEdit()->echoMode(), QLineEdit::Password);
    }

    void harm05_secretFields_hidden_areEmpty() {
        Secrets secrets;
        secrets.password.hide();
        secrets.code.hide();
        for (const auto& [edit, typed] : secrets.edits()) {
            QCOMPARE(edit->text(), QString());
            QVERIFY(!edit->isUndoAvailable());
        }
        QCOMPARE(secrets.passwordEdit()->echoMode(), QLineEdit::Password);
    }

    void harm05_qtsOwnField_clearedOrUndone_keepsWhatWasTyped() {
        QLineEdit plain; // why there is a field of our own: this is what clear() leaves, with Qt 6.4.2
        QTest::keyClicks(&plain, QStringLiteral("horse"));
        plain.clear();
        QVERIFY(plain.isUndoAvailable());
        plain.setText(QString());
        QVERIFY(!plain.isUndoAvailable());
    }

public:
    explicit KitTest(QApplication* application) : m_application(application) {}

private:
    QApplication* m_application;
};

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    kit::applyTheme(application, kit::Appearance::Light);
    KitTest test(&application);
    return QTest::qExec(&test, argc, argv);
}

#include "kit_test.moc"
