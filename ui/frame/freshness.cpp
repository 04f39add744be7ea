// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/format/pseudonymous/text.h>
#include <ui/frame/freshness.h>

#include <QCoreApplication>

namespace carrel::frame {
namespace {

struct FreshnessTexts {
    Q_DECLARE_TR_FUNCTIONS(carrel::frame::Freshness)
};

} // namespace

Freshness freshness(ports::SyncStatus::Connection connection, const std::optional<QDateTime>& asOf,
                    int firstSyncPercent, const QDateTime& now, const QTimeZone& zone) {
    using Connection = ports::SyncStatus::Connection;
    using Tone = kit::StatusChip::Tone;
    // The time alone would lie about data from another day.
    const auto moment = [&] {
        return format::dayIn(*asOf, zone) == format::dayIn(now, zone) ? format::time(*asOf, zone)
                                                                      : format::dateTime(*asOf, zone);
    };
    const auto both = [](const QString& text, Tone tone) { return Freshness{text, text, tone}; };
    if (connection == Connection::Untrusted) {
        // Nothing here goes on by itself, whatever the age of the data: somebody has to be called.
        if (!asOf) {
            return both(FreshnessTexts::tr("Server not trusted · call IT"), Tone::Danger);
        }
        return {FreshnessTexts::tr("Server not trusted · call IT · showing data as of %1, %2 old")
                    .arg(moment(), format::ago(*asOf, now)),
                FreshnessTexts::tr("Not trusted · as of %1").arg(moment()), Tone::Danger};
    }
    if (connection == Connection::Offline) {
        if (!asOf) {
            return both(FreshnessTexts::tr("Offline · no data yet"), Tone::Danger);
        }
        return {FreshnessTexts::tr("Offline · showing data as of %1, %2 old")
                    .arg(moment(), format::ago(*asOf, now)),
                FreshnessTexts::tr("Offline · as of %1").arg(moment()), Tone::Warning};
    }
    if (firstSyncPercent >= 0) {
        return {FreshnessTexts::tr("Loading for the first time"), FreshnessTexts::tr("Loading"), Tone::Info};
    }
    if (connection == Connection::Connecting) {
        return {asOf ? FreshnessTexts::tr("Connecting · showing data as of %1").arg(moment())
                     : FreshnessTexts::tr("Connecting…"),
                asOf ? FreshnessTexts::tr("Connecting · as of %1").arg(moment())
                     : FreshnessTexts::tr("Connecting…"),
                Tone::Neutral};
    }
    return both(asOf ? FreshnessTexts::tr("Online · as of %1").arg(moment()) : FreshnessTexts::tr("Online"),
                Tone::Success);
}

} // namespace carrel::frame
