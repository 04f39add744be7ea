// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/identified/chart.h>

#include <QIcon>

namespace carrel::format {

/// One shape per allergy status (NHS CUI PAB-0067..0072), so that it reads without colour: triangle with a
/// stroke, ring with a tick, dashed ring, ring crossed out. Drawn in the current theme's colours.
QIcon allergyIcon(domain::AllergyStatus status);

} // namespace carrel::format
