// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/recent_list.h"

#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/row_painter.h"

#include <QDir>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyledItemDelegate>

namespace temper {

namespace {

class FolderDelegate : public QStyledItemDelegate {
public:
    FolderDelegate(const Theme& theme, RecentList* list)
        : QStyledItemDelegate(list)
        , m_theme(theme)
        , m_list(*list)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString folder = index.data(Qt::DisplayRole).toString();
        const bool isMissing = m_list.isMissing(folder);
        const QString place = QDir::toNativeSeparators(folder);
        const TwoLineRow row { QFileInfo(folder).fileName(),
            isMissing ? RecentList::tr("Not found: %1").arg(place) : place,
            isMissing ? Colour::Bad : Colour::Muted,
            isMissing ? QStringLiteral("warning") : QStringLiteral("project"),
            isMissing ? Colour::Bad : Colour::Muted };
        paintTwoLineRow(*painter, option, m_theme, row);
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 0, kTwoLineRowHeight };
    }

private:
    const Theme& m_theme;
    const RecentList& m_list;
};

} // namespace

RecentList::RecentList(const Theme& theme, QWidget* parent)
    : QListView(parent)
    , m_folders(new QStringListModel(this))
    , m_looking(this)
{
    setModel(m_folders);
    setItemDelegate(new FolderDelegate(theme, this));
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(this, &QListView::clicked, this,
        [this](const QModelIndex& index) { Q_EMIT openAsked(index.data().toString()); });
}

void RecentList::setFolders(const QStringList& folders)
{
    m_folders->setStringList(folders);
    look();
}

void RecentList::look()
{
    m_looking.start(
        [folders = m_folders->stringList()](const std::stop_token& stop) {
            QStringList missing;
            for (const QString& folder : folders) {
                if (!stop.stop_requested() && !Project::isProject(toPath(folder)))
                    missing << folder;
            }
            return missing;
        },
        [this](const QStringList& missing) {
            m_missing = missing;
            viewport()->update();
        },
        [](const Error&) {});
}

void RecentList::keyPressEvent(QKeyEvent* event)
{
    const QString folder = currentIndex().data().toString();
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!folder.isEmpty() && opens)
        Q_EMIT openAsked(folder);
    else if (!folder.isEmpty() && event->key() == Qt::Key_Delete)
        Q_EMIT forgetAsked(folder);
    else
        QListView::keyPressEvent(event);
}

} // namespace temper
