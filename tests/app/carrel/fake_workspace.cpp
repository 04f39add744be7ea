// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
// A stand-in for carrel-workspace that speaks the pipe's protocol and behaves as badly as it is told: the
// file name of the handover's cache path is the behaviour, the folder takes a journal of what it heard.
#include <core/handover/handover.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <iostream>
#include <string>
#include <unistd.h>

using namespace carrel;
using handover::ToShell;
using handover::ToWorkspace;

namespace {

void say(const ToShell& message) {
    std::cout << handover::encode(message).constData() << std::flush;
}

void note(const QString& folder, const QByteArray& line) {
    QFile journal(folder + QStringLiteral("/journal"));
    if (journal.open(QIODevice::Append)) {
        journal.write(line + '\n');
    }
}

int obey(const QString& folder) {
    std::string line;
    while (std::getline(std::cin, line)) {
        line += '\n';
        const auto message =
            handover::decodeToWorkspace(QByteArrayView(line.data(), static_cast<qsizetype>(line.size())));
        if (!message) {
            return static_cast<int>(handover::WorkspaceExit::BadHandover);
        }
        switch (message->kind) {
        case ToWorkspace::Kind::EndForLock:
            note(folder, "end for lock");
            return static_cast<int>(handover::WorkspaceExit::Locked);
        case ToWorkspace::Kind::EndForSignOut:
            note(folder, "end for sign-out");
            return static_cast<int>(handover::WorkspaceExit::SignedOut);
        case ToWorkspace::Kind::Countdown:
            note(folder, "countdown " + QByteArray::number(message->seconds));
            break;
        case ToWorkspace::Kind::CountdownCleared:
            note(folder, "countdown cleared");
            break;
        }
    }
    return static_cast<int>(handover::WorkspaceExit::ShellGone);
}

} // namespace

int main() {
    std::string line;
    std::getline(std::cin, line);
    line += '\n';
    const auto handover =
        handover::decodeHandover(QByteArrayView(line.data(), static_cast<qsizetype>(line.size())));
    if (!handover) {
        return static_cast<int>(handover::WorkspaceExit::BadHandover);
    }
    const QFileInfo path(handover->open.session.cachePath);
    const QString how = path.fileName();
    note(path.path(),
         "place " + QJsonDocument(domain::toJson(handover->place)).toJson(QJsonDocument::Compact));
    if (how == QLatin1StringView("unusable")) {
        return static_cast<int>(handover::WorkspaceExit::CacheUnusable);
    }
    say({ToShell::Kind::Ready, {}, {}, {}});
    say({ToShell::Kind::GeometryChanged, {}, QRect(120, 90, 640, 600), {}});
    say({ToShell::Kind::PlaceChanged,
         *domain::OrderId::fromString(u"00000000-0000-4000-8000-000000000007"),
         {},
         {}});
    if (how == QLatin1StringView("crashes")) {
        raise(SIGKILL);
    } else if (how == QLatin1StringView("babbles")) {
        std::cout << "patient? what patient?\n" << std::flush;
    } else if (how == QLatin1StringView("floods")) {
        std::cout << std::string(1 << 20, 'x') << std::flush;
    } else if (how == QLatin1StringView("asks-to-lock")) {
        say({ToShell::Kind::LockRequested, {}, {}, {}});
    } else if (how == QLatin1StringView("asks-to-sign-out")) {
        say({ToShell::Kind::SignOutRequested, {}, {}, {}});
    } else if (how == QLatin1StringView("session-expired")) {
        say({ToShell::Kind::SessionEnded, {}, {}, carrel::handover::SessionOver::Ended});
    } else if (how == QLatin1StringView("hangs")) {
        while (true) {
            pause();
        }
    }
    return obey(path.path());
}
