// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/signin/lock_text.h>

#include <QCoreApplication>

namespace carrel::signin_ui {

namespace {

struct LockTexts {
    Q_DECLARE_TR_FUNCTIONS(carrel::signin_ui::LockNotice)
public:
    static QString idle(std::chrono::seconds after, const QString& time) {
        using std::chrono::minutes;
        if (after % minutes(1) == std::chrono::seconds(0)) {
            const auto count = static_cast<int>(std::chrono::duration_cast<minutes>(after).count());
            return tr("Locked after %n minutes without activity, %1", nullptr, count).arg(time);
        }
        return tr("Locked after %n seconds without activity, %1", nullptr, static_cast<int>(after.count()))
            .arg(time);
    }
};

} // namespace

QString clockTime(const QDateTime& at, const QLocale& locale) {
    const QTime time = at.toLocalTime().time();
    // The C locale's short form has seconds.
    return locale.language() == QLocale::C ? time.toString(QStringLiteral("HH:mm"))
                                           : locale.toString(time, QLocale::ShortFormat);
}

QString lockSentence(const LockNotice& notice, const QLocale& locale) {
    if (!notice.trigger) {
        return {};
    }
    const QString time = clockTime(notice.at, locale);
    switch (*notice.trigger) {
    case lock::LockTrigger::Idle:
        return LockTexts::idle(notice.after, time);
    case lock::LockTrigger::Hotkey:
        return LockTexts::tr("You locked, %1").arg(time);
    case lock::LockTrigger::OsSession:
        return LockTexts::tr("Locked together with this computer’s screen, %1").arg(time);
    case lock::LockTrigger::Sleep:
        return LockTexts::tr("Locked because this computer went to sleep, %1").arg(time);
    case lock::LockTrigger::UserSwitch:
        return LockTexts::tr("Locked because another person used this computer, %1").arg(time);
    case lock::LockTrigger::Backend:
        return LockTexts::tr("Locked by the clinic’s server, %1").arg(time);
    case lock::LockTrigger::WorkspaceGone:
        return LockTexts::tr("The workstation stopped unexpectedly, %1; nothing was lost").arg(time);
    }
    return {};
}

} // namespace carrel::signin_ui
