// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a packed project, with the size of each part, and where it is written.
#pragma once

#include "core/common/project/packed_project.h"
#include "ui/task/latest_task.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace temper {

class PackDialog : public QDialog {
    Q_OBJECT
public:
    PackDialog(const QString& project, const QString& name, QWidget* parent);

    PackChoice choice() const;
    QString target() const;

Q_SIGNALS:
    void packAsked(const QString& target, const temper::PackChoice& choice);

private:
    void makeLayout();
    void measure(const QString& project);
    void showSizes(const PackSizes& sizes);
    void showTotal();
    void chooseTarget();

    QCheckBox* m_models;
    QCheckBox* m_checkpoints;
    QCheckBox* m_originals;
    QCheckBox* m_exports;
    QLabel* m_always;
    QLabel* m_total;
    QLineEdit* m_target;
    QPushButton* m_browse;
    QPushButton* m_pack;
    QPushButton* m_cancel;
    PackSizes m_sizes;
    bool m_isMeasured = false;
    LatestTask<PackSizes> m_measuring;
};

} // namespace temper
