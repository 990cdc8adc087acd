// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/project/run_bin.h"
#include "core/common/project/verdict.h"
#include "tests/ui/sample_project.h"
#include "ui/runs/run_list_model.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/notice.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <fstream>
#include <memory>

using namespace temper;

namespace {

bool shows(const QWidget& page, const QString& text)
{
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

template <typename Button> Button* button(const QWidget& page, const QString& name)
{
    for (Button* found : page.findChildren<Button*>()) {
        if (found->isVisible() && (found->text() == name || found->accessibleName() == name))
            return found;
    }
    return nullptr;
}

HeldOutLosses losses(double mean, double general)
{
    HeldOutLosses made;
    for (std::uint64_t row = 0; row < 40; ++row)
        made.rows.push_back({ (mean + 0.01 * static_cast<double>(row % 5)) * 20, 20 });
    made.general = SummedLoss { std::log(general) * 100, 100 };
    return made;
}

} // namespace

// What a person does with runs that lie still.
class RunsPageNotesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project.emplace(
            makeSampleProject(std::filesystem::path(m_folder->path().toStdString()) / "project"));
        m_page = std::make_unique<RunsPage>(*m_theme);
        m_page->resize(1300, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_project.reset();
        m_folder.reset();
    }

    void renamedRunKeepsItsNewName()
    {
        open();
        QTest::keyClick(list(), Qt::Key_F2);
        auto* editor = list()->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("My best run"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(shows(*m_page, QStringLiteral("My best run · LoRA r16")));
        QCOMPARE(readRunNotes(m_project->run("Concise-answers")).name, std::string("My best run"));
    }

    void noteAndStarAreKept()
    {
        open();
        auto* note = lineEdit(QStringLiteral("Note"));
        QTest::mouseClick(note, Qt::LeftButton);
        QTest::keyClicks(note, QStringLiteral("longer answers, same data"));
        QTest::keyClick(note, Qt::Key_Return);
        QTest::mouseClick(button<QToolButton>(*m_page, QStringLiteral("Star")), Qt::LeftButton);
        const RunNotes wanted { "", "longer answers, same data", true };
        QTRY_VERIFY(readRunNotes(m_project->run("Concise-answers")) == wanted);
        QTest::mouseClick(
            button<QToolButton>(*m_page, QStringLiteral("Only runs with a star")), Qt::LeftButton);
        QTRY_COMPARE(model()->shownRuns(), 1);
    }

    void deletedRunComesBackFromTheBin()
    {
        open();
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(model()->shownRuns(), 3);
        QTest::mouseClick(button<QPushButton>(*m_page, QStringLiteral("Bin")), Qt::LeftButton);
        QTRY_VERIFY(shows(*m_page, QStringLiteral("1 deleted run")));
        QTest::mouseClick(button<QPushButton>(*m_page, QStringLiteral("Restore")), Qt::LeftButton);
        QTRY_COMPARE(model()->shownRuns(), 4);
        QTRY_VERIFY(
            shows(*m_page, QStringLiteral("The bin is empty")) || shows(*m_page, QStringLiteral("Concise")));
        QVERIFY(binnedRuns(m_project->folder()).empty());
    }

    void binIsEmptiedAfterAsking()
    {
        moveToBin(m_project->folder(), "Persona");
        open();
        QTest::mouseClick(button<QPushButton>(*m_page, QStringLiteral("Bin")), Qt::LeftButton);
        QTRY_VERIFY(shows(*m_page, QStringLiteral("1 deleted run")));
        QTest::mouseClick(button<QPushButton>(*m_page, QStringLiteral("Empty the bin")), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<QMessageBox*>());
        QCOMPARE(binnedRuns(m_project->folder()).size(), std::size_t { 1 });
        auto* box = m_page->findChild<QMessageBox*>();
        QTest::mouseClick(button<QPushButton>(*box, QStringLiteral("Remove for good")), Qt::LeftButton);
        QTRY_VERIFY(binnedRuns(m_project->folder()).empty());
        QTRY_VERIFY(shows(*m_page, QStringLiteral("The bin is empty")));
    }

    void severalRunsLieOverOneAnotherWithTheirDifferences()
    {
        Recipe other;
        other.modelNameOrPath = "model";
        other.dataset = { "identity" };
        other.runName = "Other";
        other.loraRank = 8;
        const RunFolder run = m_project->createRun(other);
        EventWriter writer(run.eventsFile());
        writeSampleEvents(writer, { .name = "Other", .steps = 30 });
        open();
        QTRY_COMPARE(model()->shownRuns(), 5);
        for (const char* id : { "Other", "Persona" })
            QTest::mouseClick(list()->viewport(), Qt::LeftButton,
                id == std::string("Other") ? Qt::NoModifier : Qt::ControlModifier,
                list()->visualRect(model()->indexOf(QString::fromLatin1(id))).center());
        QTRY_VERIFY(shows(*m_page, QStringLiteral("2 runs over one another")));
        const Chart* loss = m_page->findChildren<Chart*>().first();
        QTRY_COMPARE(loss->series().size(), 2);
        QTRY_COMPARE(loss->series()[0].x.size() + loss->series()[1].x.size(), 90);
        QStringList names { loss->series()[0].name, loss->series()[1].name };
        names.sort();
        QCOMPARE(names, (QStringList { QStringLiteral("Other"), QStringLiteral("Persona") }));
        QTableWidget* table = visibleTable();
        QTRY_VERIFY(table && table->rowCount() == 1);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("lora_rank"));
        QStringList ranks { table->item(0, 1)->text(), table->item(0, 2)->text() };
        ranks.sort();
        QCOMPARE(ranks, (QStringList { QStringLiteral("16"), QStringLiteral("8") }));
    }

