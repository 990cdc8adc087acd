// SPDX-License-Identifier: Apache-2.0
// Rows edited, added, set aside and brought back, one step at a time, undone and done again, also after
// reopening.
#include "core/common/data/dataset.h"
#include "core/common/data/dataset_editor.h"
#include "core/common/data/import.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <stop_token>
#include <thread>

using namespace temper;

class DatasetEditorTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_stores = 0;

    // A store with rows "question N" / "answer N".
    std::filesystem::path store(int rows)
    {
        const std::filesystem::path folder = m_folder.path().toStdString();
        std::ofstream file(folder / "rows.jsonl");
        for (int i = 0; i < rows; ++i)
            file << "{\"instruction\":\"question " << i << "\",\"output\":\"answer " << i << "\",\"id\":" << i
                 << "}\n";
        file.close();
        const auto path = folder / ("set" + std::to_string(m_stores++) + ".sqlite");
        importFiles({ folder / "rows.jsonl" }, path, {});
        return path;
    }

    static DataRow chat(const std::string& question, const std::string& answer)
    {
        DataRow row;
        row.messages = { { "user", question, nullptr }, { "assistant", answer, nullptr } };
        return row;
    }

    // "question/answer" of the rows in use, '*' after the changed ones, '-' before those set aside.
    static std::string picture(const std::filesystem::path& path)
    {
        const Dataset dataset(path);
        std::string text;
        for (const DatasetRow& row : dataset.rows(dataset.select({ RowsShown::All, {} }), 0, 100))
            text += std::string(row.isSetAside ? "-" : "") + row.row.messages[0].content + "/"
                + row.row.messages[1].content + (row.isChanged ? "* " : " ");
        return text;
    }

    static std::string sentenceOf(const std::function<void()>& work)
    {
        try {
            work();
        } catch (const Error& error) {
            return error.sentence();
        }
        return "done";
    }

