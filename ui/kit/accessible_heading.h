// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace carrel::kit {

/// Makes assistive technology see a Heading as a heading, so that people can jump from one to the next.
void installHeadingAccessibility();

} // namespace carrel::kit
