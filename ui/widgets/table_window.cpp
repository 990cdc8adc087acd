// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_window.h"

#include "ui/shell/theme/tokens.h"

#include <QAbstractTableModel>
#include <QAction>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr QSize kUsualSize { 560, 480 };

class ContentModel : public QAbstractTableModel {
public:
    ContentModel(TableContent content, QObject* parent)
        : QAbstractTableModel(parent)
        , m_content(std::move(content))
    {
    }

    int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_content.rows.size());
    }
    int columnCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_content.columns.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole ? m_content.rows[index.row()].value(index.column()) : QVariant();
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return role == Qt::DisplayRole && orientation == Qt::Horizontal ? m_content.columns.value(section)
                                                                        : QVariant();
    }

private:
    TableContent m_content;
};

} // namespace

TableWindow::TableWindow(const TableContent& content, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(content.title);
    resize(kUsualSize);
    auto* table = new QTableView;
    table->setModel(new ContentModel(content, this));
    table->setProperty("role", QLatin1String("plain"));
    table->setAccessibleName(content.title);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(size::kListRowHeight);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::kGap, size::kGap, size::kGap, size::kGap);
    layout->addWidget(table);
}

QAction* TableWindow::offer(QWidget& view, std::function<TableContent()> content)
{
    auto* action = new QAction(&view);
    action->setShortcut(Qt::CTRL | Qt::Key_T);
    action->setShortcutContext(Qt::WidgetShortcut);
    view.addAction(action);
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(action, &QAction::triggered, &view,
        [&view, content = std::move(content)] { (new TableWindow(content(), view.window()))->show(); });
    return action;
}

} // namespace temper
