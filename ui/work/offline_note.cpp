// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "offline_note.h"

#include <utility>

namespace carrel::work {

void noteOffline(kit::InlineMessage& note, const ports::SyncStatus& sync, OfflineTexts texts) {
    const auto tell = [&note, &sync, texts = std::move(texts)] {
        using Connection = ports::SyncStatus::Connection;
        using Kind = kit::InlineMessage::Kind;
        switch (sync.connection()) {
        case Connection::Offline:
            note.show(Kind::Info, texts.offline());
            return;
        case Connection::Untrusted:
            note.show(Kind::Warning,
                      kit::errorText(Error::of(ErrorCode::UntrustedCertificate)) + u' ' + texts.untrusted());
            return;
        case Connection::Connecting:
        case Connection::Online:
            note.clear();
        }
    };
    QObject::connect(&sync, &ports::SyncStatus::changed, &note, tell);
    tell();
}

} // namespace carrel::work
