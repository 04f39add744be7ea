// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <core/ports/pseudonymous/page.h>

#include <QAbstractTableModel>

#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

namespace carrel::work {

/// What every paged list tells its page. Split from the template because a template cannot have signals.
class KeyPagedModelBase : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyPagedModelBase)
public:
    explicit KeyPagedModelBase(QObject* parent = nullptr);
    ~KeyPagedModelBase() override;

    /// Rows asked for at once.
    static constexpr int pageRows = 50;
    /// Rows held at most: a person who has scrolled this far should narrow the search instead.
    static constexpr int maxRows = 5000;

Q_SIGNALS:
    /// The newest question was answered and its rows are in the model.
    void loaded();
    /// The newest question failed; the rows are as they were.
    void failed(const carrel::Error& error);
};

/// A table that pages through an asynchronous source by key. It never asks for more than the view has
/// scrolled to, keeps the old rows until the first page of a new question is here (so that nothing flickers),
/// and drops answers to questions that were superseded. GUI thread only.
///
/// A subclass gives columns, texts and `sameThing`.
template <typename T> class KeyPagedModel : public KeyPagedModelBase {
public:
    using Fetch = std::function<Async<ports::Page<T>>(const QString& after, int limit)>;
    using KeyPagedModelBase::KeyPagedModelBase;
    ~KeyPagedModel() override { m_running.cancel(); }

    /// A new question: starts over, and cancels what was running.
    void ask(Fetch fetch) {
        m_fetch = std::move(fetch);
        m_isNewQuestion = true;
        request({}, pageRows);
    }
    /// The same question again, as far as it was read: after the cache changed.
    void reload() {
        if (m_fetch) {
            request({}, std::clamp(static_cast<int>(m_rows.size()), pageRows, maxRows));
        }
    }
    /// No question, no rows.
    void clear() {
        supersede();
        m_fetch = nullptr;
        m_next.clear();
        replace({});
    }

    const std::vector<T>& rows() const { return m_rows; }
    const T& at(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    bool isLoading() const { return m_loading; }
    /// There are rows behind the last one (more than the model will hold, perhaps).
    bool hasMore() const { return !m_next.isEmpty(); }

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    bool canFetchMore(const QModelIndex& parent) const override {
        return !parent.isValid() && m_fetch && !m_loading && hasMore() && rowCount() < maxRows;
    }
    void fetchMore(const QModelIndex& parent) override {
        if (canFetchMore(parent)) {
            request(m_next, pageRows);
        }
    }

protected:
    /// Whether two rows are about the same thing, whatever has changed in it.
    virtual bool sameThing(const T& a, const T& b) const = 0;
    /// Called after the rows changed and before the view is told.
    virtual void rowsChanged() {}

private:
    void supersede() {
        m_question.drop();
        m_running.cancel();
        m_loading = false;
    }

    void request(const QString& after, int limit) {
        supersede();
        m_loading = true;
        m_running = m_fetch(after, limit);
        m_question.await(m_running, [this, after](Result<ports::Page<T>> page) {
            m_running = {}; // nothing is left to cancel, and its copy of the rows goes
            take(after, std::move(page));
        });
    }

    void take(const QString& after, Result<ports::Page<T>> page) {
        m_loading = false;
        if (!page) {
            if (page.error().code != ErrorCode::Cancelled) {
                Q_EMIT failed(page.error());
            }
            return;
        }
        m_next = page->next;
        if (after.isEmpty()) {
            replace(std::move(page->rows));
        } else {
            append(std::move(page->rows));
        }
        Q_EMIT loaded();
    }

    void append(std::vector<T> rows) {
        if (rows.empty()) {
            return;
        }
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()),
                      std::make_move_iterator(rows.end()));
        rowsChanged();
        endInsertRows();
        Q_EMIT dataChanged(index(0, 0), index(first - 1, columnCount() - 1));
    }

    /// A reload that found the same things keeps selection and scroll position.
    void replace(std::vector<T> rows) {
        const bool sameThings = !m_isNewQuestion && rows.size() == m_rows.size() &&
                                std::equal(rows.begin(), rows.end(), m_rows.begin(),
                                           [this](const T& a, const T& b) { return sameThing(a, b); });
        m_isNewQuestion = false;
        if (sameThings) {
            m_rows = std::move(rows);
            rowsChanged();
            if (!m_rows.empty()) {
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            }
            return;
        }
        beginResetModel();
        m_rows = std::move(rows);
        if (m_rows.empty()) {
            m_next.clear();
        }
        rowsChanged();
        endResetModel();
    }

    Fetch m_fetch;
    std::vector<T> m_rows;
    QString m_next;
    QFuture<Result<ports::Page<T>>> m_running;
    Latest m_question{this};
    bool m_loading = false;
    bool m_isNewQuestion = false;
};

} // namespace carrel::work
