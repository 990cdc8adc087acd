// SPDX-License-Identifier: Apache-2.0
// Whole conversations through real templates, and what the assistant wrote in them.
#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/text/chat_template.h"
#include "core/common/text/jinja_text.h"

#include <QTest>

using namespace temper;

namespace {

const std::string kFolder = TEMPER_SOURCE_DIR "/tests/reference/text/templates/";

OrderedJson talk(std::initializer_list<std::pair<const char*, const char*>> turns)
{
    OrderedJson messages = OrderedJson::array();
    for (const auto& [role, content] : turns)
        messages.push_back({ { "role", role }, { "content", content } });
    return messages;
}

ChatRequest requestOf(const OrderedJson& expected, const OrderedJson& special)
{
    ChatRequest request;
    request.messages = expected["messages"];
    request.tools = expected["tools"];
    request.addGenerationPrompt = expected["add_generation_prompt"].get<bool>();
    request.variables = special;
    if (expected["kwargs"].is_object())
        request.variables.update(expected["kwargs"]);
    return request;
}

// The answers of a rendering, each in brackets.
std::string answers(const std::string& source, const OrderedJson& messages, const OrderedJson& variables = {})
{
    ChatRequest request;
    request.messages = messages;
    if (variables.is_object())
        request.variables = variables;
    const RenderedChat chat = renderWithAnswers(ChatTemplate(source, "picture"), request);
    const std::u32string text = jinja::decodeText(chat.text);
    std::string out;
    for (const CharacterSpan& span : chat.answers)
        out += "[" + jinja::encodeText(text.substr(span.begin, span.end - span.begin)) + "]";
    return out;
}

void checkCase(const ChatTemplate& chatTemplate, const OrderedJson& expected, const OrderedJson& special)
{
    const ChatRequest request = requestOf(expected, special);
    if (!expected["error"].is_null()) {
        try {
            chatTemplate.render(request);
            QFAIL("this conversation must be refused");
        } catch (const Error& error) {
            QCOMPARE(QString::fromStdString(error.sentence()), QString::fromStdString(expected["error"]));
        }
        return;
    }
    const RenderedChat chat = chatTemplate.render(request);
    QCOMPARE(QString::fromStdString(chat.text), QString::fromStdString(expected["rendered"]));
    if (!expected.contains("generation_spans") || expected["generation_spans"].is_null())
        return;
    OrderedJson spans = OrderedJson::array();
    for (const CharacterSpan& span : chat.answers)
        spans.push_back({ span.begin, span.end });
    QCOMPARE(spans.dump(), expected["generation_spans"].dump());
}

} // namespace

class ChatTemplateTest : public QObject {
    Q_OBJECT
private slots:
    void rendersAsApplyChatTemplate_data();
    void rendersAsApplyChatTemplate();
    void shippedTemplatesCompile();
    void reasoningIsFoundUnderEveryName();
    void answersEndWithTheirMark();
    void aTemplateThatAlwaysPromptsLendsNoHeader();
    void rewrittenHistoryIsStillFound();
    void unicodeAnswersCountCodePoints();
    void generationBlocksHaveTheLastWord();
    void anAnswerThatIsNotRenderedIsAnError();
};

void ChatTemplateTest::rendersAsApplyChatTemplate_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : { "alpaca", "chatml", "llama3", "qwen3", "smollm2", "vicuna" })
        QTest::newRow(name) << name;
}

void ChatTemplateTest::rendersAsApplyChatTemplate()
{
    QFETCH(QString, name);
    const std::string folder = kFolder + name.toStdString();
    const ChatTemplate chatTemplate(readTextFile(folder + "/template.jinja"), name.toStdString());
    const OrderedJson special = readOrderedJsonFile(folder + "/meta.json")["special_tokens"];
    const std::string text = readTextFile(folder + "/cases.jsonl");
    int cases = 0;
    for (std::size_t begin = 0; begin < text.size(); ++cases) {
        const std::size_t end = text.find('\n', begin);
        checkCase(chatTemplate, parseOrderedJson(text.substr(begin, end - begin), folder), special);
        begin = end + 1;
    }
    QVERIFY(cases > 50);
}

