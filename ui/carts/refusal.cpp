// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "refusal.h"

#include <ui/kit/widgets.h>

#include <QCoreApplication>

#include <array>
#include <utility>

namespace carrel::carts {

namespace {

constexpr auto byReason = std::to_array<std::pair<QLatin1StringView, const char*>>({
    {QLatin1StringView("cart-submitted"),
     QT_TRANSLATE_NOOP("carrel::carts",
                       "This cart was already submitted, so it cannot be changed. Start a new cart.")},
    {QLatin1StringView("cart-abandoned"),
     QT_TRANSLATE_NOOP("carrel::carts", "This cart was abandoned in the meantime. Start a new cart.")},
    {QLatin1StringView("cart-empty"),
     QT_TRANSLATE_NOOP("carrel::carts", "This cart has no lines. Add a line, then submit it again.")},
    {QLatin1StringView("cart-full"),
     QT_TRANSLATE_NOOP("carrel::carts", "A cart holds at most 50 lines. Submit this one and start another.")},
    {QLatin1StringView("product-inactive"),
     QT_TRANSLATE_NOOP(
         "carrel::carts",
         "This product is no longer in the catalogue. Remove the line and choose another product.")},
    {QLatin1StringView("refill-day-in-past"),
     QT_TRANSLATE_NOOP("carrel::carts",
                       "The refill day has passed. Change the line to today or a later day.")},
    {QLatin1StringView("refill-day-too-far"),
     QT_TRANSLATE_NOOP("carrel::carts",
                       "The refill day is more than a year away. Change the line to an earlier day.")},
});

} // namespace

QString refusalText(const Error& error) {
    for (const auto& [reason, text] : byReason) {
        if (error.reason == reason) {
            return QCoreApplication::translate("carrel::carts", text);
        }
    }
    if (error.field == QLatin1StringView("quantity")) {
        return QCoreApplication::translate(
            "carrel::carts",
            "The quantity is more than this product allows. Change the line to a smaller quantity.");
    }
    return kit::errorText(error);
}

} // namespace carrel::carts
