// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/theme.h>
#include <ui/signin/progress_line.h>

namespace carrel::signin_ui {

ProgressLine::ProgressLine(QWidget* parent) : QProgressBar(parent) {
    setObjectName(QStringLiteral("progressLine"));
    setAccessibleName(tr("In progress"));
    setRange(0, 0);
    setTextVisible(false);
    setStyleSheet(QStringLiteral("QProgressBar { min-height: 4px; max-height: 4px; border: none; }"
                                 "QProgressBar::chunk { background: %1; }")
                      .arg(kit::tokens().accent.name()));
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    setVisible(false);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] { setVisible(true); });
}

void ProgressLine::start() {
    m_patience.start();
}

void ProgressLine::stop() {
    m_patience.stop();
    setVisible(false);
}

} // namespace carrel::signin_ui
