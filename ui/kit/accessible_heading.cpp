// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/accessible_heading.h>
#include <ui/kit/widgets.h>

#include <QAccessibleWidget>

namespace carrel::kit {
namespace {

class AccessibleHeading final : public QAccessibleWidget {
public:
    explicit AccessibleHeading(Heading* heading)
        : QAccessibleWidget(heading, QAccessible::Heading)
        , m_heading(heading) {}

    QString text(QAccessible::Text what) const override {
        if (what == QAccessible::Name && m_heading->accessibleName().isEmpty()) {
            return m_heading->text();
        }
        return QAccessibleWidget::text(what);
    }

private:
    Heading* m_heading; // owned by its parent; Qt drops the interface with it
};

QAccessibleInterface* makeHeading(const QString& className, QObject* object) {
    if (className != QLatin1StringView(Heading::staticMetaObject.className())) {
        return nullptr;
    }
    auto* const heading = qobject_cast<Heading*>(object);
    return heading != nullptr ? new AccessibleHeading(heading) : nullptr;
}

} // namespace

void installHeadingAccessibility() {
    QAccessible::installFactory(makeHeading);
}

} // namespace carrel::kit
