// SPDX-License-Identifier: GPL-3.0-or-later
// The draft of a project's next run: what was changed and can be undone, what is wrong with it, what the run
// would need. The page only shows it.
#pragma once

#include "ui/task/latest_task.h"
#include "ui/train/draft_check.h"
#include "ui/train/draft_history.h"
#include "ui/train/estimate.h"
#include "ui/train/estimator.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <optional>
#include <vector>

namespace temper {

class DraftDesk : public QObject {
    Q_OBJECT
public:
    explicit DraftDesk(QObject* parent = nullptr);
    ~DraftDesk() override; // writes down what was not yet kept

    void setEngine(EngineSession& engine) { m_estimator.setEngine(engine); }
    void open(const std::filesystem::path& project); // with the draft that was kept there, or the first one
    void close();
    void whenOpened(const std::function<void()>& act); // at once, or when the kept draft was read
    bool isOpen() const { return !m_project.empty(); }
    const std::filesystem::path& project() const { return m_project; }

    const RecipeDraft& draft() const { return m_history.current(); }
    const DraftCheck& check() const { return m_check; }
    const ProjectChoices& choices() const { return m_choices; }
    const std::optional<Estimate>& estimate() const { return m_estimate; }
    const QString& estimateFailure() const { return m_estimateFailure; }
    bool isEstimateOld() const { return m_isEstimateOld; }
    bool isReady() const; // checked as it stands, and nothing is against it

    void begin(RecipeDraft draft); // another recipe; the one before can be undone to
    void change(RecipeDraft draft, const std::string& typedIn = {});
    void take(const Json& sent); // what another page sent, of the form that TrainPage::receive tells
    void endTyping() { m_history.endTyping(); }
    void noteFile(const std::filesystem::path& file, const std::string& text); // it was saved there
    void undo();
    void redo();
    void readChoices(); // anew: sets and models may have come

Q_SIGNALS:
    void draftChanged();
    void choicesChanged();
    void checked();
    void estimateChanged();
    void failed(const temper::Error& error);

private:
    struct Opening {
        ProjectChoices choices;
        RecipeDraft draft;
    };

    void tellChange();
    void startCheck();
    void takeCheck(const DraftCheck& check);
    void keep();

    std::filesystem::path m_project;
    DraftHistory m_history;
    DraftCheck m_check;
    bool m_isRead = false; // the kept draft
    std::vector<std::function<void()>> m_waiting; // for that
    bool m_isChecked = false; // m_check is of the draft as it stands
    ProjectChoices m_choices;
    Estimator m_estimator;
    std::optional<Estimate> m_estimate;
    bool m_isEstimateOld = false;
    QString m_estimateFailure;
    QTimer m_keeping;
    QThreadPool m_writing; // one write after the other
    LatestTask<Opening> m_opening;
    LatestTask<ProjectChoices> m_choosing;
    LatestTask<DraftCheck> m_checking;
};

} // namespace temper
