// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_panel.h"

#include "ui/data/column_form.h"
#include "ui/data/preview_model.h"
#include "ui/data/problem_model.h"
#include "ui/data/row_words.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace temper {

namespace {

constexpr int kSideWidth = 400;
constexpr std::size_t kPreviewRows = 50;
constexpr int kProblemHeight = 160;

} // namespace

ImportPanel::ImportPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_notice(new Notice(theme))
    , m_progress(new ProgressStrip(theme))
    , m_rows(new PreviewModel(this))
    , m_problems(new ProblemModel(this))
    , m_previewing(this)
    , m_import(this)
{
    auto* side = new QVBoxLayout;
    side->setSpacing(size::kGroupGap);
    side->addWidget(makeReading(theme));
    side->addWidget(makeColumns(theme), 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kGroupGap);
    row->addLayout(side);
    row->addWidget(makeRows(theme), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    layout->setSpacing(size::kGap);
    layout->addWidget(makeHead(theme));
    layout->addWidget(m_notice);
    layout->addWidget(m_progress);
    layout->addLayout(row, 1);
    connect(m_progress, &ProgressStrip::stopAsked, this, &ImportPanel::stop);
    retranslate();
}

QWidget* ImportPanel::makeHead(const Theme&)
{
    m_title = makeLabel(LabelRole::Title);
    m_line = new ElidedLabel(LabelRole::Muted);
    m_more = new QPushButton;
    m_cancel = new QPushButton;
    m_go = new QPushButton;
    m_go->setProperty("role", QLatin1String("primary"));
    connect(m_more, &QPushButton::clicked, this, &ImportPanel::moreFilesAsked);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_previewing.cancel();
        Q_EMIT closed();
    });
    connect(new QShortcut(QKeySequence::Cancel, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, m_cancel, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, &ImportPanel::start);
    auto* head = new QWidget;
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addLayout(words, 1);
    row->addWidget(m_more);
    row->addWidget(m_cancel);
    row->addWidget(m_go);
    return head;
}

Card* ImportPanel::makeReading(const Theme& theme)
{
    m_readingCard = new Card(theme);
    m_readingCard->setFixedWidth(kSideWidth);
    m_nameLabel = makeLabel(LabelRole::Muted);
    m_name = new QLineEdit;
    m_nameProblem = makeLabel(LabelRole::Bad);
    m_nameProblem->setWordWrap(true);
    m_encodingLabel = makeLabel(LabelRole::Muted);
    m_encoding = new QComboBox;
    m_unitLabel = makeLabel(LabelRole::Muted);
    m_unit = new QComboBox;
    m_found = makeLabel(LabelRole::Small);
    m_found->setWordWrap(true);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::kGap);
    grid->setVerticalSpacing(size::kGrid);
    grid->addWidget(m_nameLabel, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_nameProblem, 1, 1);
    grid->addWidget(m_encodingLabel, 2, 0);
    grid->addWidget(m_encoding, 2, 1);
    grid->addWidget(m_unitLabel, 3, 0);
    grid->addWidget(m_unit, 3, 1);
    grid->addWidget(m_found, 4, 1);
    grid->setColumnStretch(1, 1);
    m_readingCard->content()->addLayout(grid);
    connect(m_name, &QLineEdit::textChanged, this, &ImportPanel::check);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_go->click(); });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_reading.encoding = m_encoding->currentData().toString().toStdString();
        preview();
    });
    connect(m_unit, &QComboBox::activated, this, [this] {
        m_reading.textUnit = static_cast<TextUnit>(m_unit->currentData().toInt());
        preview();
    });
    return m_readingCard;
}

Card* ImportPanel::makeColumns(const Theme& theme)
{
    m_columnCard = new Card(theme);
    m_columnCard->setFixedWidth(kSideWidth);
    m_columns = new ColumnForm;
    m_columnCard->content()->addWidget(m_columns, 1);
    connect(m_columns, &ColumnForm::changed, this, [this] {
        m_reading.columns = m_columns->columns();
        preview();
    });
    return m_columnCard;
}

