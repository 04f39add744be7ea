// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "engine.h"

namespace carrel::cache {

// The reading ports over one engine.

class PatientReads final : public ports::PatientDirectory {
public:
    explicit PatientReads(Engine& engine) : m_engine(engine) {}
    Async<ports::PatientReference> reference(domain::PatientId id) override;
    Async<ports::Page<domain::Patient>> search(const ports::Receipt<ports::SearchOpening>& recorded,
                                               ports::PatientQuery query) override;
    Async<domain::Patient> patient(const ports::Receipt<ports::PatientOpening>& recorded) override;
    Async<domain::Chart> chart(const ports::Receipt<ports::PatientOpening>& recorded) override;

private:
    Engine& m_engine;
};

class ScheduleReads final : public ports::ScheduleView {
public:
    explicit ScheduleReads(Engine& engine) : m_engine(engine) {}
    Async<std::vector<domain::Appointment>> day(QDate day, QSet<domain::ClinicId> clinics) override;
    Async<domain::Appointment> appointment(domain::AppointmentId id) override;

private:
    Engine& m_engine;
};

class CatalogueReads final : public ports::CatalogueView {
public:
    explicit CatalogueReads(Engine& engine) : m_engine(engine) {}
    Async<std::vector<domain::Product>> products(QString text) override;

private:
    Engine& m_engine;
};

class CartReads final : public ports::CartView {
public:
    explicit CartReads(Engine& engine) : m_engine(engine) {}
    Async<domain::Cart> cart(domain::CartId id) override;
    Async<std::vector<domain::Cart>> openCarts(QSet<domain::ClinicId> clinics) override;
    Async<std::vector<domain::Cart>> cartsOf(domain::PatientId patient) override;

private:
    Engine& m_engine;
};

class OrderReads final : public ports::OrderView {
public:
    explicit OrderReads(Engine& engine) : m_engine(engine) {}
    Async<ports::Page<domain::Order>> orders(ports::OrderQuery query) override;
    Async<domain::Order> order(domain::OrderId id) override;

private:
    Engine& m_engine;
};

class OperationsReads final : public ports::OperationsView {
public:
    explicit OperationsReads(Engine& engine) : m_engine(engine) {}
    Async<std::vector<domain::ClinicFigures>> figures(QSet<domain::ClinicId> clinics, QDateTime now) override;
    Async<ports::Page<domain::BoardOrder>> board(ports::OrderQuery query) override;

private:
    Engine& m_engine;
};

} // namespace carrel::cache
