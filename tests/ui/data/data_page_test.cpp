// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data/sample_data.h"
#include "ui/data/data_page.h"
#include "ui/data/import_panel.h"
#include "ui/data/render_form.h"
#include "ui/data/row_detail.h"
#include "ui/data/row_model.h"
#include "ui/data/set_header.h"
#include "ui/data/set_view.h"
#include "ui/data/token_card.h"
#include "ui/data/totals_panel.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/token_view.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace temper;

namespace {

template <class Kind> Kind* named(const QWidget& page, const QString& name)
{
    for (Kind* found : page.findChildren<Kind*>()) {
        if (found->isVisible()
            && (found->accessibleName() == name || found->property("text").toString() == name))
            return found;
    }
    return nullptr;
}

bool shows(const QWidget& page, const QString& text)
{
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisible() && (label->text().contains(text) || label->accessibleName().contains(text)))
            return true;
    }
    return false;
}

void choose(QComboBox& combo, const QString& text)
{
    combo.setFocus();
    const int wanted = combo.findText(text);
    QVERIFY2(wanted >= 0, qPrintable(text));
    combo.setCurrentIndex(wanted);
    Q_EMIT combo.activated(wanted);
}

} // namespace

class DataPageTest : public QObject {
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
        makePage();
    }

    void cleanup()
    {
        m_page.reset();
        m_folder.reset();
    }

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

    void editIsKeptUndoneAndThereAfterReopening()
    {
        openSample(30);
        click(table_(), 4);
        QTRY_VERIFY(detail().number() == 4u);
        QTest::keyClick(table_(), Qt::Key_Return);
        auto* answer = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 2"));
        QTRY_VERIFY(answer && answer->toPlainText() == QStringLiteral("Answer 5"));
        answer->setFocus();
        QTest::keyClick(answer, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(answer, QStringLiteral("Quite another"));
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Save row")), Qt::LeftButton);
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("Quite another"));
        makePage();
        open();
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("Quite another"));
        QTRY_VERIFY(button(QStringLiteral("Undo editing row 5")));
        QTest::keyClick(table_(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("Answer 5"));
        QTRY_VERIFY(button(QStringLiteral("Redo editing row 5"))->isEnabled());
        QTest::keyClick(table_(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("Quite another"));
    }

    void savingByKeyLeavesTheCursorInTheField()
    {
        openSample(30);
        click(table_(), 4);
        QTRY_VERIFY(detail().number() == 4u);
        QTest::keyClick(table_(), Qt::Key_Return);
        QPlainTextEdit* answer = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 2"));
        answer->setFocus();
        QTest::keyClicks(answer, QStringLiteral("So: "));
        QTest::keyClick(answer, Qt::Key_S, Qt::ControlModifier);
        QTest::keyClicks(answer, QStringLiteral("well, ")); // while it is being saved
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("So: Answer 5"));
        QCOMPARE(answer->toPlainText(), QStringLiteral("So: well, Answer 5"));
        QVERIFY(detail().editor().hasChanges());
        QTest::keyClick(answer, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("So: well, Answer 5"));
        const auto field = [this] { return qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()); };
        QTRY_VERIFY(field() && field()->accessibleName() == QStringLiteral("Text of turn 2"));
        QTest::keyClicks(field(), QStringLiteral("again "));
        QCOMPARE(field()->toPlainText(), QStringLiteral("So: well, again Answer 5"));
    }

    void choosingAnotherRowKeepsWhatWasTyped()
    {
        openSample(30);
        click(table_(), 0);
        QTRY_VERIFY(detail().number() == 0u);
        detail().showEditor();
        auto* prompt = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 1"));
        QTRY_VERIFY(prompt);
        prompt->setFocus();
        QTest::keyClicks(prompt, QStringLiteral("X"));
        click(table_(), 2);
        QTRY_VERIFY(detail().number() == 2u);
        QTRY_COMPARE(cell(0, RowModel::PromptColumn), QStringLiteral("XQuestion 1 about bread"));
    }

    void rowThatAnImportWouldNotTakeStaysInTheFields()
    {
        openSample(30);
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Add row")), Qt::LeftButton);
        auto* prompt = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 1"));
        QTRY_VERIFY(prompt);
        QTest::keyClicks(prompt, QStringLiteral("A question alone"));
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Save row")), Qt::LeftButton);
        QTRY_VERIFY(notice()->isVisible());
        QCOMPARE(prompt->toPlainText(), QStringLiteral("A question alone"));
        auto* answer = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 2"));
        QTest::keyClicks(answer, QStringLiteral("And its answer"));
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Save row")), Qt::LeftButton);
        QTRY_COMPARE(table_()->model()->rowCount(), 31);
        QTRY_VERIFY(detail().number() == 30u);
        QTRY_COMPARE(cell(30, RowModel::AnswerColumn), QStringLiteral("And its answer"));
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

private:
    void makePage()
    {
        m_page = std::make_unique<DataPage>(*m_theme);
        m_page->resize(1300, 850);
        m_page->show();
        m_page->activateWindow(); // shortcuts belong to the active window
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    std::filesystem::path base() const { return m_folder->path().toStdString(); }
    std::filesystem::path project() const { return base() / "project"; }
    void open() { m_page->setProject({ project(), QStringLiteral("project") }); }
    void openSample(int rows)
    {
        makeSampleSet(project(), rows);
        open();
        QTRY_COMPARE(table_()->model()->rowCount(), rows);
        QTRY_VERIFY(!cell(0, RowModel::PromptColumn).isEmpty());
    }
    RowDetail& detail() const { return m_page->view().detail(); }
    Notice* notice() const { return m_page->view().findChild<Notice*>(); }
    QToolButton* button(const QString& name) const { return named<QToolButton>(*m_page, name); }
    RowTable* table_() const
    {
        RowTable* rows = nullptr;
        for (RowTable* table : m_page->view().findChildren<RowTable*>()) {
            if (table->isVisible())
                rows = table;
        }
        return rows ? rows : m_page->view().findChildren<RowTable*>().first();
    }
    QString cell(int row, int column) const
    {
        const RowModel& model = m_page->view().rows();
        return model.index(row, column).data().toString();
    }
    QAction* menuAction(const QString& text) const
    {
        for (QAction* action : m_page->findChild<SetHeader*>()->findChildren<QAction*>()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    static void click(RowTable* table, int row)
    {
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, 1)).center());
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DataPage> m_page;
};

QTEST_MAIN(DataPageTest)
#include "data_page_test.moc"
