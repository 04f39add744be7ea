// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/when_done.h>

#include <memory>
#include <utility>

namespace carrel {

/// Only the answer to the latest question counts: a new question, or `drop()`, makes every answer that is
/// still on its way unheard. One `Latest` for each thing on screen that answers are put into (a list, a card,
/// a figure). Lives and is called on `context`'s thread; a member of it, or of something that goes before it.
///
///     m_card.await(m_patients.patient(id), [this](const Result<Patient>& patient) { … });
///
/// An answer that takes several questions keeps its turn:
///
///     const auto turn = m_card.begin();
///     turn.await(first, [this, turn](const auto&) { turn.await(second(), [this](const auto&) { … }); });
class Latest final {
public:
    /// One question and what follows from it. A copy is the same turn.
    class Turn final {
    public:
        bool isLatest() const {
            const auto current = m_current.lock();
            return current && *current == m_mine;
        }
        /// Runs `then(result)` as whenDone does, if this turn is the latest still.
        template <typename T, typename Then> void await(const Async<T>& future, Then then) const {
            whenDone(future, m_context, [turn = *this, then = std::move(then)](auto&& result) mutable {
                if (turn.isLatest()) {
                    then(std::forward<decltype(result)>(result));
                }
            });
        }

    private:
        friend class Latest;
        Turn(QObject* context, std::weak_ptr<const quint64> current, quint64 mine)
            : m_context(context)
            , m_current(std::move(current))
            , m_mine(mine) {}

        QObject* m_context;
        std::weak_ptr<const quint64> m_current;
        quint64 m_mine;
    };

    explicit Latest(QObject* context) : m_context(context) {}
    Q_DISABLE_COPY_MOVE(Latest)

    Turn begin() { return {m_context, m_current, ++*m_current}; }
    /// The turn that runs now, for an answer that is told elsewhere when it is overtaken.
    Turn current() const { return {m_context, m_current, *m_current}; }
    template <typename T, typename Then> void await(const Async<T>& future, Then then) {
        begin().await(future, std::move(then));
    }
    /// Nothing that was asked is wanted any more.
    void drop() { ++*m_current; }

private:
    QObject* m_context;
    std::shared_ptr<quint64> m_current = std::make_shared<quint64>(0);
};

} // namespace carrel
