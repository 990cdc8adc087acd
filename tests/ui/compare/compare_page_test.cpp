// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/project/run_notes.h"
#include "tests/ui/result_page_test.h"
#include "ui/compare/batch_view.h"
#include "ui/compare/compare_page.h"
#include "ui/compare/conversation_list.h"
#include "ui/compare/score_card.h"
#include "ui/compare/token_popup.h"
#include "ui/compare/transcript.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/source_picker.h"

#include <QAbstractItemModelTester>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

#include <csignal>

using namespace temper;

namespace {

constexpr int kPatience = 60000; // milliseconds

QPushButton* button(const QWidget& page, const QString& text)
{
    for (QPushButton* found : page.findChildren<QPushButton*>())
        if (found->text() == text)
            return found;
    return nullptr;
}

template <typename Widget> Widget* named(const QWidget& page, const QString& name)
{
    for (Widget* found : page.findChildren<Widget*>())
        if (found->accessibleName() == name)
            return found;
    return nullptr;
}

} // namespace

class ComparePageTest : public QObject, private ResultPageTest<ComparePage> {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { trainOnce(); }

    void init() { begin("compare"); }

    void cleanup() { end(); }

    void baseAndYoungestRunAreChosenAtFirst()
    {
        QTRY_COMPARE(picker(Side::Right)->currentText(), QStringLiteral("Persona"));
        QCOMPARE(picker(Side::Left)->currentText(), QStringLiteral("tiny"));
        QVERIFY(picker(Side::Right)->findText(QStringLiteral("Persona · step 4")) >= 0);
    }

    void renamedRunAnswersUnderItsNewName()
    {
        const RunFolder run(m_project->folder() / "runs" / "persona");
        RunNotes notes;
        notes.name = "Kind answers";
        writeRunNotes(run, notes);
        m_page->setProject({ m_project->folder(), QStringLiteral("project") });
        QTRY_COMPARE(picker(Side::Right)->currentText(), QStringLiteral("Kind answers"));
        writeRunNotes(run, {});
    }

    void bothSidesAnswerTheSamePrompt()
    {
        ask(QStringLiteral("Why?"), 40);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        for (const Side side : kSides) {
            QVERIFY2(answer(side).end == AnswerEnd::Length, answer(side).problem.c_str());
            QCOMPARE(answer(side).tokens.size(), std::size_t { 40 });
            QCOMPARE(answer(side).tokens.front().top.size(), std::size_t { 5 });
            QVERIFY(answer(side).tokensPerSecond > 0);
            QVERIFY(!card(side)->shownText().isEmpty());
        }
        QVERIFY(answer(Side::Left).text != answer(Side::Right).text);
        QVERIFY(answer(Side::Left).sampling == answer(Side::Right).sampling);
    }

