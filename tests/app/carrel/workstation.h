// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scripted.h"

#include <app/carrel/shell_controller.h>
#include <ui/kit/widgets.h>

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

namespace carrel::tests {

using namespace Qt::StringLiterals;
using State = app::ShellController::State;

inline constexpr QStringView password = u"correct horse battery";

/// A workstation whose workspace is a stand-in that behaves as the test says.
struct Workstation {
    QTemporaryDir folder;
    HandClock clock;
    ScriptedBackend backend;
    ScriptedKeys keys;
    ScriptedIdle idle;
    ScriptedEvents events;
    signin::SignIn signIn{backend, keys, clock, ports::Device{QUuid::createUuid(), u"front-desk-1"_s}};
    signin::SessionEnd sessionEnd{backend};
    app::ShellController shell;

    explicit Workstation(const QString& behaviour)
        : shell({backend, keys, signIn, sessionEnd, idle, events, clock}, settings()) {
        behave(behaviour);
        shell.start();
    }
    static app::ShellSettings settings() {
        app::ShellSettings settings;
        settings.workspaceProgram = QString::fromLocal8Bit(FAKE_WORKSPACE);
        settings.backendUrl = QUrl(u"https://workstation.northgate.example"_s);
        settings.deviceId = u"6f1c5e9e-0d3b-4b57-9d0c-2f6d1c7a4001"_s;
        return settings;
    }
    void behave(const QString& behaviour) { keys.path = folder.filePath(behaviour); }
    QByteArray journal() const {
        QFile file(folder.filePath(u"journal"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void signInAsRuth() {
        signIn.submitPassword(u"prescriber.ruth@northgate.example"_s,
                              SecureBytes::copyOf(password.toString().toUtf8()));
        QTRY_COMPARE(signIn.step(), signin::SignIn::Step::Code);
        signIn.submitCode(SecureBytes::copyOf("123456"));
    }
    void comeToWork() {
        signInAsRuth();
        QTRY_COMPARE(shell.state(), State::Working);
    }
    /// Types the password on the lock screen and presses Enter, as a person does.
    void unlock() {
        auto* const field = shell.lockScreen()->findChild<QLineEdit*>(u"secretEdit"_s);
        QTest::keyClicks(field, password.toString());
        QTest::keyClick(field, Qt::Key_Return);
    }
    QString label(const QString& name) {
        auto* const found = shell.lockScreen()->findChild<QLabel*>(name);
        return found ? found->text() : QString();
    }
    QString lockMessage() {
        auto* const frame = shell.lockScreen()->findChild<kit::InlineMessage*>(u"lockMessage"_s);
        return frame->isVisible() ? frame->accessibleName() : QString();
    }
};

} // namespace carrel::tests
