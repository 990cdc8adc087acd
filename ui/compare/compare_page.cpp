// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_page.h"

#include "ui/compare/answer_words.h"
#include "ui/compare/batch_view.h"
#include "ui/compare/compare_title.h"
#include "ui/compare/conversation_list.h"
#include "ui/compare/conversation_shelf.h"
#include "ui/compare/dialogue.h"
#include "ui/compare/sampling_panel.h"
#include "ui/compare/score_card.h"
#include "ui/compare/talk_view.h"
#include "ui/compare/token_popup.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/task/engine_session.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/source_picker.h"
#include "ui/widgets/source_words.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace temper {

namespace {

constexpr int kPanelWidth = 236;
constexpr int kSystemHeight = 76;

} // namespace

ComparePage::ComparePage(Theme& theme, QWidget* parent)
    : Page(parent)
    , m_theme(theme)
    , m_dialogue(new Dialogue(this))
    , m_shelf(new ConversationShelf(this))
    , m_title(new CompareTitle)
    , m_notice(new Notice(theme))
    , m_modes(new QStackedWidget)
    , m_talk(new TalkView(theme, *m_dialogue))
    , m_batch(new BatchView(theme))
    , m_sampling(new SamplingPanel(theme))
    , m_popup(new TokenPopup(theme, this))
    , m_sourcesTask(this)
{
    m_modes->addWidget(m_talk);
    m_modes->addWidget(m_batch);
    auto* work = new QVBoxLayout;
    work->setSpacing(size::kGap);
    work->addWidget(makeSides());
    work->addWidget(m_modes, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(size::kGroupGap);
    columns->addLayout(work, 1);
    columns->addWidget(makePanel());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    layout->setSpacing(size::kGap);
    layout->addWidget(m_title);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    setFocusProxy(m_talk);
    connectTalk();
    connectShelf();
    m_batch->setLook(m_talk->look());
    retranslate();
    showMode();
    showSpoken();
}

QWidget* ComparePage::makeSides()
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kGroupGap);
    for (const Side side : kSides) {
        m_sideWords[side] = makeLabel(LabelRole::Strong);
        m_pickers[side] = new SourcePicker;
        auto* half = new QHBoxLayout;
        half->setSpacing(size::kSmallGap);
        half->addWidget(m_sideWords[side]);
        half->addWidget(m_pickers[side], 1);
        row->addLayout(half, 1);
        m_sideWords[side]->setBuddy(m_pickers[side]);
        connect(m_pickers[side], &SourcePicker::sourceChosen, this,
            [this, side](const AnswerSource& source) { setSource(side, source); });
        connect(m_pickers[side], &SourcePicker::failed, m_notice, &Notice::showText);
    }
    return widget;
}

QWidget* ComparePage::makePanel()
{
    m_systemTitle = makeLabel(LabelRole::Group);
    m_system = new QPlainTextEdit;
    m_system->setTabChangesFocus(true);
    m_system->setFixedHeight(kSystemHeight);
    m_systemTitle->setBuddy(m_system);
    m_conversations = new ConversationList(m_theme);
    auto* panel = new QWidget;
    panel->setFixedWidth(kPanelWidth);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGroupGap);
    layout->addWidget(m_sampling);
    auto* system = new QVBoxLayout;
    system->setSpacing(size::kSmallGap);
    system->addWidget(m_systemTitle);
    system->addWidget(m_system);
    layout->addLayout(system);
    m_score = new ScoreCard;
    connect(m_score, &ScoreCard::failed, m_notice, &Notice::showError);
    layout->addWidget(m_score);
    layout->addWidget(m_conversations, 100);
    layout->addStretch(1);
    return panel;
}

