// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data/data_page_fixture.h"
#include "ui/data/import_panel.h"
#include "ui/data/render_form.h"
#include "ui/data/token_card.h"
#include "ui/data/totals_panel.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/token_view.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace temper;

class DataPageTest : public DataPageFixture {
    Q_OBJECT
private Q_SLOTS:
    void init() { beginPage(); }
    void cleanup() { endPage(); }

    void emptyProjectOffersTheImport()
    {
        Project::create(project());
        open();
        QTRY_VERIFY(shows(*m_page, QStringLiteral("No data yet")));
        QVERIFY(named<QPushButton>(*m_page, QStringLiteral("Import data…"))->isEnabled());
    }

    void chineseTableIsImportedWithColumnsNamedByHand()
    {
        Project::create(project());
        // "frage,reply" and three rows in GB18030: 天空为什么是蓝色的 / 因为散射 …
        const QByteArray sky
            = QByteArray::fromHex("ccecbfd5cec0cab2c3b4cac7c0b6c9abb5c4").replace("\xce\xc0", "\xce\xaa");
        const QByteArray reply = QByteArray::fromHex("d2f2ceaac9a2c9e4");
        QByteArray table("zz1,zz2\n");
        for (int i = 0; i < 3; ++i)
            table += sky + "," + reply + "\n";
        const auto file = base() / "fragen.csv";
        writeSampleFile(file, table.toStdString());
        open();
        QTRY_VERIFY(shows(*m_page, QStringLiteral("No data yet")));
        m_page->importFiles({ QString::fromStdString(file.string()) });
        auto* panel = m_page->findChild<ImportPanel*>();
        QTRY_VERIFY(named<QComboBox>(*panel, QStringLiteral("Prompt")));
        QPushButton* go = named<QPushButton>(*panel, QStringLiteral("Import"));
        QVERIFY(!go->isEnabled());
        choose(*named<QComboBox>(*panel, QStringLiteral("Encoding of the files")), QStringLiteral("GB18030"));
        QTRY_VERIFY(named<QComboBox>(*panel, QStringLiteral("Prompt")));
        choose(*named<QComboBox>(*panel, QStringLiteral("Prompt")), QStringLiteral("zz1"));
        QTRY_VERIFY(named<QComboBox>(*panel, QStringLiteral("Answer")));
        choose(*named<QComboBox>(*panel, QStringLiteral("Answer")), QStringLiteral("zz2"));
        QTRY_VERIFY(go->isEnabled());
        auto* first = named<RowTable>(*panel, QStringLiteral("First rows"));
        QCOMPARE(first->model()->rowCount(), 3);
        QCOMPARE(first->model()->index(0, 0).data().toString(), QStringLiteral("天空为什么是蓝色的"));
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_COMPARE(m_page->currentSet(), QStringLiteral("fragen"));
        QTRY_COMPARE(table_()->model()->rowCount(), 3);
        QTRY_COMPARE(cell(2, RowModel::AnswerColumn), QStringLiteral("因为散射"));
        QCOMPARE(Project::open(project()).datasets().size(), std::size_t { 1 });
    }

    void everyFileOfAnImportHasItsPreview()
    {
        Project::create(project());
        writeSampleFile(base() / "one.jsonl",
            R"({"prompt":"What is bread?","completion":"Flour."})"
            "\n");
        writeSampleFile(base() / "two.jsonl",
            R"({"prompt":"What is tea?","completion":"Leaves."})"
            "\n");
        open();
        m_page->importFiles({ toText(base() / "one.jsonl"), toText(base() / "two.jsonl") });
        auto* panel = m_page->findChild<ImportPanel*>();
        QTRY_VERIFY(named<RowTable>(*panel, QStringLiteral("First rows")));
        auto* first = named<RowTable>(*panel, QStringLiteral("First rows"));
        QTRY_COMPARE(first->model()->index(0, 0).data().toString(), QStringLiteral("What is bread?"));
        choose(*named<QComboBox>(*panel, QStringLiteral("File whose rows are shown")),
            QStringLiteral("two.jsonl"));
        QTRY_COMPARE(first->model()->index(0, 0).data().toString(), QStringLiteral("What is tea?"));
        QTRY_VERIFY(named<QPushButton>(*panel, QStringLiteral("Import"))->isEnabled());
        QTest::keyClick(named<QLineEdit>(*panel, QStringLiteral("Name of the set")), Qt::Key_Return);
        QTRY_COMPARE(m_page->currentSet(), QStringLiteral("one"));
        QTRY_COMPARE(table_()->model()->rowCount(), 2);
    }

