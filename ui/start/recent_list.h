// SPDX-License-Identifier: GPL-3.0-or-later
// The projects opened last: a click opens one, Delete takes it off the list; those that are gone say so.
#pragma once

#include "ui/task/latest_task.h"

#include <QListView>
#include <QStringList>

class QStringListModel;

namespace temper {

class Theme;

class RecentList : public QListView {
    Q_OBJECT
public:
    explicit RecentList(const Theme& theme, QWidget* parent = nullptr);

    void setFolders(const QStringList& folders);
    bool isMissing(const QString& folder) const { return m_missing.contains(folder); }

Q_SIGNALS:
    void openAsked(const QString& folder);
    void forgetAsked(const QString& folder);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void look();

    QStringListModel* m_folders;
    QStringList m_missing;
    LatestTask<QStringList> m_looking; // a folder on a disk that is far away may take long to look at
};

} // namespace temper