void ComparePage::connectTalk()
{
    connect(m_title, &CompareTitle::modeChanged, this, &ComparePage::showMode);
    connect(m_title, &CompareTitle::newAsked, this, &ComparePage::beginConversation);
    connect(m_title, &CompareTitle::copyAsked, this, [this](TextForm form) {
        QGuiApplication::clipboard()->setText(AnswerWords::copied(m_dialogue->conversation(), form));
    });
    connect(m_system, &QPlainTextEdit::textChanged, this,
        [this] { m_dialogue->setSystem(m_system->toPlainText().trimmed().toStdString()); });
    connect(m_dialogue, &Dialogue::replaced, this, &ComparePage::showConversation);
    connect(m_dialogue, &Dialogue::turnAdded, this, &ComparePage::showSpoken);
    connect(m_dialogue, &Dialogue::answeringChanged, this, [this] {
        if (!m_dialogue->isAnswering())
            m_score->setConversation(m_dialogue->conversation());
    });
    connect(m_dialogue, &Dialogue::kept, m_shelf, &ConversationShelf::refreshSoon);
    connect(m_dialogue, &Dialogue::failed, m_notice, &Notice::showError);
    connect(m_talk, &TalkView::asked, this, [this](const QString& prompt) {
        m_notice->hide();
        m_dialogue->ask(prompt.toStdString(), m_sampling->sampling());
    });
    connect(m_talk, &TalkView::regenerateAsked, this, [this](const std::vector<Side>& sides) {
        m_notice->hide();
        m_dialogue->regenerate(sides, m_sampling->sampling());
    });
    connect(m_talk, &TalkView::lookChanged, this, [this] { m_batch->setLook(m_talk->look()); });
    connect(m_batch, &BatchView::startAsked, this, [this] {
        m_batch->setSetup(m_dialogue->conversation().setup, m_sampling->sampling());
        m_batch->start();
    });
    connect(m_talk, &TalkView::tokenPointedAt, m_popup, &TokenPopup::showToken);
    connect(m_talk, &TalkView::nothingPointedAt, m_popup, &QWidget::hide);
    connect(m_batch, &BatchView::tokenPointedAt, m_popup, &TokenPopup::showToken);
    connect(m_batch, &BatchView::nothingPointedAt, m_popup, &QWidget::hide);
}

void ComparePage::connectShelf()
{
    connect(m_conversations, &ConversationList::chosen, this, [this](const std::filesystem::path& file) {
        if (file != m_dialogue->file())
            m_shelf->read(file);
    });
    connect(m_conversations, &ConversationList::removeAsked, this, &ComparePage::removeConversation);
    connect(m_conversations, &ConversationList::undoAsked, this, [this] {
        m_conversations->offerUndo(false);
        m_shelf->undoRemoval();
    });
    connect(m_shelf, &ConversationShelf::listed, this, [this](const QList<ConversationEntry>& entries) {
        m_conversations->setEntries(entries);
        m_conversations->setCurrent(m_dialogue->file());
        if (std::exchange(m_reopens, false) && !entries.isEmpty() && m_dialogue->conversation().turns.empty())
            m_shelf->read(entries.first().file);
    });
    connect(m_shelf, &ConversationShelf::opened, this,
        [this](const std::filesystem::path& file, const Conversation& conversation) {
            m_notice->hide();
            m_title->setMode(CompareMode::Conversation);
            m_dialogue->resume(m_project->folder, file, conversation);
        });
    connect(m_shelf, &ConversationShelf::removed, this, [this] { m_conversations->offerUndo(true); });
    connect(m_shelf, &ConversationShelf::failed, m_notice, &Notice::showError);
}

QString ComparePage::title() const
{
    return tr("Compare");
}

void ComparePage::setWorkbench(Workbench& workbench)
{
    m_dialogue->setEngine(workbench.engine());
    m_batch->setEngine(workbench.engine());
    m_score->setEngine(workbench.engine());
    connect(&workbench.engine(), &EngineSession::gaveUpModel, this, [this] {
        Q_EMIT statusChanged(
            tr("The engine gave its model's memory to a run and loads the model again on use"));
    });
}

void ComparePage::setProject(const OpenProject& project)
{
    closeProject();
    m_project = project;
    for (const Side side : kSides)
        setSource(side, {});
    m_dialogue->begin(project.folder);
    m_reopens = true;
    m_shelf->open(project.folder);
    readSources();
}

void ComparePage::closeProject()
{
    m_project.reset();
    m_dialogue->stop();
    m_shelf->close();
    m_batch->clear();
    m_sourcesTask.cancel();
    m_wish = {};
    m_sources = {};
    m_notice->hide();
    m_popup->hide();
    m_conversations->setEntries({});
    m_conversations->offerUndo(false);
}

void ComparePage::receive(const Json& what)
{
    m_wish = what;
    readSources();
}

QStringList ComparePage::pictureStates() const
{
    return { QStringLiteral("probabilities"), QStringLiteral("batch"), QStringLiteral("empty") };
}

void ComparePage::showPictureState(const QString& state)
{
    m_title->setMode(state == QLatin1String("batch") ? CompareMode::Batch : CompareMode::Conversation);
    const bool probabilities = state == QLatin1String("probabilities");
    m_talk->setMarks(probabilities ? AnswerMarks::Probabilities : AnswerMarks::Difference);
    if (probabilities)
        m_talk->pointAtAnswer();
    if (state == QLatin1String("empty"))
        beginConversation();
}

void ComparePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    readSources(); // runs end while other pages are shown
}

