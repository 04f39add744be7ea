// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/identified/chart.h>
#include <core/domain/identified/patient.h>
#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>

namespace carrel::format {

// Texts of one identified patient. None of them may reach a log, a window title or a notification.

/// "O'BRIEN, Siobhán": family in capitals, never shortened (NHS CUI PAB-0049..0053). Upper-casing does not
/// depend on the machine's language. Scripts without case stay as they are.
QString personName(const domain::PersonName& name);
/// "Born 09-Mar-1987 (39y)"; under two years in months, weeks or days ("(14m)", "(20w)", "(12d)"). Words when
/// there is no birth date (PAB-0019). `today` is the day at the clinic.
QString bornWithAge(QDate birthDate, QDate today);
/// "39y", empty for an invalid or future birth date.
QString age(QDate birthDate, QDate today);
QString sexText(domain::Sex sex);
/// The four labels of PAB-0064 and their tones.
StateText stateText(domain::AllergyStatus status);

} // namespace carrel::format
