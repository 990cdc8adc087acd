// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/project/conversation.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

namespace {

ConversationAnswer sampleAnswer(const std::string& text, const AnswerSource& source)
{
    ConversationAnswer answer;
    answer.text = text;
    answer.tokens = { { text, 7, -0.125, { { text, -0.125 }, { " no", -2.5 } } } };
    answer.tokensPerSecond = 12.5;
    answer.source = source;
    answer.sampling.temperature = 0.7;
    answer.sampling.seed = 18'446'744'073'709'551'615U;
    return answer;
}

} // namespace

class ConversationTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsBackWhatWasWritten();
    void laterAnswerTakesThePlaceOfTheEarlier();
    void promptAgainForgetsLaterTurns();
    void tornLineIsPassedOver();
    void fileOfAnotherKindIsRefused();
    void movedProjectKeepsItsPaths();
    void eachSideIsAskedWithItsOwnAnswers();
    void listNamesConversationsByTheirFirstPrompt();
    void removedConversationComesBack();

private:
    fs::path project() const { return fs::path(m_folder->path().toStdString()) / "project"; }
    AnswerSource tuned() const
    {
        return { "Persona", "/models/base.gguf", { project() / "runs" / "persona" / "adapter" }, "persona",
            40 };
    }
    ConversationFile writeSample() const
    {
        ConversationFile file = newConversationFile(project());
        file.writeSetup({ "Be brief.", { { plainSource("/models/base.gguf"), tuned() } } });
        file.writePrompt(0, "Why?");
        file.writeAnswer(0, Side::Left, sampleAnswer("Because", plainSource("/models/base.gguf")));
        file.writeAnswer(0, Side::Right, sampleAnswer("So", tuned()));
        return file;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ConversationTest::readsBackWhatWasWritten()
{
    const ConversationFile file = writeSample();
    const Conversation read = readConversation(project(), file.path());
    QVERIFY(read.created > 1.7e9);
    QCOMPARE(read.setup.system, std::string("Be brief."));
    QVERIFY(read.setup.sources[Side::Right] == tuned());
    QCOMPARE(read.turns.size(), std::size_t { 1 });
    const ConversationAnswer& answer = *read.turns[0].answers[Side::Right];
    QCOMPARE(answer.text, std::string("So"));
    QVERIFY(answer.source == tuned());
    QVERIFY(answer.sampling == sampleAnswer("", {}).sampling);
    QCOMPARE(answer.tokensPerSecond, 12.5);
    QCOMPARE(answer.tokens.at(0).id, 7);
    QCOMPARE(answer.tokens.at(0).logProbability, -0.125);
    QCOMPARE(answer.tokens.at(0).top.at(1).text, std::string(" no"));
}

void ConversationTest::laterAnswerTakesThePlaceOfTheEarlier()
{
    ConversationFile file = writeSample();
    ConversationAnswer again = sampleAnswer("Not so", tuned());
    again.end = AnswerEnd::Failed;
    again.problem = "The engine ended.";
    file.writeAnswer(0, Side::Right, again);
    const Conversation read = readConversation(project(), file.path());
    QCOMPARE(read.turns[0].answers[Side::Right]->text, std::string("Not so"));
    QCOMPARE(read.turns[0].answers[Side::Right]->end, AnswerEnd::Failed);
    QCOMPARE(read.turns[0].answers[Side::Right]->problem, std::string("The engine ended."));
    QCOMPARE(read.turns[0].answers[Side::Left]->text, std::string("Because"));
}

void ConversationTest::promptAgainForgetsLaterTurns()
{
    ConversationFile file = writeSample();
    file.writePrompt(1, "And then?");
    file.writePrompt(0, "What?");
    const Conversation read = readConversation(project(), file.path());
    QCOMPARE(read.turns.size(), std::size_t { 1 });
    QCOMPARE(read.turns[0].prompt, std::string("What?"));
    QVERIFY(!read.turns[0].answers[Side::Left]);
}

void ConversationTest::tornLineIsPassedOver()
{
    const ConversationFile file = writeSample();
    std::ofstream(file.path(), std::ios::app | std::ios::binary) << R"({"turn":1,"prompt":"torn)";
    QCOMPARE(readConversation(project(), file.path()).turns.size(), std::size_t { 1 });
    ConversationFile again(project(), file.path());
    again.writePrompt(1, "whole");
    QCOMPARE(readConversation(project(), file.path()).turns.at(1).prompt, std::string("whole"));
}

void ConversationTest::fileOfAnotherKindIsRefused()
{
    fs::create_directories(project() / "compare");
    const fs::path file = project() / "compare" / "other.jsonl";
    std::ofstream(file) << "{\"prompt\": 3}\nnonsense\n";
    QVERIFY_EXCEPTION_THROWN(readConversation(project(), file), Error);
    QVERIFY(listConversations(project()).empty());
}

void ConversationTest::movedProjectKeepsItsPaths()
{
    const fs::path name = writeSample().path().filename();
    const fs::path moved = project().parent_path() / "moved";
    fs::rename(project(), moved);
    const Conversation read = readConversation(moved, moved / "compare" / name);
    QCOMPARE(read.setup.sources[Side::Right].adapters.at(0), moved / "runs" / "persona" / "adapter");
    QCOMPARE(read.setup.sources[Side::Right].model, fs::path("/models/base.gguf"));
}

void ConversationTest::eachSideIsAskedWithItsOwnAnswers()
{
    ConversationFile file = writeSample();
    file.writePrompt(1, "And then?");
    const Conversation read = readConversation(project(), file.path());
    QCOMPARE(QString::fromStdString(messagesFor(read, Side::Right, 1).dump()),
        QStringLiteral(R"([{"content":"Be brief.","role":"system"},{"content":"Why?","role":"user"},)"
                       R"({"content":"So","role":"assistant"},{"content":"And then?","role":"user"}])"));
    QCOMPARE(messagesFor(read, Side::Left, 1).at(2).at("content").get<std::string>(), std::string("Because"));
    QCOMPARE(messagesFor(read, Side::Left, 0).size(), std::size_t { 2 });
}

void ConversationTest::listNamesConversationsByTheirFirstPrompt()
{
    const fs::path first = writeSample().path();
    ConversationFile second = newConversationFile(project());
    QVERIFY(second.path() != first);
    second.writePrompt(0, "Second");
    fs::last_write_time(first, fs::file_time_type::clock::now() - std::chrono::hours(1));
    const auto entries = listConversations(project());
    QCOMPARE(entries.size(), std::size_t { 2 });
    QCOMPARE(entries[0].title, std::string("Second"));
    QCOMPARE(entries[1].title, std::string("Why?"));
    QVERIFY(entries[0].changed > entries[1].changed);
}

void ConversationTest::removedConversationComesBack()
{
    const ConversationFile file = writeSample();
    const fs::path removed = removeConversation(file.path());
    QVERIFY(listConversations(project()).empty());
    restoreConversation(removed);
    QCOMPARE(listConversations(project()).size(), std::size_t { 1 });
}

QTEST_GUILESS_MAIN(ConversationTest)
#include "conversation_test.moc"