Card* ImportPanel::makeRows(const Theme& theme)
{
    m_rowCard = new Card(theme);
    m_previewedFile = new ElidedCombo;
    connect(m_previewedFile, &QComboBox::activated, this, &ImportPanel::preview);
    m_rowTable = new RowTable(theme);
    m_rowTable->setModel(m_rows);
    m_problemTitle = makeLabel(LabelRole::Strong);
    m_problemTable = new RowTable(theme);
    m_problemTable->setModel(m_problems);
    m_problemTable->setColumnWidths({ 130, 60, 110, 0 });
    m_problemTable->setFixedHeight(kProblemHeight);
    m_leaveOut = new QPushButton;
    connect(m_leaveOut, &QPushButton::clicked, this, &ImportPanel::leaveOut);
    auto* files = new QHBoxLayout;
    files->addWidget(m_previewedFile);
    files->addWidget(m_leaveOut, 1, Qt::AlignLeft);
    m_rowCard->content()->addLayout(files);
    m_rowCard->content()->addWidget(m_rowTable, 1);
    m_rowCard->content()->addWidget(m_problemTitle);
    m_rowCard->content()->addWidget(m_problemTable);
    return m_rowCard;
}

void ImportPanel::begin(const std::filesystem::path& project,
    const std::vector<DatasetEntry>& sets,
    const QStringList& files)
{
    m_project = project;
    m_sets = sets;
    m_files.clear();
    m_previewedFile->clear();
    m_reading = {};
    m_notice->hide();
    m_name->setText(freeSetName(QFileInfo(files.value(0)).completeBaseName(), sets));
    m_encoding->setCurrentIndex(0);
    m_unit->setCurrentIndex(0);
    addFiles(files);
    m_name->setFocus();
    m_name->selectAll();
}

void ImportPanel::addFiles(const QStringList& files)
{
    if (isImporting())
        return;
    for (const QString& file : files) {
        if (!m_files.contains(file))
            m_files.append(file);
    }
    showFiles();
    preview();
}

void ImportPanel::showFiles()
{
    QStringList names;
    qint64 bytes = 0;
    for (const QString& file : m_files) {
        names.append(QFileInfo(file).fileName());
        bytes += QFileInfo(file).size();
    }
    const int chosen = std::max(0, m_previewedFile->currentIndex());
    m_previewedFile->clear();
    m_previewedFile->addItems(names);
    m_previewedFile->setCurrentIndex(chosen < names.size() ? chosen : 0);
    m_previewedFile->setVisible(names.size() > 1);
    m_leaveOut->setVisible(names.size() > 1);
    m_line->setFullText(names.join(QStringLiteral(", ")) + QStringLiteral(" · ")
        + NumberText::bytes(static_cast<double>(bytes)));
}

void ImportPanel::leaveOut()
{
    m_files.removeOne(previewedFile());
    showFiles();
    preview();
}

QString ImportPanel::previewedFile() const
{
    return m_files.value(std::max(0, m_previewedFile->currentIndex()));
}

void ImportPanel::preview()
{
    m_previewed = false;
    check();
    if (m_files.isEmpty())
        return;
    m_previewing.start(
        [file = toPath(previewedFile()), reading = m_reading](
            const std::stop_token& stop) { return previewFile(file, reading, kPreviewRows, stop); },
        [this](const DataPreview& preview) { showPreview(preview); },
        [this](const Error& error) {
            m_notice->showError(error);
            m_preview = {};
            m_rows->setRows({});
            m_problems->setProblems(std::vector<RowProblem>());
            m_columns->setPreview({}, {});
            m_columnCard->hide();
            fillWords();
            check();
        });
}

void ImportPanel::showPreview(const DataPreview& preview)
{
    m_preview = preview;
    m_previewed = !preview.unmapped && !preview.rows.empty();
    m_notice->hide();
    if (preview.unmapped)
        m_rows->setExamples(preview.columns);
    else
        m_rows->setRows(preview.rows);
    QList<int> widths(m_rows->columnCount(), 0);
    if (!preview.rows.empty() && preview.rows.front().kind == RowKind::Chat)
        widths.last() = 64;
    m_rowTable->setColumnWidths(widths);
    m_problems->setProblems(preview.file.problems.listed);
    m_columns->setPreview(preview, m_reading.columns);
    m_columnCard->setVisible(!preview.columns.empty());
    fillWords();
    check();
}

void ImportPanel::check()
{
    const QString problem = nameProblem(m_name->text(), m_sets);
    m_nameProblem->setText(problem);
    m_nameProblem->setVisible(!problem.isEmpty());
    m_go->setEnabled(m_previewed && problem.isEmpty() && !isImporting());
}

