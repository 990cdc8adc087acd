// SPDX-License-Identifier: GPL-3.0-or-later
// The same prompt for two models, side by side: a conversation or a file of prompts.
//
// receive() takes {"run": id, "step": of a checkpoint (absent: the result)}: that run answers at the right,
// the model it began with at the left, in a new conversation.
#pragma once

#include "ui/compare/answer_card.h"
#include "ui/compare/answer_sources.h"
#include "ui/shell/page.h"
#include "ui/task/latest_task.h"

#include <optional>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace temper {

class BatchView;
class CompareTitle;
class ConversationList;
class ConversationShelf;
class Dialogue;
class Notice;
class SamplingPanel;
class ScoreCard;
class SourcePicker;
class TalkView;
class Theme;
class TokenPopup;

class ComparePage : public Page {
    Q_OBJECT
public:
    explicit ComparePage(Theme& theme, QWidget* parent = nullptr);

    PageId id() const override { return PageId::Compare; }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("compare"); }
    void setProject(const OpenProject& project) override;
    void closeProject() override;
    void setWorkbench(Workbench& workbench) override;
    void receive(const Json& what) override;
    QStringList pictureStates() const override;
    void showPictureState(const QString& state) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSides();
    QWidget* makePanel();
    void connectTalk();
    void connectShelf();

    void readSources();
    void showSources(const AnswerSources& sources);
    void applyWish();
    void chooseFirstSources();
    void setSource(Side side, const AnswerSource& source);
    void beginConversation();
    void removeConversation(const std::filesystem::path& file);
    void showConversation();
    void showMode();
    void showSpoken();
    void retranslate();

    Theme& m_theme;
    std::optional<OpenProject> m_project;
    Dialogue* m_dialogue;
    ConversationShelf* m_shelf;
    AnswerSources m_sources;
    bool m_reopens = false; // the project was just opened, and its latest conversation is to be shown
    Json m_wish; // of receive(), until the sources have been read
    CompareTitle* m_title;
    Notice* m_notice;
    BySide<QLabel*> m_sideWords;
    BySide<SourcePicker*> m_pickers;
    QStackedWidget* m_modes;
    TalkView* m_talk;
    BatchView* m_batch;
    SamplingPanel* m_sampling;
    QLabel* m_systemTitle;
    QPlainTextEdit* m_system;
    ScoreCard* m_score;
    ConversationList* m_conversations;
    TokenPopup* m_popup;
    LatestTask<AnswerSources> m_sourcesTask;
};

} // namespace temper