    void takenNameIsRefusedInPlace()
    {
        openSample(20);
        m_page->importFiles({ QString::fromStdString((base() / "first.jsonl").string()) });
        auto* panel = m_page->findChild<ImportPanel*>();
        auto* name = named<QLineEdit>(*panel, QStringLiteral("Name of the set"));
        QTRY_VERIFY(name);
        QCOMPARE(name->text(), QStringLiteral("first 2"));
        QPushButton* go = named<QPushButton>(*panel, QStringLiteral("Import"));
        QTRY_VERIFY(go->isEnabled());
        name->setText(QStringLiteral("first"));
        QVERIFY(!go->isEnabled());
        QVERIFY(shows(*panel, QStringLiteral("exists already")));
    }

    void fileThatHoldsNoTextIsRefusedWithASentence()
    {
        Project::create(project());
        writeSampleFile(
            base() / "picture.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0\1\0\0\0\2\xff\xfe\0\0", 24));
        open();
        QTRY_VERIFY(shows(*m_page, QStringLiteral("No data yet")));
        m_page->importFiles({ QString::fromStdString((base() / "picture.csv").string()) });
        auto* panel = m_page->findChild<ImportPanel*>();
        QTRY_VERIFY(panel->findChild<Notice*>()->isVisible());
        QVERIFY(panel->findChild<Notice*>()->text().contains(QStringLiteral("picture.csv")));
        QVERIFY(!named<QPushButton>(*panel, QStringLiteral("Import"))->isEnabled());
    }

    void countsAgreeWithTheRowsListed()
    {
        openSample(40);
        click(table_(), 3);
        QTest::keyClick(table_(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table_(), Qt::Key_Delete);
        QTRY_COMPARE(table_()->model()->rowCount(), 38);
        auto* filters = named<QListView>(*m_page, QStringLiteral("Which rows are shown"));
        const auto* model = qobject_cast<const FilterModel*>(filters->model());
        QTRY_COMPARE(model->count(SetFilter::SetAside), std::uint64_t { 2 });
        for (int filter = 0; filter < kSetFilters; ++filter) {
            const auto count = model->count(static_cast<SetFilter>(filter));
            if (!count)
                continue;
            filters->setCurrentIndex(filters->model()->index(filter, 0));
            QTRY_COMPARE(static_cast<std::uint64_t>(table_()->model()->rowCount()), *count);
            QTRY_VERIFY(shows(*m_page, QStringLiteral("%1 rows").arg(*count)));
        }
    }

    void searchListsTheRowsThatHoldTheWords()
    {
        openSample(100);
        QTest::keyClick(table_(), Qt::Key_F, Qt::ControlModifier);
        auto* field = named<QLineEdit>(*m_page, QStringLiteral("Search"));
        QTRY_VERIFY(field->hasFocus() || QApplication::focusWidget() == field);
        QTest::keyClicks(field, QStringLiteral("sunset"));
        QTRY_COMPARE(table_()->model()->rowCount(), 10);
        QTRY_COMPARE(cell(0, RowModel::NumberColumn), QStringLiteral("7"));
        auto* chip = named<FilterChip>(*m_page, QStringLiteral("Take off the filter holds “sunset”"));
        QVERIFY(chip);
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(table_()->model()->rowCount(), 100);
        QVERIFY(field->text().isEmpty());
    }

    void listWithoutARowSaysWhy()
    {
        openSample(10);
        m_page->view().setFilter(SetFilter::SetAside);
        QTRY_COMPARE(table_()->accessibleDescription(), QStringLiteral("No row is set aside."));
        m_page->view().setFilter(SetFilter::InUse);
        auto* field = named<QLineEdit>(*m_page, QStringLiteral("Search"));
        QTest::keyClicks(field, QStringLiteral("nowhere"));
        QTRY_COMPARE(table_()->accessibleDescription(), QStringLiteral("No row here holds these words."));
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Backspace);
        QTRY_COMPARE(table_()->model()->rowCount(), 10);
        QTRY_COMPARE(table_()->accessibleDescription(), QString());
    }

    void chosenModelShowsTokensAndTotals()
    {
        Project::create(project());
        makeSampleModel(project());
        openSample(25);
        QTRY_VERIFY(!m_page->view().totals().form().modelName().isEmpty());
        auto* tokens = m_page->findChild<TokenView*>();
        QTRY_VERIFY(!tokens->sequence().tokens.isEmpty());
        QCOMPARE(tokens->sequence().tokens.first().text, QStringLiteral("<|im_start|>"));
        QVERIFY(!tokens->sequence().tokens.first().supervised);
        QVERIFY(tokens->sequence().supervisedTokens() > 0);
        QTRY_VERIFY(m_page->view().counted());
        const auto totals = m_page->view().counted();
        QCOMPARE(totals->rows, std::uint64_t { 25 });
        std::int64_t binned = 0;
        for (const HistogramBin& bin : totals->bins)
            binned += bin.count;
        QCOMPARE(binned, std::int64_t { 25 });
        QTRY_COMPARE(cell(0, RowModel::TokensColumn), QString::number(totals->lengths->at(0)));
        QCOMPARE(static_cast<std::size_t>(tokens->sequence().tokens.size()),
            std::size_t { totals->lengths->at(0) });
    }

    void modelThatCameMeanwhileCountsTheRowsWhenThePageIsShownAgain()
    {
        Project::create(project());
        openSample(25);
        QVERIFY(m_page->view().totals().form().modelName().isEmpty());
        m_page->hide();
        makeSampleModel(project());
        m_page->show();
        QTRY_VERIFY(!m_page->view().totals().form().modelName().isEmpty());
        QTRY_VERIFY(m_page->view().counted());
    }

    void rowsAreShownAsTheNextRunReadsThem()
    {
        Project::create(project());
        makeSampleModel(project());
        Workbench workbench;
        m_page->setWorkbench(workbench);
        openSample(25);
        const RenderForm& form = m_page->view().totals().form();
        QTRY_VERIFY(m_page->view().counted());
        const auto model = form.settings().model;
        auto* cutoff = named<QSpinBox>(*m_page, QStringLiteral("Cutoff length in tokens"));
        Recipe next;
        next.cutoffLen = 12;
        next.trainOnPrompt = true;
        workbench.noteNextRun(next);
        QCOMPARE(cutoff->value(), 12);
        QCOMPARE(form.settings().lossOn, LossOn::Everything);
        QCOMPARE(form.settings().model, model); // a recipe without one says nothing of it
        cutoff->setValue(100);
        workbench.noteNextRun(next);
        QCOMPARE(form.settings().cutoffLength, std::size_t { 100 }); // by hand, and the recipe is as before
        next.maskHistory = true;
        next.trainOnPrompt = false;
        workbench.noteNextRun(next);
        QCOMPARE(form.settings().cutoffLength, std::size_t { 12 });
        QCOMPARE(form.settings().lossOn, LossOn::LastAnswer);
        m_page->closeProject();
        QCOMPARE(form.settings(), RenderSettings());
    }

    void cutoffShowsWhichRowsAreCut()
    {
        Project::create(project());
        makeSampleModel(project());
        openSample(25);
        QTRY_VERIFY(m_page->view().counted());
        auto* cutoff = named<QSpinBox>(*m_page, QStringLiteral("Cutoff length in tokens"));
        cutoff->setValue(8);
        QTRY_VERIFY(m_page->view().counted() && m_page->view().counted()->cut == 25);
        m_page->view().setFilter(SetFilter::Cut);
        QTRY_COMPARE(table_()->model()->rowCount(), 25);
        QTRY_VERIFY(detail().tokens().note().contains(QStringLiteral("cut at 8")));
    }

    void splitMakesTwoSetsOfAllRows()
    {
        openSample(50);
        menuAction(QStringLiteral("Split…"))->trigger();
        QTRY_VERIFY(shows(*m_page, QStringLiteral("45 rows train, 5 rows validate")));
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Split")), Qt::LeftButton);
        QTRY_COMPARE(m_page->currentSet(), QStringLiteral("first train"));
        QTRY_COMPARE(table_()->model()->rowCount(), 45);
        QCOMPARE(Project::open(project()).dataset("first validation")->rows, std::uint64_t { 5 });
    }

    void renamedSetKeepsItsRowsAndDeletedOneComesBack()
    {
        openSample(10);
        menuAction(QStringLiteral("Rename…"))->trigger();
        auto* name = named<QLineEdit>(*m_page, QStringLiteral("New name of the set"));
        QTRY_VERIFY(name);
        QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(name, QStringLiteral("second"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(m_page->currentSet(), QStringLiteral("second"));
        QTRY_COMPARE(table_()->model()->rowCount(), 10);
        menuAction(QStringLiteral("Delete set"))->trigger();
        QTRY_VERIFY(shows(*m_page, QStringLiteral("No data yet")));
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Bring back")), Qt::LeftButton);
        QTRY_COMPARE(m_page->currentSet(), QStringLiteral("second"));
        QTRY_COMPARE(table_()->model()->rowCount(), 10);
    }
};

QTEST_MAIN(DataPageTest)
#include "data_page_test.moc"
