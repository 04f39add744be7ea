// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/audit/audit_chain.h>
#include <core/cache/cache.h>

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace carrel;

// Writes drafts and audit events into a cache and prints the number of each once it is durable. Killed by
// crash_test in the middle of it. Arguments: folder of the cache; the key comes through standard input.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QFile input;
    if (argc != 2 || !input.open(stdin, QIODevice::ReadOnly)) {
        return 2;
    }
    auto key = SecureBytes::fromHex(input.readLine().trimmed());
    const QDateTime lease = QDateTime::currentDateTimeUtc().addDays(1);
    const SystemClock clock;
    if (!key) {
        return 2;
    }
    const auto fixedId = u"11111111-1111-4111-8111-111111111111"_s;
    auto opened = cache::Cache::open({QString::fromLocal8Bit(argv[1]),
                                      std::move(*key),
                                      *domain::PersonId::fromString(fixedId),
                                      *domain::OrganizationId::fromString(fixedId),
                                      {},
                                      lease},
                                     clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().detail));
        return 3;
    }
    const int first = (*opened)->drafts().load(u"last"_s).result()->value("n"_L1).toInt();
    for (int n = first + 1;; ++n) {
        const auto event = (*opened)->auditStore().append(audit::sealer({}, clock.now()));
        const auto draft = (*opened)->drafts().save(u"last"_s, {{u"n"_s, n}});
        if (!event.result() || !draft.result()) {
            return 4;
        }
        std::printf("%d\n", n);
        std::fflush(stdout);
    }
}
