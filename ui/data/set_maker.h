// SPDX-License-Identifier: GPL-3.0-or-later
// What the panels have in common that make new sets of those there are: head, progress with Stop, errors in
// place.
#pragma once

#include "ui/data/set_files.h"
#include "ui/task/job.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace temper {

class Notice;
class ProgressStrip;
class Theme;

class SetMaker : public QWidget {
    Q_OBJECT
public:
    explicit SetMaker(const Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    void made(const QString& name); // the set to open
    void closed();

protected:
    // Works on the project in `folder`, off the GUI thread, and answers the name of the set to open.
    using Work = std::function<
        QString(Project& project, const ProgressFunction& progress, const std::stop_token& stop)>;

    virtual void start() = 0; // the primary button was pressed
    virtual void check() = 0; // what is chosen, and whether it can start
    virtual void retranslate() = 0;

    QVBoxLayout* column() const { return m_column; } // below the head
    void setWords(const QString& title, const QString& line, const QString& go);
    void setStartable(bool startable);
    void hideNotice();
    void run(const QString& phase, const QString& stopped, Work work);
    void changeEvent(QEvent* event) override;

    std::filesystem::path m_project;
    std::vector<DatasetEntry> m_sets;
    QList<QWidget*> m_forms; // not to be changed while the work is done

private:
    void setBusy(bool busy);

    QLabel* m_title;
    QLabel* m_line;
    QPushButton* m_cancel;
    QPushButton* m_go;
    Notice* m_notice;
    ProgressStrip* m_progress;
    QVBoxLayout* m_column;
    Job<QString> m_job;
};

} // namespace temper
