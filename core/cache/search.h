// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "storage.h"

#include <core/ports/cached_views.h>

#include <string>
#include <string_view>
#include <vector>

namespace carrel::cache {

/// One way to look for what was typed: a range of an ordered index. Results of a search are those of its
/// probes one after the other; a later probe leaves out what an earlier one has shown.
struct Probe {
    std::string where; ///< a condition on `patients`, with one `?` per value
    std::vector<std::string> values;
    std::string_view index; ///< of the view's definition, walked in the order of its columns
    std::string_view order; ///< its columns; the row number is added to break ties
};

/// What the box accepts, as probes, the likeliest first. Never empty.
std::vector<Probe> probesFor(const QString& typed);

/// Runs the probes from where `query.after` stopped.
ports::Page<domain::Patient> searchPatients(Database& database, const ports::PatientQuery& query);

} // namespace carrel::cache
