// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window knows of a page, and what a page is given.
#pragma once

#include "ui/shell/open_project.h"

#include <QWidget>

namespace temper {

class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString title() const = 0; // the word in the rail
    virtual QString iconName() const = 0; // of resources/icons
    virtual void setProject(const OpenProject& project) = 0;
    virtual void closeProject() = 0;

Q_SIGNALS:
    void statusChanged(const QString& text); // one line for the right end of the status strip
};

} // namespace temper
