// SPDX-License-Identifier: GPL-3.0-or-later
// Prompts in batch: the file, the table of answers as they come, and both answers of the chosen row.
#pragma once

#include "ui/compare/batch_run.h"
#include "ui/compare/turn_view.h"
#include "ui/task/latest_task.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace temper {

class BatchModel;
class ElidedLabel;
class EmptyState;
class Notice;
class ProgressLine;
class WorkTeller;

class BatchView : public QWidget {
    Q_OBJECT
public:
    explicit BatchView(const Theme& theme, QWidget* parent = nullptr);

    void setEngine(EngineSession& engine);
    void setSetup(const ConversationSetup& setup, const SamplingChoice& sampling); // what the next start uses
    void setLook(const AnswerLook& look);
    void open(const QString& file);
    void start();
    void clear();
    const BatchRun& run() const { return *m_run; }

Q_SIGNALS:
    void startAsked(); // the page answers with setSetup() and start()
    void tokenPointedAt(const temper::AnswerToken& token, const QRect& place); // in global coordinates
    void nothingPointedAt();

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeTable(const Theme& theme);
    void chooseFile();
    void chooseTarget();
    void save(const QString& file);
    void showBatch(const PromptBatch& batch);
    void showRow();
    void showState();
    void retranslate();

    BatchRun* m_run;
    BatchModel* m_model;
    ConversationSetup m_setup;
    SamplingChoice m_sampling;
    PromptBatch m_batch;
    ElidedLabel* m_file;
    QPushButton* m_choose;
    QPushButton* m_start;
    QPushButton* m_stop;
    QPushButton* m_save;
    ProgressLine* m_progress;
    WorkTeller* m_work;
    Notice* m_notice;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QTableView* m_table;
    TurnView* m_row;
    LatestTask<PromptBatch> m_reading;
    LatestTask<bool> m_saving;
};

} // namespace temper
