// SPDX-License-Identifier: GPL-3.0-or-later
// Importing, in the page: the files, what they are taken for, which column means what, and the rows that come
// of it.
#pragma once

#include "core/common/data/preview.h"
#include "ui/data/set_files.h"
#include "ui/task/job.h"
#include "ui/task/latest_task.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace temper {

class Card;
class ColumnForm;
class ElidedLabel;
class Notice;
class PreviewModel;
class ProblemModel;
class ProgressStrip;
class RowTable;
class Theme;

class ImportPanel : public QWidget {
    Q_OBJECT
public:
    explicit ImportPanel(const Theme& theme, QWidget* parent = nullptr);

    void begin(const std::filesystem::path& project,
        const std::vector<DatasetEntry>& sets,
        const QStringList& files);
    void addFiles(const QStringList& files);
    bool isImporting() const { return m_import.isRunning(); }
    void stop(); // what is under way

Q_SIGNALS:
    void imported(const QString& name);
    void closed(); // without an import
    void moreFilesAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead(const Theme& theme);
    Card* makeReading(const Theme& theme);
    Card* makeColumns(const Theme& theme);
    Card* makeRows(const Theme& theme);
    QString previewedFile() const;
    void leaveOut(); // the previewed file
    void preview();
    void showPreview(const DataPreview& preview);
    void showFiles();
    void fillWords();
    void check();
    void start();
    void setBusy(bool busy);
    void retranslate();

    const Theme& m_theme;
    std::filesystem::path m_project;
    std::vector<DatasetEntry> m_sets;
    QStringList m_files;
    ReadOptions m_reading;
    DataPreview m_preview;
    bool m_previewed = false;
    QLabel* m_title;
    ElidedLabel* m_line;
    QPushButton* m_more;
    QPushButton* m_cancel;
    QPushButton* m_go;
    Notice* m_notice;
    ProgressStrip* m_progress;
    Card* m_readingCard;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_nameProblem;
    QLabel* m_encodingLabel;
    QComboBox* m_encoding;
    QLabel* m_unitLabel;
    QComboBox* m_unit;
    QLabel* m_found;
    Card* m_columnCard;
    ColumnForm* m_columns;
    Card* m_rowCard;
    PreviewModel* m_rows;
    QComboBox* m_previewedFile;
    QPushButton* m_leaveOut;
    RowTable* m_rowTable;
    ProblemModel* m_problems;
    QLabel* m_problemTitle;
    RowTable* m_problemTable;
    LatestTask<DataPreview> m_previewing;
    Job<ImportReport> m_import;
};

} // namespace temper