void ChatTemplateTest::shippedTemplatesCompile()
{
    const auto names = chatTemplateNames();
    for (const char* name : { "alpaca", "chatml", "llama3", "qwen3", "smollm2", "vicuna" })
        QVERIFY2(std::find(names.begin(), names.end(), name) != names.end(), name);
    for (const std::string& name : names) {
        ChatRequest request;
        request.messages = talk({ { "user", "Hello" }, { "assistant", "Good day" } });
        request.variables = { { "bos_token", "<s>" }, { "eos_token", "</s>" } };
        const RenderedChat chat = renderWithAnswers(ChatTemplate(namedChatTemplate(name), name), request);
        QVERIFY2(chat.text.find("Hello") != std::string::npos, name.c_str());
        QCOMPARE(chat.answers.size(), std::size_t { 1 });
    }
    QVERIFY(namedChatTemplate("no such").empty());
}

void ChatTemplateTest::reasoningIsFoundUnderEveryName()
{
    const ChatTemplate chatTemplate(
        "{{ messages[0].reasoning_content }}{{ messages[0].thinking }}", "picture");
    for (const char* name : { "reasoning_content", "thinking", "reasoning" }) {
        ChatRequest request;
        request.messages = { { { "role", "assistant" }, { name, "why" } } };
        QCOMPARE(chatTemplate.render(request).text, std::string("whywhy"));
    }
}

void ChatTemplateTest::answersEndWithTheirMark()
{
    const auto messages
        = talk({ { "user", "a" }, { "assistant", "b" }, { "user", "c" }, { "assistant", "d\n" } });
    QCOMPARE(
        answers(namedChatTemplate("smollm2"), messages), std::string("[b<|im_end|>\n][d\n<|im_end|>\n]"));
    QCOMPARE(answers(namedChatTemplate("smollm2"), talk({ { "assistant", "first" } })),
        std::string("[first<|im_end|>\n]"));
    const OrderedJson tokens { { "bos_token", "<s>" }, { "eos_token", "</s>" } };
    QCOMPARE(answers(namedChatTemplate("vicuna"), messages, tokens), std::string("[ b</s>][ d\n</s>]"));
}

void ChatTemplateTest::aTemplateThatAlwaysPromptsLendsNoHeader()
{
    const std::string source = readTextFile(kFolder + "llama3/template.jinja");
    const auto messages
        = talk({ { "user", "a" }, { "assistant", "b" }, { "user", "c" }, { "assistant", "d" } });
    QCOMPARE(
        answers(source, messages, { { "bos_token", "<s>" } }), std::string("[b<|eot_id|>][d<|eot_id|>]"));
}

void ChatTemplateTest::rewrittenHistoryIsStillFound()
{
    const auto messages = talk({ { "user", "1+1?" }, { "assistant", "<think>\neasy\n</think>\n\n2" },
        { "user", "2+2?" }, { "assistant", "<think>\nalso\n</think>\n\n4" } });
    QCOMPARE(answers(readTextFile(kFolder + "qwen3/template.jinja"), messages),
        std::string("[2<|im_end|>\n][<think>\nalso\n</think>\n\n4<|im_end|>\n]"));
}

void ChatTemplateTest::unicodeAnswersCountCodePoints()
{
    QCOMPARE(answers(namedChatTemplate("chatml"),
                 talk({ { "user", "你好 🌸" }, { "assistant", "春风 👩‍🚀" } })),
        std::string("[春风 👩‍🚀<|im_end|>\n]"));
}

void ChatTemplateTest::generationBlocksHaveTheLastWord()
{
    const std::string source = "{% for m in messages %}{% if m.role == 'assistant' %}A:{% generation %}{{ "
                               "m.content }}{% endgeneration %}\n"
                               "{% else %}U:{{ m.content }}\n{% endif %}{% endfor %}";
    QCOMPARE(answers(source, talk({ { "user", "é" }, { "assistant", "b" } })), std::string("[b]"));
}

void ChatTemplateTest::anAnswerThatIsNotRenderedIsAnError()
{
    QVERIFY_THROWS_EXCEPTION(Error,
        answers("{% for m in messages %}{{ loop.length }}{{ m.content if m.role == 'user' }}{% endfor %}",
            talk({ { "user", "a" }, { "assistant", "b" }, { "user", "c" } })));
}

QTEST_GUILESS_MAIN(ChatTemplateTest)
#include "chat_template_test.moc"
