// SPDX-License-Identifier: Apache-2.0
// Which rows a run trains on: split over a mix, sets of dataset_info.json, rows set aside, and the frozen
// copy.
#include "core/common/data/dataset_editor.h"
#include "core/common/data/import.h"
#include "core/engine/train/revision.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

class RevisionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    std::string rows(const std::string& word, int count) const
    {
        std::ofstream out(path(word + ".jsonl"));
        for (int i = 0; i < count; ++i)
            out << "{\"prompt\":\"" << word << "\",\"completion\":\"" << i << "\"}\n";
        return path(word + ".jsonl").string();
    }

    static std::size_t count(const Revision& revision, RowSplit split, std::uint32_t set)
    {
        std::size_t count = 0;
        for (const FrozenRow& row : revision.frozen.rows)
            count += row.split == split && row.set == set ? 1u : 0u;
        return count;
    }

    static Revision choose(const Recipe& recipe) { return chooseRows(recipe, {}, {}, {}); }

    static std::string refusal(const Recipe& recipe)
    {
        try {
            choose(recipe);
        } catch (const Error& error) {
            return error.sentence() + " " + error.remedy();
        }
        return "accepted";
    }

private slots:
    void aNumberOfEvaluationRowsIsDrawnFromAllSets()
    {
        Recipe recipe;
        recipe.dataset = { rows("a", 300), rows("b", 100) };
        recipe.valSize = 40;
        const Revision revision = choose(recipe);
        const std::size_t ofA = count(revision, RowSplit::Evaluation, 0);
        const std::size_t ofB = count(revision, RowSplit::Evaluation, 1);
        QCOMPARE(ofA + ofB, 40u);
        QVERIFY(ofA > 20 && ofB > 2);
        QCOMPARE(revision.rows.size(), 400u);
        QCOMPARE(frozenDataHash(choose(recipe).frozen), frozenDataHash(revision.frozen));
        recipe.seed = 1;
        QVERIFY(frozenDataHash(choose(recipe).frozen) != frozenDataHash(revision.frozen));
        recipe.valSize = 400;
        QCOMPARE(refusal(recipe),
            std::string(
                "asks for 400 validation rows of 400, which leaves nothing to train on. Lower val_size, "
                "or add rows."));
    }

    void aShareIsTakenOfEverySet()
    {
        Recipe recipe;
        recipe.dataset = { rows("a", 300), rows("b", 100) };
        recipe.valSize = 0.1;
        const Revision revision = choose(recipe);
        QCOMPARE(count(revision, RowSplit::Evaluation, 0), 30u);
        QCOMPARE(count(revision, RowSplit::Evaluation, 1), 10u);
        QCOMPARE(count(revision, RowSplit::Train, 0), 270u);
    }

    void rowsSetAsideAreLeftOutAndTheOthersKeepTheirNumbers()
    {
        importFiles({ rows("s", 10) }, path("s.sqlite"), {});
        const std::uint64_t aside[] = { 0, 4 };
        DatasetEditor(path("s.sqlite")).setAside(aside);
        Recipe recipe;
        recipe.dataset = { path("s.sqlite").string() };
        const Revision revision = choose(recipe);
        QCOMPARE(revision.rows.size(), 8u);
        QCOMPARE(revision.frozen.rows[0].row, 1u);
        QCOMPARE(revision.frozen.rows[3].row, 5u);
        QCOMPARE(revision.rows[3].completion, std::string("5"));
    }

    void theFrozenCopyIsReadBackAndChecked()
    {
        Recipe recipe;
        recipe.dataset = { rows("f", 20) };
        recipe.valSize = 5;
        const Revision revision = choose(recipe);
        const RunFolder run(path("run"));
        std::filesystem::create_directories(run.dataFolder());
        writeRevision(run, revision);
        const Revision again = readRevision(run);
        QCOMPARE(frozenDataHash(again.frozen), frozenDataHash(revision.frozen));
        for (std::size_t i = 0; i < 20; ++i)
            QCOMPARE(contentJson(again.rows[i]), contentJson(revision.rows[i]));
        std::filesystem::resize_file(run.dataFolder() / "rows.jsonl", 50);
        QVERIFY_EXCEPTION_THROWN(readRevision(run), Error);
    }

    void setsOfDatasetInfoAreReadAsTheyAreDescribed()
    {
        std::filesystem::create_directories(path("llf"));
        std::ofstream(path("llf/dataset_info.json"))
            << "{\"talk\": {\"file_name\": \"talk.json\", \"formatting\": \"sharegpt\", \"ranking\": true,"
               " \"columns\": {\"messages\": \"dialog\"}, \"tags\": {\"role_tag\": \"who\", \"content_tag\":"
               " \"says\", \"user_tag\": \"student\", \"assistant_tag\": \"teacher\"}},"
               " \"plain\": {\"file_name\": \"plain.jsonl\", \"columns\": {\"prompt\": \"frage\","
               " \"response\": \"antwort\"}},"
               " \"raw\": {\"file_name\": \"raw.jsonl\", \"columns\": {\"prompt\": \"body\"}},"
               " \"hub\": {\"hf_hub_url\": \"somebody/something\"},"
               " \"gone\": {\"file_name\": \"gone.json\"}}";
        std::ofstream(path("llf/talk.json"))
            << "[{\"dialog\":[{\"who\":\"student\",\"says\":\"q\"},{\"who\":\"teacher\",\"says\":\"a\"}]}]";
        std::ofstream(path("llf/plain.jsonl")) << "{\"frage\":\"f\",\"antwort\":\"a\",\"x\":1}\n";
        std::ofstream(path("llf/raw.jsonl")) << "{\"body\":\"some text\"}\n";
        Recipe recipe;
        recipe.datasetDir = path("llf");
        recipe.dataset = { "talk", "plain" };
        const Revision revision = choose(recipe);
        QCOMPARE(revision.rows[0].messages[0].content, std::string("q"));
        QCOMPARE(revision.rows[1].messages[1].content, std::string("a"));
        QCOMPARE(revision.notes.size(), 1u);
        QVERIFY(revision.notes[0].ends_with(
            "talk.json: ranking is passed over: this stage trains on answers, not on preferences."));
        recipe.dataset = { "raw" };
        recipe.stage = Stage::PreTraining;
        QCOMPARE(choose(recipe).rows[0].text, std::string("some text"));
        recipe.dataset = { "hub" };
        QCOMPARE(refusal(recipe),
            std::string("names no file of this machine. Fetch the data and name it with file_name."));
        recipe.dataset = { "gone" };
        QVERIFY(refusal(recipe).starts_with("names a file that does not exist. Correct file_name: "));
        recipe.dataset = { "unknown" };
        QCOMPARE(refusal(recipe),
            std::string("there is no file and no data set \"unknown\". Give a file, or a name of "
                        "dataset_info.json: talk, plain, raw, hub, gone."));
    }
};

QTEST_GUILESS_MAIN(RevisionTest)
#include "revision_test.moc"
