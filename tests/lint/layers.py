# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Who may include whom: the arrows of the house, as data.

CMake's include roots already keep a module from reaching what it does not link. This map keeps a module from
linking what it should not reach, and catches relative includes that walk around the walls.
"""

CORE_VALUES = ["core/base", "core/domain", "core/ports", "core/log"]
UI_PARTS = ["ui/kit", "ui/format", "ui/work"]

# A folder of ui/ without a line of its own is a page. Pages do not know each other.
PAGE = [*CORE_VALUES, *UI_PARTS, "core/access"]

# folder -> folders it may include from, besides itself. The longest matching folder decides.
ALLOWED = {
    "core/base": [],
    "core/domain/pseudonymous": ["core/base"],
    "core/domain/identified": ["core/base", "core/domain/pseudonymous"],
    "core/domain/commands": ["core/base", "core/domain/pseudonymous"],
    "core/ports": ["core/base", "core/domain", "core/ports/pseudonymous"],
    "core/ports/pseudonymous": ["core/base", "core/domain/pseudonymous"],
    "core/log": ["core/base", "core/domain/pseudonymous"],
    # services
    "core/signin": CORE_VALUES,
    "core/handover": CORE_VALUES,
    "core/signing": CORE_VALUES,
    "core/sync": CORE_VALUES,
    "core/outbox": [*CORE_VALUES, "core/audit"],  # an act and its link in the chain are one transaction
    "core/access": CORE_VALUES,
    "core/audit": CORE_VALUES,
    "core/lock": ["core/base"],
    # adapters
    "core/https": CORE_VALUES,
    "core/files": ["core/base"],
    "core/storage": ["core/base"],
    "core/journal": [*CORE_VALUES, "core/storage"],
    "core/cache": [*CORE_VALUES, "core/files", "core/journal", "core/storage"],
    "core/vault": CORE_VALUES,
    "core/settings": ["core/base", "core/log"],
    # widgets: services' values and ports, never an adapter
    "ui/kit": ["core/base", "core/domain/pseudonymous"],
    "ui/format": ["core/base", "core/domain", "ui/kit"],
    "ui/work": [*CORE_VALUES, "ui/kit", "ui/format"],
    "ui/work/pseudonymous": ["core/base", "core/ports/pseudonymous"],
    "ui/frame": ["core/base", "core/domain/pseudonymous", "core/ports", "ui/kit", "ui/format"],
    "ui/signin": ["core/base", "core/domain/pseudonymous", "core/ports", "core/signin", "core/lock", "ui/kit"],
    "ui/operations": ["core/base", "core/domain/pseudonymous", "core/ports/pseudonymous", "ui/kit", "ui/format/pseudonymous",
                      "ui/work/pseudonymous"],
    # executables
    "app/platform": ["core/base", "core/files", "core/log"],
    "app/carrel/graph": ["core", "app/platform"],
    "app/workspace/graph": ["core", "app/platform"],
    "app/carrelctl": ["core", "app/platform"],
    "app": ["core", "ui", "app", "resources"],
    # the reference backend shares nothing with the workstation but the contract
    "backend": ["backend"],
    "backend/gateway": ["backend", "core/base"],  # for SecureBytes
}

# pattern, files it does not apply to, why it is banned
BANNED = [
    (r"\binstance\s*\(\)", r"$^", "no globals: pass what is needed"),
    # A scroll area learns where the keyboard is from the application alone; nobody who makes one has it at hand.
    (r"\bqApp\b", r"^ui/kit/page_scroll\.cpp$", "no globals: pass what is needed"),
    (r"(\.|->)exec\s*\(", r"^app/[a-z]+/main\.cpp$|^tests/walk/cache_key\.cpp$", "one event loop, in main"),
    (r"\bQEventLoop\b", r"$^", "no nested event loop"),
    (r"(\.|->)then\s*\(", r"^core/base/", "whenDone(future, context, fn): QFuture::then asserts and races when its context goes first"),
    (r"\bprocessEvents\s*\(", r"$^", "no nested event loop"),
    (r"ignoreSslErrors|\bVerifyNone\b|\bQueryPeer\b|setPeerVerifyMode\s*\((?!QSslSocket::VerifyPeer\))|allowInsecure", r"$^",
     "TLS has no override"),
    (r"setInsecureFallback\s*\(\s*true", r"$^", "no plaintext fallback for the keychain"),
    (r"\b(SIGNAL|SLOT)\s*\(", r"$^", "connect by pointer to member"),
    (r"#include\s*<Qt(Core|Gui|Widgets|Network|Svg|Test)>", r"$^", "module headers hide the layering"),
    (r"\b(qDebug|qInfo|qWarning|qCritical)\s*\(", r"^(app|tests|core/log)/", "log through core/log, which takes only safe types"),
    (r"\bstd::(cerr|cout|clog)\b", r"^(app|tests|backend)/", "log through core/log, which takes only safe types"),
    (r"\bQThread::m?u?sleep\b|\bstd::this_thread::sleep|\bQTest::q(Sleep|Wait)\s*\(", r"$^", "wait for a condition"),
    (r"\bsetEchoMode\b|\bQLineEdit::(Password|NoEcho)\b", r"^ui/kit/secret_field\.cpp$|^tests/",
     "one field for secrets: kit::SecretField, kit::CodeField"),
    (r"([=!]=|\bcase)\s*ErrorCode::(BackendUnavailable|UnknownHost|Timeout|UntrustedCertificate)\b",
     r"^core/base/|^ui/kit/error_text\.cpp$|^ui/signin/sign_in_errors\.cpp$|^tests/", "ask classOf(error) what it means"),
    (r"\bpublic\s+(\w+::)*AuditTrail\b", r"^core/audit/|^tests/", "receipts come from the one audit trail"),
    (r"\bQSql", r"$^", "no QtSql in the client"),
    (r"(?<!QLocale::)\bsystem\s*\(|\bpopen\s*\(", r"$^", "no shell"),
]
