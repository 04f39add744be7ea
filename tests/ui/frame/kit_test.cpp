// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QAccessible>
#include <QApplication>
#include <QScrollArea>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

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
