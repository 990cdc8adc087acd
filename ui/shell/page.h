// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window knows of a page, and what a page is given.
#pragma once

#include "core/common/base/json.h"
#include "ui/shell/open_project.h"
#include "ui/shell/page_id.h"

#include <QList>
#include <QWidget>

namespace temper {

class Workbench;

// A thing on a page that one may want to go to: a data set, a run, a setting.
struct Place {
    QString kind; // "Runs"
    QString title;
    QString detail;
    Json what; // for receive() of its page
};

class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual PageId id() const = 0;
    virtual QString title() const = 0; // the word in the rail
    virtual QString iconName() const = 0; // of resources/icons
    virtual void setProject(const OpenProject& project) = 0;
    virtual void closeProject() = 0;

    // Called once, before any project; the workbench outlives the page's use of it.
    virtual void setWorkbench(Workbench&) { }

    // Another page sent the person here (Workbench::show): a page that takes something says its form in its
    // header.
    virtual void receive(const Json&) { }

    virtual QList<Place> places() const { return {}; } // as far as they are known now

    // Further states for the pictures of the pages; each is shown until the empty name asks for the usual
    // one.
    virtual QStringList pictureStates() const { return {}; }
    virtual void showPictureState(const QString&) { }

Q_SIGNALS:
    void statusChanged(const QString& text); // one line for the right end of the status strip
};

} // namespace temper
