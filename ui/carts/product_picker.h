// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <core/domain/pseudonymous/catalogue.h>
#include <core/ports/cached_views.h>

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace carrel::kit {
class ListWalk;
}

namespace carrel::carts {

class ProductListModel;

/// Search in the catalogue: a progressive list under a box that keeps the focus. It never completes what is
/// typed and never chooses between two products.
class ProductPicker final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProductPicker)
public:
    explicit ProductPicker(ports::CatalogueView& catalogue, QWidget* parent = nullptr);
    ~ProductPicker() override;

    QString text() const;
    void setText(const QString& text);
    void focusBox();
    /// Asks the catalogue again.
    void reload();

Q_SIGNALS:
    void chosen(const carrel::domain::Product& product);
    void edited();
    void failed(const carrel::Error& error);

private:
    void build();
    void showProducts(std::vector<domain::Product> products);
    void enterPressed();
    void showCount();
    bool isWaiting() const { return m_debounce.isActive() || m_loading; }
    /// Keys that wait for an answer were meant for another one.
    void forgetKeys();

    ports::CatalogueView& m_catalogue;
    ProductListModel* m_model;
    QLineEdit* m_box;
    QListView* m_list;
    QLabel* m_count;
    QPushButton* m_showAll;
    kit::ListWalk* m_walk;
    QTimer m_debounce;
    Latest m_search{this};
    bool m_loading = false;
    bool m_enterPending = false;
};

} // namespace carrel::carts
