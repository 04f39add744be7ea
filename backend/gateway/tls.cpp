// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "tls.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace carrel::gateway {

bool configureTls(ssl_ctx_st& context, const QString& certificateFile, const QString& keyFile) {
    SSL_CTX_set_options(&context,
                        SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // Clients keep their tickets themselves; nothing about them is kept here.
    SSL_CTX_set_session_cache_mode(&context, SSL_SESS_CACHE_OFF);
    return SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION) == 1 &&
           SSL_CTX_set_cipher_list(&context, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!PSK") == 1 &&
           SSL_CTX_set_ciphersuites(
               &context, "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256") == 1 &&
           SSL_CTX_use_certificate_chain_file(&context, QFile::encodeName(certificateFile).constData()) ==
               1 &&
           SSL_CTX_use_PrivateKey_file(&context, QFile::encodeName(keyFile).constData(), SSL_FILETYPE_PEM) ==
               1 &&
           SSL_CTX_check_private_key(&context) == 1;
}

QString takeTlsError() {
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    const char* reason = ERR_reason_error_string(code);
    return reason ? QString::fromLatin1(reason) : QStringLiteral("unknown reason");
}

} // namespace carrel::gateway
