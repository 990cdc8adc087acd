// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/text_file.h"
#include "core/common/text/chat_template_choice.h"
#include "core/common/text/loss_mask.h"
#include "core/common/text/tokenizer.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>

namespace temper {

namespace {

struct RenderOptions {
    std::string model;
    std::string chatTemplate;
    std::string in;
    std::string out;
};

std::shared_ptr<const ChatTemplate> findTemplate(const RenderOptions& options, const Tokenizer* tokenizer)
{
    if (options.chatTemplate.empty() && !tokenizer)
        throw Error(ErrorKind::Usage, "there is neither a model nor a template.", "render",
            "Give --model MODEL or --template NAME or FILE.jinja.");
    auto chosen = chooseChatTemplate(options.chatTemplate, tokenizer);
    if (!chosen)
        throw Error(ErrorKind::Input, "the model has no chat template.", options.model,
            "Name one with --template, chatml for example.");
    return chosen;
}

ChatRequest readRequest(std::string_view line, const std::string& subject, const Tokenizer* tokenizer)
{
    const OrderedJson row = parseOrderedJson(line, subject);
    if (!row.is_object() || !row.contains("messages"))
        throw Error(ErrorKind::Input, "the row is not an object with \"messages\".", subject);
    ChatRequest request = tokenizer ? chatRequestFor(*tokenizer) : ChatRequest();
    request.messages = row["messages"];
    if (row.contains("tools"))
        request.tools = row["tools"];
    if (row.contains("add_generation_prompt"))
        request.addGenerationPrompt = row["add_generation_prompt"] == true;
    if (row.contains("kwargs") && row["kwargs"].is_object())
        request.variables.update(row["kwargs"]);
    return request;
}

// A rendering is worth showing also when its answers cannot be told apart.
void addMask(OrderedJson& answer,
    const Encoding& encoding,
    const ChatTemplate& chatTemplate,
    const ChatRequest& request)
{
    try {
        answer["loss_mask"] = lossMask(encoding.offsets, renderWithAnswers(chatTemplate, request).answers);
    } catch (const Error& error) {
        answer["loss_mask_error"] = error.sentence();
    }
}

OrderedJson
renderRow(const ChatTemplate& chatTemplate, const ChatRequest& request, const Tokenizer* tokenizer)
{
    OrderedJson answer;
    try {
        const RenderedChat chat = chatTemplate.render(request);
        answer["rendered"] = chat.text;
        answer["ids"] = nullptr;
        answer["loss_mask"] = nullptr;
        if (tokenizer) {
            const Encoding encoding = tokenizer->encode(chat.text, SpecialTokens::Omit, Offsets::Wanted);
            answer["ids"] = encoding.ids;
            addMask(answer, encoding, chatTemplate, request);
        }
    } catch (const Error& error) {
        answer = OrderedJson { { "error", error.sentence() }, { "where", error.subject() } };
    }
    return answer;
}

void runRender(const RenderOptions& options)
{
    const auto tokenizer = options.model.empty() ? nullptr : loadTokenizer(options.model);
    const auto chatTemplate = findTemplate(options, tokenizer.get());
    const std::string rows = readTextFile(options.in);
    AtomicFile out(options.out);
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < rows.size();) {
        const std::size_t end = std::min(rows.find('\n', begin), rows.size());
        const std::string_view line = std::string_view(rows).substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const std::string subject = options.in + ":" + std::to_string(number);
        const ChatRequest request = readRequest(line, subject, tokenizer.get());
        out.write(toLine(renderRow(*chatTemplate, request, tokenizer.get())) + "\n");
    }
    out.commit();
}

} // namespace

void addRenderCommand(CLI::App& app)
{
    auto options = std::make_shared<RenderOptions>();
    CLI::App* command
        = app.add_subcommand("render", "Conversations to the text, ids and loss mask a model sees");
    command->add_option("--model", options->model, "HF folder, .gguf file or tokenizer.json");
    command->add_option(
        "--template", options->chatTemplate, "Name of a template, or a .jinja file; else the model's own");
    command->add_option("--in", options->in, "JSONL rows with \"messages\"")->required();
    command->add_option("--out", options->out, "JSONL answers, one a row")->required();
    command->callback([options] { runRender(*options); });
}

} // namespace temper
