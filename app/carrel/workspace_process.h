// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/platform/child_input.h>
#include <core/handover/handover.h>

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>

namespace carrel::app {

/// How a workspace ended.
struct WorkspaceEnd {
    enum class Manner {
        AsAsked,  ///< after end(), by itself or by being killed
        ByItself, ///< with an exit code of handover::WorkspaceExit
        Crashed   ///< a signal, an unknown exit code, a line that makes no sense, no start, no first picture
    };
    Manner manner = Manner::Crashed;
    handover::WorkspaceExit exit = handover::WorkspaceExit::SignedOut; ///< ByItself
    QString detail;                                                    ///< for the log: no patient data
};

/// One run of carrel-workspace: hands over, passes messages, and ends it whatever it does. GUI thread.
class WorkspaceProcess final : public QObject {
    Q_OBJECT
public:
    /// How long a workspace may take to obey before it is killed (design 4).
    static constexpr std::chrono::milliseconds lockPatience{50};
    static constexpr std::chrono::milliseconds signOutPatience{500};
    static constexpr std::chrono::seconds startPatience{30};
    static constexpr qsizetype longestLine = 8192;

    explicit WorkspaceProcess(const QString& program, QObject* parent = nullptr);
    ~WorkspaceProcess() override;
    Q_DISABLE_COPY_MOVE(WorkspaceProcess)

    /// Once, with an encoded handover. `ended` tells if it does not start.
    void start(const SecureBytes& handover);
    void send(const handover::ToWorkspace& message);
    /// Asks, waits for `patience`, kills. `ended` follows in any case.
    void end(handover::ToWorkspace::Kind how, std::chrono::milliseconds patience);
    bool isEnding() const { return m_ending; }
    qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void received(const carrel::handover::ToShell& message);
    /// Once, last.
    void ended(const carrel::app::WorkspaceEnd& how);

private:
    void readLines();
    void takeLine(QByteArrayView line);
    void giveUp(const QString& why);
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void finish(const WorkspaceEnd& how);

    QProcess m_process;
    platform::ChildInput m_input;
    QTimer m_killTimer;
    QTimer m_startTimer;
    QByteArray m_buffer;
    QString m_givenUp; ///< why the shell killed it, if it did
    bool m_ending = false;
    bool m_ended = false;
};

} // namespace carrel::app
