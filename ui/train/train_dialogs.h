// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of the page Train. Each opens at once and answers later, if at all.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <functional>

class QWidget;

namespace temper {

class TrainDialogs {
    Q_DECLARE_TR_FUNCTIONS(temper::TrainDialogs)
public:
    using Answer = std::function<void(const QString&)>;

    static void openRecipe(QWidget* parent, const QString& folder, const Answer& answer);
    static void saveRecipe(QWidget* parent, const QString& folder, const QString& file, const Answer& answer);
    static void namePreset(QWidget* parent, const Answer& answer);
};

} // namespace temper
