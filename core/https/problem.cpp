// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "problem.h"

#include "problem_code.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace carrel::https {

using namespace Qt::StringLiterals;

namespace {

// A name such as "refill-day-in-past" or "lines.0.quantity". Anything longer or stranger could be a sentence
// about somebody and is dropped.
QString machineName(const QJsonValue& value) {
    const QString text = value.toString();
    const auto plain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
    };
    return text.size() <= 64 && std::all_of(text.begin(), text.end(), plain) ? text : QString();
}

// Seconds, as the contract has it; RFC 9110 10.2.3 allows a date as well, which no gateway of ours sends.
std::chrono::seconds secondsIn(const QByteArray& header) {
    return std::chrono::seconds(std::max(0, header.trimmed().toInt()));
}

Error errorIn(int status, const QJsonObject& problem) {
    const QString said = u"status "_s + QString::number(status);
    if (const auto code = fromWire<ProblemCode>(problem["code"_L1].toString())) {
        return {errorCode(*code), said + ' '_L1 + wireName(*code), machineName(problem["field"_L1]),
                machineName(problem["reason"_L1])};
    }
    if (status == 502 || status == 503 || status == 504) {
        return Error::of(ErrorCode::BackendUnavailable, said + " from a gateway"_L1);
    }
    return Error::of(ErrorCode::ProtocolError, said + " without a problem document of the contract"_L1);
}

} // namespace

std::optional<Error> transportError(QNetworkReply::NetworkError error, const QString& tlsProblem) {
    if (!tlsProblem.isEmpty()) {
        return Error::of(ErrorCode::UntrustedCertificate, tlsProblem);
    }
    switch (error) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::HostNotFoundError:
        return Error::of(ErrorCode::UnknownHost, u"the host name has no address"_s);
    case QNetworkReply::SslHandshakeFailedError:
        return Error::of(ErrorCode::UntrustedCertificate, u"the TLS handshake failed"_s);
    case QNetworkReply::TimeoutError:
        return Error::of(ErrorCode::Timeout, u"the connection timed out"_s);
    case QNetworkReply::OperationCanceledError:
        return Error::of(ErrorCode::Cancelled);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return Error::of(ErrorCode::ProtocolError, u"the answer is not HTTP"_s);
    default:
        break;
    }
    // Qt numbers connection errors from 1, proxy errors from 101, and errors told by an HTTP status from 201;
    // of the latter, 400 comes as ProtocolInvalidOperationError.
    if (static_cast<int>(error) < 200) {
        return Error::of(ErrorCode::BackendUnavailable,
                         u"no connection, network error "_s + QString::number(static_cast<int>(error)));
    }
    return std::nullopt;
}

Error problemError(int status, const QByteArray& body, const QByteArray& retryAfterHeader) {
    const QJsonObject problem = QJsonDocument::fromJson(body).object();
    Error error = errorIn(status, problem);
    const std::chrono::seconds inDocument(std::max(0, problem["retry_after"_L1].toInt()));
    error.retryAfter = std::max(inDocument, secondsIn(retryAfterHeader));
    return error;
}

} // namespace carrel::https
