// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/model_list.h"

#include "ui/model/model_words.h"
#include "ui/shell/open_project.h"
#include "ui/widgets/row_painter.h"

#include <algorithm>

namespace temper {

int ModelList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_models.size());
}

QVariant ModelList::data(const QModelIndex& index, int role) const
{
    const LibraryModel* found = model(index);
    if (!found)
        return {};
    const QString name = QString::fromStdString(found->entry.name);
    if (role == Qt::DisplayRole)
        return name;
    if (role == Qt::ToolTipRole)
        return toText(found->place);
    if (role == Qt::AccessibleTextRole)
        return QString(name + QStringLiteral(", ") + ModelWords::state(*found));
    return {};
}

void ModelList::setModels(std::vector<LibraryModel> models)
{
    beginResetModel();
    m_models = std::move(models);
    endResetModel();
}

const LibraryModel* ModelList::model(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_models.size() ? &m_models[row] : nullptr;
}

QModelIndex ModelList::indexOf(const std::string& hash) const
{
    const auto found
        = std::ranges::find(m_models, hash, [](const LibraryModel& model) { return model.entry.hash; });
    return found == m_models.end() ? QModelIndex() : index(static_cast<int>(found - m_models.begin()));
}

ModelDelegate::ModelDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ModelDelegate::paint(QPainter* painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index) const
{
    const auto* list = static_cast<const ModelList*>(index.model());
    const LibraryModel* model = list->model(index);
    if (!model)
        return;
    const bool isHere = model->presence == ModelPresence::Here;
    paintTwoLineRow(*painter, option, m_theme,
        { QString::fromStdString(model->entry.name), ModelWords::state(*model),
            ModelWords::stateColour(model->presence),
            isHere ? QStringLiteral("model") : QStringLiteral("warning"),
            isHere ? Colour::Muted : Colour::Bad });
}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 0, kTwoLineRowHeight };
}

} // namespace temper