private slots:
    void everyKindOfStepIsUndoneAndDoneAgainAfterReopening()
    {
        const auto path = store(3);
        const std::string before = picture(path);
        QCOMPARE(before, std::string("question 0/answer 0 question 1/answer 1 question 2/answer 2 "));
        {
            DatasetEditor editor(path, "anna");
            editor.edit(1, chat("q1", "a1"));
            QCOMPARE(editor.add(chat("new", "row")), 3u);
            const std::uint64_t several[] = { 0, 2, 3 };
            QCOMPARE(editor.setAside(several), 3u);
            QCOMPARE(editor.bringBack(std::span(several, 1)), 1u);
        }
        const std::string after = picture(path);
        QCOMPARE(after, std::string("question 0/answer 0 q1/a1* -question 2/answer 2 -new/row* "));
        QCOMPARE(Dataset(path).revision(), 4u);
        DatasetEditor editor(path);
        QCOMPARE(editor.nextUndo()->author, std::string("anna"));
        QVERIFY(!editor.redo());
        QCOMPARE(editor.history(10).size(), 4u);
        for (const EditKind kind : { EditKind::BringBack, EditKind::SetAside, EditKind::Add, EditKind::Edit })
            QVERIFY(editor.undo()->kind == kind);
        QVERIFY(!editor.undo());
        QCOMPARE(picture(path), before);
        DatasetEditor later(path);
        QVERIFY(later.nextRedo()->kind == EditKind::Edit);
        while (later.redo()) { }
        QCOMPARE(picture(path), after);
        QCOMPARE(Dataset(path).revision(), 12u);
    }

    void aNewStepDropsWhatWasUndoneAndAnEmptyOneDoesNot()
    {
        const auto path = store(2);
        DatasetEditor editor(path);
        editor.edit(0, chat("a", "b"));
        editor.undo();
        const std::uint64_t first[] = { 0 };
        QCOMPARE(editor.bringBack(first), 0u);
        QVERIFY(editor.nextRedo());
        editor.edit(0, Dataset(path).row(0)); // as it is
        QVERIFY(editor.nextRedo());
        editor.setAside(first);
        QVERIFY(!editor.nextRedo());
        QCOMPARE(editor.history(10).size(), 1u);
    }

    void anEditKeepsExtraColumnsAndChangesTheHash()
    {
        const auto path = store(2);
        const Dataset dataset(path);
        DataRow row = dataset.row(1);
        const ContentHash before = dataset.hashes(1, 1).at(0);
        row.messages[1].content = "短 \"answer\"\nwith a second line";
        DatasetEditor editor(path);
        editor.edit(1, row);
        QCOMPARE(dataset.row(1).messages[1].content, row.messages[1].content);
        QCOMPARE(dataset.row(1).extra["id"].get<int>(), 1);
        QCOMPARE(dataset.row(1).source.line, 2u);
        QVERIFY(dataset.hashes(1, 1).at(0) != before);
        QCOMPARE(dataset.hashes(1, 1).at(0), contentHash(contentJson(row)));
        editor.undo();
        QCOMPARE(dataset.hashes(1, 1).at(0), before);
    }

    void rowsThatNoImportWouldTakeAreRefused()
    {
        const auto path = store(2);
        DatasetEditor editor(path);
        QCOMPARE(sentenceOf([&] { editor.edit(0, chat("a", "")); }),
            std::string("the row cannot be used: messages holds no answer of the assistant."));
        DataRow text;
        text.kind = RowKind::Text;
        QCOMPARE(
            sentenceOf([&] { editor.add(text); }), std::string("the row cannot be used: text is empty."));
        QCOMPARE(sentenceOf([&] { editor.edit(2, chat("a", "b")); }),
            std::string("has 2 rows, number 2 was asked for."));
        const std::uint64_t numbers[] = { 0, 7 };
        QCOMPARE(sentenceOf([&] { editor.setAside(numbers); }),
            std::string("has 2 rows, number 7 was asked for."));
        QCOMPARE(Dataset(path).counts().setAside, 0u);
        QVERIFY(!editor.nextUndo());
    }

    void rowsSetAsideTakeNoPart()
    {
        const auto path = store(5);
        const std::uint64_t numbers[] = { 0, 3 };
        DatasetEditor(path).setAside(numbers);
        std::vector<std::uint64_t> seen;
        const Dataset dataset(path);
        dataset.forEach([&](std::uint64_t number, DataRow&&) { seen.push_back(number); });
        QCOMPARE(seen, (std::vector<std::uint64_t> { 1, 2, 4 }));
        QCOMPARE(dataset.counts().inUse(), 3u);
        QCOMPARE(dataset.search("answer").rows, seen);
        QCOMPARE(readRows(path, {}, [](DataRow&&) {}).rows, 3u);
    }

    void searchFollowsEditsWithAndWithoutTheIndex()
    {
        for (const bool indexed : { false, true }) {
            const auto path = store(50);
            if (indexed)
                Dataset(path, StoreAccess::ReadWrite).buildIndex();
            const Dataset dataset(path);
            DatasetEditor editor(path);
            editor.edit(7, chat("changed", "zebra"));
            editor.add(chat("one more", "zebra"));
            QCOMPARE(dataset.search("zebra").rows, (std::vector<std::uint64_t> { 7, 50 }));
            QCOMPARE(dataset.search("question 7").total, 0u);
            QCOMPARE(dataset.isIndexed(), indexed);
            editor.undo();
            editor.undo();
            QCOMPARE(dataset.search("zebra").total, 0u);
            QCOMPARE(dataset.search("question 7").rows, (std::vector<std::uint64_t> { 7 }));
            Dataset(path, StoreAccess::ReadWrite).buildIndex();
            QVERIFY(dataset.search("question 7").fromIndex);
            QCOMPARE(dataset.search("question").total, 50u);
        }
    }

    void editingWhileTheIndexIsBuiltLeavesItExact()
    {
        const auto path = store(12000);
        std::jthread builder([&] { Dataset(path, StoreAccess::ReadWrite).buildIndex(); });
        DatasetEditor editor(path);
        for (std::uint64_t number = 0; number < 12000; number += 400)
            editor.edit(number, chat("edited", "quagga"));
        editor.add(chat("added", "quagga"));
        builder.join();
        Dataset(path, StoreAccess::ReadWrite).buildIndex();
        const SearchResult found = Dataset(path).search("quagga");
        QVERIFY(found.fromIndex);
        QCOMPARE(found.total, 31u);
        QCOMPARE(Dataset(path).search("question 400").total, 0u);
        QCOMPARE(Dataset(path).search("question 401").total, 1u);
    }

    void pagesAreDrawnByPositionOfAFilter()
    {
        const auto path = store(100);
        DatasetEditor editor(path);
        std::vector<std::uint64_t> even;
        for (std::uint64_t number = 0; number < 100; number += 2)
            even.push_back(number);
        editor.setAside(even);
        editor.edit(51, chat("changed 51", "x"));
        const Dataset dataset(path);
        const RowSelection inUse = dataset.select({});
        QCOMPARE(inUse.size(), 50u);
        QCOMPARE(inUse.number(10), 21u);
        QCOMPARE(inUse.positionOf(21), std::optional<std::uint64_t>(10));
        QVERIFY(!inUse.positionOf(22));
        const auto page = dataset.rows(inUse, 48, 10);
        QCOMPARE(page.size(), 2u);
        QCOMPARE(page[1].number, 99u);
        QCOMPARE(page[1].row.messages[0].content, std::string("question 99"));
        QCOMPARE(dataset.select({ RowsShown::SetAside, {} }).number(49), 98u);
        QCOMPARE(dataset.select({ RowsShown::Changed, {} }).number(0), 51u);
        QCOMPARE(dataset.select({ RowsShown::All, "question 1*" }).size(), 11u);
        QCOMPARE(dataset.select({ RowsShown::InUse, "question 1*" }).size(), 6u);
        QCOMPARE(dataset.select({ RowsShown::SetAside, "question 1*" }).size(), 5u);
        const auto summaries = dataset.summaries(inUse, 25, 1, 7);
        QCOMPARE(summaries.at(0).prompt, std::string("changed"));
        QVERIFY(summaries.at(0).isChanged && !summaries.at(0).isSetAside);
        QCOMPARE(summaries.at(0).turns, 2u);
    }

    void aLongRowIsSummarisedFromItsBeginning()
    {
        const auto path = store(1);
        DatasetEditor editor(path);
        std::string question = "字\\\"\n";
        for (int i = 0; i < 16; ++i)
            question += question;
        editor.add(chat(question, "a"));
        const Dataset dataset(path);
        const RowSummary summary = dataset.summaries(dataset.select({}), 1, 1, 7).at(0);
        QCOMPARE(summary.prompt, std::string("字\\\"\n字\\\""));
        QVERIFY(summary.bytes > question.size());
    }
};

QTEST_GUILESS_MAIN(DatasetEditorTest)
#include "dataset_editor_test.moc"
