// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
//
// frame_handover [URL CA TOKEN ME.json] [appearance] [locale]: prints a handover line, so that
// carrel-workspace can be run without the shell: ( frame_handover; cat ) | carrel-workspace. The cache lives
// in memory. Without arguments the backend is one that does not answer.
#include "fakes.h"

#include <core/handover/handover.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace carrel;

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const auto word = [&](qsizetype at, const char* otherwise) {
        return words.size() > at && !words[at].isEmpty() ? words[at] : QString::fromLatin1(otherwise);
    };
    domain::Account account = test::frontDesk();
    if (words.size() > 4 && !words[4].isEmpty()) {
        QFile me(words[4]);
        if (!me.open(QIODevice::ReadOnly)) {
            return 1;
        }
        const auto known = domain::accountFromJson(QJsonDocument::fromJson(me.readAll()).object());
        if (!known) {
            return 1;
        }
        account = *known;
    }
    const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(3600);
    handover::Handover handover{
        .backendUrl = QUrl(word(1, "https://localhost:1")),
        .caFile = word(2, ""),
        .deviceId = QUuid::createUuid().toString(QUuid::WithoutBraces),
        .open = {.session = {.token = SecureBytes::copyOf(word(3, "no-session").toUtf8()),
                             .account = account,
                             .validity = {soon, soon},
                             .cachePath = {}},
                 .cacheKey = {}},
        .place = {},
        .geometry = std::nullopt,
        .appearance = word(5, "light"),
        .locale = word(6, "en")};
    const SecureBytes line = handover::encode(handover);
    return std::fwrite(line.view().data(), 1, line.size(), stdout) == line.size() ? 0 : 1;
}
