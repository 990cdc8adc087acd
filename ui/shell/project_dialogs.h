// SPDX-License-Identifier: GPL-3.0-or-later
// Asks which project to open; what is chosen comes later, and never where the person cancels.
#pragma once

#include <QCoreApplication>
#include <functional>

class QWidget;

namespace temper {

class ProjectDialogs {
    Q_DECLARE_TR_FUNCTIONS(temper::ProjectDialogs)
public:
    using Chosen = std::function<void(const QString& path)>;

    static void openProject(QWidget* parent, const Chosen& chosen); // a folder
    static void openPacked(QWidget* parent, const Chosen& chosen); // a .zip
};

} // namespace temper
