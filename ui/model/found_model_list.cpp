// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/found_model_list.h"

#include "ui/model/model_words.h"
#include "ui/shell/open_project.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/row_painter.h"

namespace temper {

namespace {

QString detailOf(const FoundModel& model)
{
    return QStringList { ModelWords::keeper(model.keeper),
        model.isGguf ? QStringLiteral("GGUF") : QStringLiteral("safetensors"),
        NumberText::bytes(static_cast<double>(model.bytes)) }
        .join(QStringLiteral(" · "));
}

} // namespace

int FoundModelList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_models.size());
}

QVariant FoundModelList::data(const QModelIndex& index, int role) const
{
    const FoundModel* found = model(index);
    if (!found)
        return {};
    const QString name = QString::fromStdString(found->name);
    if (role == Qt::DisplayRole)
        return name;
    if (role == Qt::ToolTipRole)
        return toText(found->path);
    if (role == Qt::AccessibleTextRole)
        return QString(name + QStringLiteral(", ") + detailOf(*found));
    return {};
}

void FoundModelList::setModels(std::vector<FoundModel> models)
{
    beginResetModel();
    m_models = std::move(models);
    endResetModel();
}

const FoundModel* FoundModelList::model(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_models.size() ? &m_models[row] : nullptr;
}

FoundModelDelegate::FoundModelDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void FoundModelDelegate::paint(QPainter* painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index) const
{
    const FoundModel* model = static_cast<const FoundModelList*>(index.model())->model(index);
    if (model)
        paintTwoLineRow(*painter, option, m_theme,
            { QString::fromStdString(model->name), detailOf(*model), Colour::Muted, QStringLiteral("model"),
                Colour::Muted });
}

QSize FoundModelDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 0, kTwoLineRowHeight };
}

} // namespace temper
