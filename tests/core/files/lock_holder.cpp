// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/files/file_lock.h>

#include <QCoreApplication>

#include <cstdio>

// Takes the lock that its argument names, says so, and holds it until it is ended.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto lock = carrel::FileLock::take(application.arguments().value(1));
    if (!lock) {
        return 3;
    }
    std::puts("held");
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1;
}