    void sidesStreamTogether()
    {
        bool together = false;
        ask(QStringLiteral("Why?"), 400);
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                together = together
                    || (card(Side::Left)->isAnswering() && card(Side::Right)->isAnswering()
                        && !answer(Side::Left).tokens.empty() && !answer(Side::Right).tokens.empty());
                return isIdle();
            }(),
            kPatience);
        QVERIFY(together);
    }

    void sameSeedGivesTheSameAnswerAgainAndAnotherSeedAnother()
    {
        QTRY_VERIFY(picker(Side::Right)->currentIndex() > 0);
        named<QDoubleSpinBox>(*m_page, QStringLiteral("Temperature"))->setValue(1.0);
        ask(QStringLiteral("Why?"), 30);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        const std::string first = answer(Side::Left).text;
        click(QStringLiteral("Regenerate both"));
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        QCOMPARE(answer(Side::Left).text, first);
        QTest::mouseClick(named<QToolButton>(*m_page, QStringLiteral("New seed")), Qt::LeftButton);
        click(QStringLiteral("Regenerate both"));
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        QVERIFY(answer(Side::Left).text != first);
    }

    void eachModelScoresItsOwnAnswersAndTheOthers()
    {
        QTRY_VERIFY(picker(Side::Right)->currentIndex() > 0);
        const auto* card = m_page->findChild<ScoreCard*>();
        QVERIFY(!button(*m_page, QStringLiteral("Score the answers"))->isEnabled());
        ask(QStringLiteral("Why?"), 30);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        click(QStringLiteral("Score the answers"));
        QTRY_VERIFY_WITH_TIMEOUT(card->scores()[Side::Right][Side::Right].has_value(), kPatience);
        QTRY_VERIFY(button(*m_page, QStringLiteral("Score the answers")));
        const auto& scores = card->scores();
        for (const Side text : kSides) {
            QVERIFY(scores[text][Side::Left]->perplexity > 1 && scores[text][Side::Right]->perplexity > 1);
            QCOMPARE(scores[text][Side::Left]->tokens, scores[text][Side::Right]->tokens); // the same text
            QVERIFY(scores[text][Side::Left]->perplexity != scores[text][Side::Right]->perplexity);
        }
        QVERIFY(scores[Side::Left][Side::Left]->tokens > 10);
    }

    void oneSideIsRegeneratedAlone()
    {
        QTRY_VERIFY(picker(Side::Right)->currentIndex() > 0);
        ask(QStringLiteral("Why?"), 30);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        named<QSpinBox>(*m_page, QStringLiteral("Max new tokens"))->setValue(10);
        QTest::mouseClick(
            named<QToolButton>(*card(Side::Right), QStringLiteral("Regenerate this answer")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(answer(Side::Right).tokens.size(), std::size_t { 10 }, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        QCOMPARE(answer(Side::Left).tokens.size(), std::size_t { 30 });
    }

    void answerGivenAloneIsTheOneGivenInTurns()
    {
        ask(QStringLiteral("Why?"), 60);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        for (const Side side : kSides) {
            const std::string inTurns = answer(side).text;
            QTest::mouseClick(
                named<QToolButton>(*card(side), QStringLiteral("Regenerate this answer")), Qt::LeftButton);
            QVERIFY(card(side)->isAnswering());
            QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
            QCOMPARE(answer(side).text, inTurns);
        }
    }

    void stopKeepsWhatWasSaid()
    {
        ask(QStringLiteral("Why?"), 8000);
        QTRY_VERIFY_WITH_TIMEOUT(hasTurn() && answer(Side::Left).tokens.size() > 5, kPatience);
        QTest::keyClick(composer(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        QCOMPARE(answer(Side::Left).end, AnswerEnd::Stopped);
        QVERIFY(answer(Side::Left).tokens.size() < 8000);
        const Conversation kept = onDisk(1);
        QCOMPARE(kept.turns[0].answers[Side::Left]->text, answer(Side::Left).text);
    }

    void killedEngineIsToldInPlaceAndRegenerateWorks()
    {
        ask(QStringLiteral("Why?"), 8000);
        QTRY_VERIFY_WITH_TIMEOUT(hasTurn() && answer(Side::Left).tokens.size() > 5, kPatience);
        QCOMPARE(::kill(static_cast<pid_t>(m_workbench->engine().processId()), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        QCOMPARE(answer(Side::Left).end, AnswerEnd::Failed);
        QVERIFY(!answer(Side::Left).problem.empty());
        QVERIFY(shows(QString::fromStdString(answer(Side::Left).problem)));
        QCOMPARE(onDisk(1).turns[0].prompt, std::string("Why?"));
        named<QSpinBox>(*m_page, QStringLiteral("Max new tokens"))->setValue(12);
        click(QStringLiteral("Regenerate both"));
        QTRY_VERIFY_WITH_TIMEOUT(isIdle() && answer(Side::Right).end == AnswerEnd::Length, kPatience);
        QCOMPARE(answer(Side::Right).tokens.size(), std::size_t { 12 });
    }

    void conversationIsOpenedAgainWithAllItsTurns()
    {
        named<QPlainTextEdit>(*m_page, QStringLiteral("System prompt"))
            ->setPlainText(QStringLiteral("Be brief."));
        ask(QStringLiteral("First"), 12);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        ask(QStringLiteral("Second"), 12);
        QTRY_VERIFY_WITH_TIMEOUT(turns().size() == 2 && isIdle(), kPatience);
        const std::string said = answer(Side::Right).text;
        onDisk(2);
        click(QStringLiteral("New conversation"));
        QVERIFY(turns().isEmpty());
        auto* list = named<QListView>(*m_page, QStringLiteral("Conversations"));
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("First"));
        QTest::mouseClick(
            list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTRY_COMPARE(turns().size(), 2);
        QCOMPARE(answer(Side::Right).text, said);
        QCOMPARE(named<QPlainTextEdit>(*m_page, QStringLiteral("System prompt"))->toPlainText(),
            QStringLiteral("Be brief."));
        QCOMPARE(picker(Side::Right)->currentText(), QStringLiteral("Persona"));
    }

    void removedConversationComesBackWithUndo()
    {
        ask(QStringLiteral("Keep me"), 4);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        onDisk(1);
        auto* list = named<QListView>(*m_page, QStringLiteral("Conversations"));
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_VERIFY(list->currentIndex().isValid());
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(list->model()->rowCount(), 0);
        QVERIFY(turns().isEmpty());
        QTRY_VERIFY(button(*m_page, QStringLiteral("Undo"))->isVisible());
        click(QStringLiteral("Undo"));
        QTRY_COMPARE(list->model()->rowCount(), 1);
    }

    void tokenUnderThePointerTellsItsProbability()
    {
        ask(QStringLiteral("Why?"), 30);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        click(QStringLiteral("Markdown")); // off: what the tiny model says is no Markdown
        auto* text = card(Side::Right)->findChild<ForeignText*>();
        const QRect place = text->placeOf(0);
        QTest::mouseMove(text->viewport(), text->viewport()->mapFrom(text, place.center() + QPoint(3, 0)));
        auto* popup = m_page->findChild<TokenPopup*>();
        QTRY_VERIFY(popup->isVisible());
        QVERIFY2(popup->accessibleName().contains(QStringLiteral("probability")),
            qPrintable(popup->accessibleName()));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Escape);
        QTRY_VERIFY(!popup->isVisible());
    }

    void probabilitiesShadeTheTokensUntilSwitchedOff()
    {
        ask(QStringLiteral("Why?"), 30);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        auto* text = card(Side::Right)->findChild<ForeignText*>();
        click(QStringLiteral("Probabilities"));
        QVERIFY(!text->extraSelections().isEmpty());
        click(QStringLiteral("Probabilities"));
        QVERIFY(text->extraSelections().isEmpty());
    }

    void batchAnswersEveryPromptAndSavesThem()
    {
        QFile file(m_project->text("prompts.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"prompt\": \"One\"}\n{\"messages\": [{\"role\": \"user\", \"content\": "
                   "\"Two\"}]}\n{\"n\": 3}\n");
        file.close();
        QTRY_VERIFY(picker(Side::Right)->currentIndex() > 0);
        named<QSpinBox>(*m_page, QStringLiteral("Max new tokens"))->setValue(8);
        click(QStringLiteral("Batch"));
        auto* batch = m_page->findChild<BatchView*>();
        batch->open(file.fileName());
        auto* table = m_page->findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const QAbstractItemModelTester tester(table->model());
        QVERIFY(shows(QStringLiteral("line 3")));
        click(QStringLiteral("Answer all"));
        QTRY_VERIFY_WITH_TIMEOUT(batch->run().answered() == 2 && !batch->run().isRunning(), kPatience);
        QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("Two"));
        QCOMPARE(table->model()->index(1, 3).data().toString(), QStringLiteral("8"));
        const std::filesystem::path out = m_project->path() / "answers.csv";
        writeBatchResults(out, BatchFormat::Csv, batch->run().results());
        QFile written(m_project->text("answers.csv"));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("\r\nTwo,"));
    }

    void jumpFromARunChoosesItsCheckpoint()
    {
        m_page->receive({ { "run", "persona" }, { "step", 4 } });
        QTRY_COMPARE(picker(Side::Right)->currentText(), QStringLiteral("Persona · step 4"));
        m_page->receive({ { "run", "gone" } });
        QTRY_VERIFY(shows(QStringLiteral("gone")));
    }

    void everyControlHasANameAndIsReachedByKeyboard()
    {
        ask(QStringLiteral("Why?"), 4);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kPatience);
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            if (!qobject_cast<const QAbstractButton*>(widget)
                && !qobject_cast<const QAbstractSpinBox*>(widget) && !qobject_cast<const QComboBox*>(widget))
                continue;
            if (!widget->isVisible() || widget->parentWidget()->inherits("QComboBox"))
                continue;
            const auto* pressed = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (pressed && !pressed->text().isEmpty()),
                widget->metaObject()->className());
            const bool byArrow = pressed && pressed->autoExclusive() && !pressed->isChecked();
            QVERIFY2(byArrow || (widget->focusPolicy() & Qt::TabFocus),
                qPrintable(widget->accessibleName() + (pressed ? pressed->text() : QString())));
        }
    }

private:
    QWidget* composer() const { return named<QPlainTextEdit>(*m_page, QStringLiteral("Prompt")); }
    QList<TurnView*> turns() const { return m_page->findChild<Transcript*>()->turns(); }
    bool hasTurn() const { return !turns().isEmpty() && card(Side::Left)->answer(); }
    AnswerCard* card(Side side) const { return turns().last()->card(side); }
    const ConversationAnswer& answer(Side side) const { return *card(side)->answer(); }
    bool isIdle() const
    {
        return !turns().isEmpty() && card(Side::Left)->answer() && card(Side::Right)->answer()
            && !card(Side::Left)->isAnswering() && !card(Side::Right)->isAnswering();
    }
    SourcePicker* picker(Side side) const
    {
        return named<SourcePicker>(
            *m_page, side == Side::Left ? QStringLiteral("Left") : QStringLiteral("Right"));
    }
    void click(const QString& text) const { QTest::mouseClick(button(*m_page, text), Qt::LeftButton); }
    bool shows(const QString& text) const
    {
        for (const QLabel* label : m_page->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    void ask(const QString& prompt, int tokens)
    {
        QTRY_VERIFY(picker(Side::Right)->currentText().startsWith(QStringLiteral("Persona")));
        named<QSpinBox>(*m_page, QStringLiteral("Max new tokens"))->setValue(tokens);
        const auto before = turns().size();
        composer()->setFocus();
        QTest::keyClicks(composer(), prompt);
        QTest::keyClick(composer(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(turns().size(), before + 1);
    }
    // The one conversation of the project once all its answers are kept.
    Conversation onDisk(std::size_t turns) const
    {
        Conversation kept;
        const auto isKept = [&] {
            const auto entries = listConversations(m_project->folder());
            if (entries.size() != 1)
                return false;
            kept = readConversation(m_project->folder(), entries.front().file);
            return kept.turns.size() == turns && kept.turns.back().answers[Side::Left]
                && kept.turns.back().answers[Side::Right];
        };
        if (!QTest::qWaitFor(isKept, kPatience))
            qFatal("the conversation was not kept");
        return kept;
    }
};

QTEST_MAIN(ComparePageTest)
#include "compare_page_test.moc"