void ComparePage::readSources()
{
    if (!m_project)
        return;
    m_sourcesTask.start(
        [folder = m_project->folder](const std::stop_token& stop) { return readAnswerSources(folder, stop); },
        [this](const AnswerSources& sources) { showSources(sources); },
        [this](const Error& error) { m_notice->showError(error); });
}

void ComparePage::showSources(const AnswerSources& sources)
{
    m_sources = sources;
    for (const Side side : kSides)
        m_pickers[side]->setSources(sources.models, sources.runs);
    if (!m_wish.is_null())
        applyWish();
    else if (m_dialogue->conversation().turns.empty())
        chooseFirstSources();
    const auto runs = sources.runs.size();
    Q_EMIT statusChanged(runs == 1 ? tr("1 tuned model") : tr("%1 tuned models").arg(runs));
}

void ComparePage::applyWish()
{
    const std::string run = m_wish.value("run", "");
    const auto step = m_wish.value("step", std::int64_t { 0 });
    m_wish = {};
    const auto found = std::ranges::find_if(m_sources.runs,
        [&](const AnswerSource& source) { return source.runId == run && source.step == step; });
    if (found == m_sources.runs.end()) {
        m_notice->showText(
            tr("The run %1 has left no adapter and no model to compare.").arg(QString::fromStdString(run)));
        return;
    }
    const AnswerSource tuned = *found;
    m_reopens = false;
    if (!m_dialogue->conversation().turns.empty())
        beginConversation();
    m_title->setMode(CompareMode::Conversation);
    setSource(Side::Right, tuned);
    setSource(Side::Left, plainSource(tuned.model));
}

// The youngest run's result against the model it began with.
void ComparePage::chooseFirstSources()
{
    const ConversationSetup& setup = m_dialogue->conversation().setup;
    if (setup.sources[Side::Right].model.empty() && !m_sources.runs.isEmpty())
        setSource(Side::Right, AnswerSource(m_sources.runs.first()));
    if (!setup.sources[Side::Left].model.empty())
        return;
    const AnswerSource& tuned = setup.sources[Side::Right];
    if (!tuned.adapters.empty())
        setSource(Side::Left, plainSource(tuned.model));
    else if (!m_sources.models.isEmpty())
        setSource(Side::Left, AnswerSource(m_sources.models.first()));
}

void ComparePage::setSource(Side side, const AnswerSource& source)
{
    m_dialogue->setSource(side, source);
    m_pickers[side]->setSource(source);
    const QString word = side == Side::Left ? tr("Left") : tr("Right");
    m_sideWords[side]->setText(source.model.empty() ? word : SourceWords::kind(source));
    m_pickers[side]->setAccessibleName(word);
    const ConversationSetup& setup = m_dialogue->conversation().setup;
    m_score->setConversation(m_dialogue->conversation());
    m_talk->setReady(!setup.sources[Side::Left].model.empty() && !setup.sources[Side::Right].model.empty());
    m_batch->setSetup(setup, m_sampling->sampling());
}

void ComparePage::beginConversation()
{
    if (!m_project)
        return;
    m_notice->hide();
    m_title->setMode(CompareMode::Conversation);
    m_dialogue->begin(m_project->folder);
    m_talk->setFocus();
}

void ComparePage::removeConversation(const std::filesystem::path& file)
{
    if (file == m_dialogue->file())
        beginConversation();
    m_shelf->remove(file);
}

void ComparePage::showConversation()
{
    m_popup->hide();
    const Conversation& conversation = m_dialogue->conversation();
    const ConversationSetup setup = conversation.setup;
    m_system->setPlainText(QString::fromStdString(setup.system));
    for (const Side side : kSides)
        setSource(side, setup.sources[side]);
    for (const Side side : kSides)
        if (!conversation.turns.empty() && conversation.turns.back().answers[side])
            m_sampling->setSampling(conversation.turns.back().answers[side]->sampling);
    m_conversations->setCurrent(m_dialogue->file());
    showSpoken();
}

void ComparePage::showMode()
{
    m_popup->hide();
    const bool batch = m_title->mode() == CompareMode::Batch;
    m_modes->setCurrentIndex(batch ? 1 : 0);
    m_conversations->setVisible(!batch);
    m_score->setVisible(!batch);
}

void ComparePage::showSpoken()
{
    m_popup->hide();
    m_title->setSpoken(!m_dialogue->conversation().turns.empty());
}

void ComparePage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ComparePage::retranslate()
{
    m_systemTitle->setText(tr("System prompt"));
    m_system->setPlaceholderText(tr("None"));
    m_system->setAccessibleName(tr("System prompt"));
    for (const Side side : kSides)
        setSource(side, m_dialogue->conversation().setup.sources[side]);
}

} // namespace temper
