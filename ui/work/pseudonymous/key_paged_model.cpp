// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "key_paged_model.h"

namespace carrel::work {

KeyPagedModelBase::KeyPagedModelBase(QObject* parent) : QAbstractTableModel(parent) {}

KeyPagedModelBase::~KeyPagedModelBase() = default;

} // namespace carrel::work
