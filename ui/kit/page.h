// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>

#include <QSet>
#include <QWidget>

namespace carrel::kit {

/// A page of the workspace. Pages do not know each other: they ask the window to go somewhere by page name
/// and opaque id, and tell it where they are so that unlock returns there.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// "schedule", "patients", "carts", "orders", "operations".
    virtual QString pageName() const = 0;
    /// Shows what `id` names ("" : the page's start). Unknown ids show a message, never an empty page.
    virtual void open(const QString& id) = 0;
    /// The clinic switcher changed; an empty set means all clinics of the account.
    virtual void setClinics(const QSet<domain::ClinicId>& clinics) = 0;
    /// Where the keyboard goes when the page comes to the front.
    virtual void focusStart() = 0;
    /// Ctrl+F. The window owns the shortcut; a page that has a search elsewhere goes there.
    virtual void find() { focusStart(); }

Q_SIGNALS:
    void navigate(const QString& page, const QString& id);
    void placeChanged(const QString& id);
};

} // namespace carrel::kit
