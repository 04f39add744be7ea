// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "database.h"

#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/catalogue.h>
#include <core/domain/pseudonymous/order.h>

namespace carrel::cache {

// The current row of a statement that selects a view's columns in their order (view_tables.h). What was
// written was checked then; a value that is malformed all the same throws CacheDamaged.

domain::Patient readPatient(const Statement& row);
domain::Chart readChart(const Statement& row);
domain::Appointment readAppointment(const Statement& row);
domain::Product readProduct(const Statement& row);
domain::Cart readCart(const Statement& row);
domain::Order readOrder(const Statement& row);
domain::BoardOrder readBoardOrder(const Statement& row);

} // namespace carrel::cache
