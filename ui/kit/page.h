// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/place.h>

#include <QSet>
#include <QWidget>

class QAbstractButton;

namespace carrel::kit {

/// A page of the workspace. Pages do not know each other: they ask the window to go to a place, and
/// tell it where they are so that unlock returns there.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows `place`; one that is not this page's means its start. Unknown ids show a message, never an empty
    /// page. What was shown before is gone when this returns, however long the answer takes.
    virtual void open(const domain::Place& place) = 0;
    /// The clinic switcher changed; an empty set means all clinics of the account.
    virtual void setClinics(const QSet<domain::ClinicId>& clinics) = 0;
    /// Where the keyboard goes when the page comes to the front: never to a button that acts or discloses.
    virtual void focusStart() = 0;
    /// Ctrl+F, or text typed where nothing takes text: `typed` is what came of it so far. The window owns the
    /// shortcut and asks the patient search, if the role has one; the page on screen otherwise.
    virtual void find(const QString& typed);
    /// Whether text typed on this page where nothing takes text begins a patient search. Not where a password
    /// is typed: it would be readable in the search box.
    virtual bool typingSearches() const { return false; }

Q_SIGNALS:
    void navigate(const carrel::domain::Place& place);
    void placeChanged(const carrel::domain::Place& place);

protected:
    /// `focusStart()` for what comes late: a page that is no longer on screen leaves the keyboard alone.
    void takeKeyboard();
};

/// Every push button acts or discloses unless it is told here that it does neither: moving within what is
/// shown, or leaving it. Only such a button may get the focus without a person having put it there.
void setHarmless(QAbstractButton& button);
bool actsOrDiscloses(const QWidget* widget);

} // namespace carrel::kit
