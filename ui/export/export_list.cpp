// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_list.h"

#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/row_painter.h"
#include "ui/widgets/source_words.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QItemSelectionModel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace temper {

namespace {

const QString kSeparator = QStringLiteral(" · ");

class Delegate : public QStyledItemDelegate {
public:
    Delegate(const Theme& theme, const ExportListModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ExportRecord* record = m_model.record(index);
        if (!record)
            return;
        const bool whole = record->check && ExportWords::answersAsBefore(*record->check);
        const TwoLineRow row { ExportWords::title(*record), ExportWords::line(*record), Colour::Muted,
            QLatin1String(whole     ? "done"
                    : record->check ? "warning"
                                    : "export"),
            whole               ? Colour::Good
                : record->check ? Colour::Warn
                                : Colour::Muted };
        paintTwoLineRow(*painter, option, m_theme, row);
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 0, kTwoLineRowHeight };
    }

private:
    const Theme& m_theme;
    const ExportListModel& m_model;
};

} // namespace

QString ExportWords::title(const ExportRecord& record)
{
    QString form = record.form == ExportForm::Adapter ? tr("adapter") : tr("merged model");
    if (!record.numberType.empty())
        form += QLatin1Char(' ') + QString::fromStdString(record.numberType);
    return SourceWords::name(record.source) + kSeparator + form;
}

QString ExportWords::line(const ExportRecord& record)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(record.created * 1000));
    QStringList parts { QLocale().toString(time, QStringLiteral("yyyy-MM-dd HH:mm")),
        NumberText::bytes(static_cast<double>(record.bytes)) };
    if (!record.check)
        parts.append(tr("not checked"));
    else
        parts.append(answersAsBefore(*record.check) ? tr("answers as before") : tr("answers otherwise"));
    return parts.join(kSeparator);
}

bool ExportWords::answersAsBefore(const ExportCheck& check)
{
    return check.positions > 0 && check.sameChoice == check.positions;
}

QString ExportWords::check(const ExportRecord& record)
{
    if (!record.check)
        return tr("It was not loaded again to see whether it answers as before.");
    const ExportCheck& check = *record.check;
    return tr(
        "Loaded again and read a probe text: the most probable next token is the same at %1 of %2 places, "
        "and no logit differs by more than %3.")
        .arg(NumberText::count(check.sameChoice), NumberText::count(check.positions),
            NumberText::value(check.greatestDifference));
}

void ExportListModel::setRecords(const QList<ExportRecord>& records)
{
    beginResetModel();
    m_records = records;
    endResetModel();
}

const ExportRecord* ExportListModel::record(const QModelIndex& index) const
{
    return index.isValid() && index.row() < m_records.size() ? &m_records[index.row()] : nullptr;
}

int ExportListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

QVariant ExportListModel::data(const QModelIndex& index, int role) const
{
    const ExportRecord* record = this->record(index);
    if (record && role == Qt::DisplayRole)
        return ExportWords::title(*record);
    if (record && role == Qt::AccessibleDescriptionRole)
        return ExportWords::line(*record);
    return {};
}

ExportList::ExportList(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_model(new ExportListModel(this))
    , m_none(makeLabel(LabelRole::Muted))
    , m_list(new QListView)
    , m_folder(makeLabel(LabelRole::Small))
    , m_check(makeLabel(LabelRole::Small))
    , m_open(new QPushButton)
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(theme, *m_model, this));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_none->setWordWrap(true);
    for (QLabel* label : { m_folder, m_check }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    content()->addWidget(m_none);
    content()->addWidget(m_list, 1);
    content()->addWidget(m_check);
    content()->addWidget(m_folder);
    content()->addWidget(m_open, 0, Qt::AlignLeft);
    content()->addStretch(0);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExportList::showChosen);
    connect(m_list, &QListView::activated, this, &ExportList::openChosen);
    connect(m_open, &QPushButton::clicked, this, &ExportList::openChosen);
    retranslate();
    setRecords({});
}

void ExportList::setRecords(const QList<ExportRecord>& records)
{
    const int before = m_list->currentIndex().row();
    const bool grown = records.size() > m_model->rowCount();
    m_model->setRecords(records);
    m_none->setVisible(records.isEmpty());
    m_list->setVisible(!records.isEmpty());
    m_list->setCurrentIndex(m_model->index(grown ? 0 : std::max(0, before)));
    setNote(records.isEmpty() ? QString() : NumberText::count(records.size()));
    showChosen();
}

void ExportList::showChosen()
{
    const ExportRecord* record = m_model->record(m_list->currentIndex());
    for (QWidget* widget :
        { static_cast<QWidget*>(m_folder), static_cast<QWidget*>(m_check), static_cast<QWidget*>(m_open) })
        widget->setVisible(record != nullptr);
    if (!record)
        return;
    std::error_code missing;
    const bool there = std::filesystem::exists(record->folder, missing);
    m_check->setText(ExportWords::check(*record));
    const QString folder = QDir::toNativeSeparators(toText(record->folder));
    m_folder->setText(there ? folder : tr("%1 is not there any more.").arg(folder));
    m_open->setEnabled(there);
}

void ExportList::openChosen()
{
    if (const ExportRecord* record = m_model->record(m_list->currentIndex()))
        QDesktopServices::openUrl(QUrl::fromLocalFile(toText(record->folder)));
}

void ExportList::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportList::retranslate()
{
    setTitle(tr("Exports made"));
    m_list->setAccessibleName(tr("Exports made"));
    m_none->setText(
        tr("None yet. Each export is listed here with its folder and the check that it answers as "
           "before."));
    m_open->setText(tr("Open folder"));
    showChosen();
}

} // namespace temper
