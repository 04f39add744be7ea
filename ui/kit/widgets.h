// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QVBoxLayout;

namespace carrel::kit {

/// Heading of a page or card; sets size and weight from the theme, and the accessible role of a heading.
class Heading final : public QLabel {
    Q_OBJECT
public:
    enum class Level { Page, Section };
    Heading(const QString& text, Level level, QWidget* parent = nullptr);
};

/// A raised surface with padding; add content to `body()`.
class Card final : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    QVBoxLayout* body() const { return m_body; }

private:
    QVBoxLayout* m_body;
};

/// What a list shows when it has nothing: a sentence that says why, and what to do next.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(QLatin1StringView iconName, const QString& title, const QString& hint,
               QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& hint);

private:
    QLabel* m_title;
    QLabel* m_hint;
};

/// A line inside a page that says what happened and what to do; hidden while it has nothing to say. Announced
/// to assistive technology when shown.
class InlineMessage final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Success, Warning, Danger };
    explicit InlineMessage(QWidget* parent = nullptr);
    void show(Kind kind, const QString& text);
    void showError(const Error& error); ///< through errorText()
    void clear();

private:
    QLabel* m_icon;
    QLabel* m_text;
};

/// A small coloured word for a state ("Awaiting approval"): never colour alone.
class StatusChip final : public QLabel {
    Q_OBJECT
public:
    enum class Tone { Neutral, Info, Success, Warning, Danger };
    explicit StatusChip(QWidget* parent = nullptr);
    void set(const QString& text, Tone tone);
};

/// Push buttons by weight: one primary action per page.
enum class ButtonKind { Primary, Secondary, Danger, Quiet };
QPushButton* makeButton(const QString& text, ButtonKind kind, QWidget* parent = nullptr);

/// Aligns a label with its surroundings. Qt aligns a plain text by the text's own direction, which in a
/// right-to-left window tears a Latin name away from its caption.
void alignLeading(QLabel& label);

/// What a person reads for an error: what happened and what to do next, translated. Falls back to a text that
/// names the code, never to the log's detail.
QString errorText(const Error& error);

} // namespace carrel::kit
