// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/chat_template_choice.h"

#include "core/common/base/error.h"
#include "core/common/text/tokenizer.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

namespace {

const std::string kModel = TEMPER_SOURCE_DIR "/tests/reference/engine/byte-tokenizer";

std::string rendered(const ChatTemplate& chatTemplate, ChatRequest request)
{
    request.messages.push_back({ { "role", "user" }, { "content", "Hello" } });
    return chatTemplate.render(request).text;
}

} // namespace

class ChatTemplateChoiceTest : public QObject {
    Q_OBJECT

private slots:
    void nothingWantedIsTheModelsOwn()
    {
        const auto tokenizer = loadTokenizer(kModel);
        const auto chosen = chooseChatTemplate("", tokenizer.get());
        QVERIFY(chosen);
        QCOMPARE(rendered(*chosen, chatRequestFor(*tokenizer)), std::string("<|begin|>user\nHello<|end|>"));
    }

    void nothingWantedWithoutAModelIsNone() { QVERIFY(!chooseChatTemplate("", nullptr)); }

    void shippedTemplateIsFoundByItsName()
    {
        const auto chosen = chooseChatTemplate("chatml", nullptr);
        QVERIFY(rendered(*chosen, {}).find("<|im_start|>user\nHello") != std::string::npos);
    }

    void fileWinsOverTheModelsOwn()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("mine.jinja").toStdString();
        std::ofstream(file) << "{{ bos_token }}{{ messages[0].content }}";
        const auto tokenizer = loadTokenizer(kModel);
        const auto chosen = chooseChatTemplate(file, tokenizer.get());
        QCOMPARE(rendered(*chosen, chatRequestFor(*tokenizer)), std::string("<|begin|>Hello"));
    }

    void unknownNameIsRefusedWithTheKnownOnes()
    {
        try {
            chooseChatTemplate("no-such-template", nullptr);
            QFAIL("a template was found");
        } catch (const Error& error) {
            QCOMPARE(error.subject(), std::string("no-such-template"));
            QVERIFY(error.remedy().find("chatml") != std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(ChatTemplateChoiceTest)
#include "chat_template_choice_test.moc"