    void finishedRunOpensOnItsVerdict()
    {
        const RunFolder run = m_project->run("Persona");
        writeHeldOutLosses(run, JudgedModel::Base, losses(2.5, 20));
        writeHeldOutLosses(run, JudgedModel::Tuned, losses(1.5, 26));
        open();
        m_page->select(QStringLiteral("Persona"));
        QTRY_VERIFY(shows(*m_page, QStringLiteral("Better on held-out rows")));
        QVERIFY(shows(*m_page, QStringLiteral("on 40 rows")));
        QVERIFY(shows(*m_page, QStringLiteral("+30.0 %: forgets some of what it knew")));
        m_page->select(QStringLiteral("Concise-answers"));
        QTRY_VERIFY(!shows(*m_page, QStringLiteral("Better on held-out rows")));
    }

    void queueIsReorderedFromTheMenu()
    {
        const FileLock noEngine = *FileLock::tryLock(m_project->queueLockFile());
        m_project->enqueue("Persona-long");
        m_project->enqueue("Concise-answers");
        open();
        m_page->select(QStringLiteral("Concise-answers"));
        QTRY_VERIFY(shows(*m_page, QStringLiteral("Queued · place 2")));
        chooseFromMenu(QStringLiteral("Move up in the queue"));
        QTRY_VERIFY(shows(*m_page, QStringLiteral("Queued · next")));
        QCOMPARE(m_project->queue().front().runId, std::string("Concise-answers"));
        chooseFromMenu(QStringLiteral("Take out of the queue"));
        QTRY_COMPARE(m_project->queue().size(), std::size_t { 1 });
    }

    void damagedRunFoldersAreShownWithASentence()
    {
        const std::filesystem::path runs = m_project->runsFolder();
        std::filesystem::remove(runs / "Persona" / "recipe.yaml");
        std::ofstream(runs / "Persona" / "events.jsonl", std::ios::app) << "{\"t\":1,\"event\":\"st\n{]\n";
        open();
        m_page->select(QStringLiteral("Persona"));
        QTRY_VERIFY(shows(*m_page, QStringLiteral("recipe.yaml is missing")));
        QVERIFY(shows(*m_page, QStringLiteral("2 lines of events.jsonl are damaged")));
        QCOMPARE(m_page->findChildren<Chart*>().first()->series().first().x.size(), 60);
    }

    void noteInAReadOnlyFolderIsRefusedInPlace()
    {
        const std::filesystem::path run = m_project->run("Concise-answers").folder();
        std::filesystem::create_directory(run / "notes.json"); // cannot be replaced, whoever runs the test
        open();
        QTest::mouseClick(button<QToolButton>(*m_page, QStringLiteral("Star")), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<Notice*>()->isVisible());
        QVERIFY(m_page->findChild<Notice*>()->text().contains(QStringLiteral("notes.json")));
    }

private:
    void open()
    {
        m_page->setProject({ m_project->folder(), QStringLiteral("project") });
        QTRY_VERIFY(model()->shownRuns() >= 3);
        QTRY_VERIFY(lineEdit(QStringLiteral("Note")) != nullptr);
    }

    void chooseFromMenu(const QString& text)
    {
        QTest::mouseClick(button<QToolButton>(*m_page, QStringLiteral("More for this run")), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<QMenu*>());
        QMenu* menu = m_page->findChild<QMenu*>();
        for (QAction* action : menu->actions()) {
            if (action->text() == text)
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
        QTRY_VERIFY(!m_page->findChild<QMenu*>());
    }

    QLineEdit* lineEdit(const QString& name) const
    {
        for (QLineEdit* found : m_page->findChildren<QLineEdit*>()) {
            if (found->isVisible() && found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }

    QTableWidget* visibleTable() const
    {
        for (QTableWidget* table : m_page->findChildren<QTableWidget*>()) {
            if (table->accessibleName() == QStringLiteral("Keys in which the recipes differ"))
                return table;
        }
        return nullptr;
    }

    RunListModel* model() const { return m_page->findChild<RunListModel*>(); }
    QListView* list() const { return m_page->findChildren<QListView*>().first(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Project> m_project;
    std::unique_ptr<RunsPage> m_page;
};

QTEST_MAIN(RunsPageNotesTest)
#include "runs_page_notes_test.moc"