void ImportPanel::start()
{
    const QString name = m_name->text().trimmed();
    std::vector<std::filesystem::path> files;
    for (const QString& file : m_files)
        files.push_back(toPath(file));
    m_notice->hide();
    m_progress->begin(tr("Importing %1").arg(name));
    m_import.start(
        [folder = m_project, files, reading = m_reading, name = name.toStdString()](
            const ProgressFunction& progress, const std::stop_token& stop) {
            Project project = Project::open(folder);
            return importDataset(project, name, files, reading, progress, stop);
        },
        { [this](const Progress& progress) { m_progress->advance(progress); },
            [this, name](const ImportReport&) {
                m_progress->end();
                setBusy(false);
                Q_EMIT imported(name);
            },
            [this](const Error& error) {
                m_progress->end();
                setBusy(false);
                if (error.kind() == ErrorKind::Cancelled)
                    m_notice->showText(tr("The import was stopped; nothing was added to the project."));
                else
                    m_notice->showError(error);
            } });
    setBusy(true);
}

void ImportPanel::stop()
{
    m_progress->setStopping();
    m_import.stop();
}

void ImportPanel::setBusy(bool busy)
{
    for (QWidget* widget : { static_cast<QWidget*>(m_readingCard), static_cast<QWidget*>(m_columnCard),
             static_cast<QWidget*>(m_more), static_cast<QWidget*>(m_cancel),
             static_cast<QWidget*>(m_leaveOut) })
        widget->setEnabled(!busy);
    check();
}

void ImportPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportPanel::fillWords()
{
    const ReadReport& file = m_preview.file;
    const QString encoding = QString::fromStdString(file.encoding);
    const bool looked = m_reading.encoding.empty() && (m_previewed || m_preview.unmapped);
    m_encoding->setItemText(
        0, looked && !encoding.isEmpty() ? tr("Found: %1").arg(encoding) : tr("Find by looking"));
    QStringList facts { RowWords::format(file.format), QString::fromStdString(file.schema) };
    facts.removeAll(QString());
    if (m_reading.encoding.empty() && file.encodingConfidence < 0.95 && !encoding.isEmpty())
        facts.append(tr("encoding %1 % sure").arg(static_cast<int>(file.encodingConfidence * 100)));
    m_found->setText(facts.isEmpty() ? QString() : tr("Read as %1").arg(facts.join(QStringLiteral(", "))));
    const bool text = file.format == "text";
    m_unit->setVisible(text);
    m_unitLabel->setVisible(text);
    const auto problems = static_cast<std::int64_t>(file.problems.total);
    m_problemTitle->setText(tr("Cannot be used so far: %1").arg(NumberText::count(problems)));
    m_problemTitle->setVisible(problems > 0);
    m_problemTable->setVisible(problems > 0);
    m_rowCard->setTitle(m_preview.unmapped ? tr("What the columns hold") : tr("Rows as they will be"));
    if (m_preview.unmapped)
        return m_rowCard->setNote(tr("an example of each"));
    m_rowCard->setNote(m_preview.rows.empty()
            ? QString()
            : tr("the first %1 of %2").arg(m_preview.rows.size()).arg(QFileInfo(previewedFile()).fileName()));
}

void ImportPanel::retranslate()
{
    m_title->setText(tr("Import"));
    m_more->setText(tr("Add files…"));
    m_cancel->setText(tr("Cancel"));
    m_go->setText(tr("Import"));
    m_readingCard->setTitle(tr("Set"));
    m_columnCard->setTitle(tr("Columns"));
    m_columnCard->setNote(tr("what each part of a row is taken from"));
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the set"));
    m_encodingLabel->setText(tr("Encoding"));
    m_encoding->setAccessibleName(tr("Encoding of the files"));
    m_unitLabel->setText(tr("One row is"));
    m_unit->setAccessibleName(tr("What one row of a text file is"));
    m_rowTable->setAccessibleName(tr("First rows"));
    m_previewedFile->setAccessibleName(tr("File whose rows are shown"));
    m_leaveOut->setText(tr("Leave this file out"));
    m_problemTable->setAccessibleName(tr("Rows that cannot be used"));
    const int encoding = std::max(0, m_encoding->currentIndex());
    m_encoding->clear();
    m_encoding->addItem(tr("Find by looking"), QString());
    for (const std::string& name : commonEncodings())
        m_encoding->addItem(QString::fromStdString(name), QString::fromStdString(name));
    m_encoding->setCurrentIndex(encoding);
    const int unit = std::max(0, m_unit->currentIndex());
    m_unit->clear();
    m_unit->addItem(tr("a line"), static_cast<int>(TextUnit::Line));
    m_unit->addItem(tr("a paragraph"), static_cast<int>(TextUnit::Paragraph));
    m_unit->addItem(tr("the whole file"), static_cast<int>(TextUnit::File));
    m_unit->setCurrentIndex(unit);
    if (m_previewed || m_preview.unmapped)
        m_columns->setPreview(m_preview, m_reading.columns);
    fillWords();
    check();
}

} // namespace temper
