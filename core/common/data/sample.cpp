// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/sample.h"

#include "core/common/base/error.h"
#include "core/common/text/loss_mask.h"

#include <algorithm>

namespace temper {

namespace {

std::uint32_t codePoints(std::string_view text)
{
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Loss where the mask is 1.
void label(Sample& sample, std::span<const std::int32_t> mask)
{
    sample.labels.resize(sample.ids.size(), kNoLoss);
    for (std::size_t i = 0; i < sample.ids.size() && i < mask.size(); ++i)
        if (mask[i] != 0)
            sample.labels[i] = sample.ids[i];
}

// A template that knows tool calls writes the name of one.
bool writesToolCalls(const ChatTemplate& chatTemplate, const OrderedJson& variables)
{
    constexpr const char* kName = "temper_probe";
    ChatRequest request;
    request.variables = variables;
    const OrderedJson call = { { "type", "function" },
        { "function", { { "name", kName }, { "arguments", OrderedJson::object() } } } };
    request.messages.push_back({ { "role", "user" }, { "content", "?" } });
    request.messages.push_back(
        { { "role", "assistant" }, { "content", "" }, { "tool_calls", OrderedJson::array({ call }) } });
    try {
        return chatTemplate.render(request).text.find(kName) != std::string::npos;
    } catch (const Error&) {
        return false;
    }
}

// The form most models without a template for it were trained on (Hermes, Qwen).
void writeToolCallsIntoContent(OrderedJson& message)
{
    const auto calls = message.find("tool_calls");
    if (calls == message.end() || !calls->is_array())
        return;
    std::string content
        = message["content"].is_string() ? message["content"].get<std::string>() : std::string();
    for (const OrderedJson& call : *calls) {
        content += content.empty() ? "" : "\n";
        content += "<tool_call>\n" + toLine(call.is_object() ? call.value("function", call) : call)
            + "\n</tool_call>";
    }
    message["content"] = content;
    message.erase("tool_calls");
}

} // namespace

std::size_t Sample::supervisedTokens() const
{
    if (labels.empty())
        return 0;
    return static_cast<std::size_t>(
        std::count_if(labels.begin() + 1, labels.end(), [](std::int32_t label) { return label != kNoLoss; }));
}

SampleMaker::SampleMaker(std::shared_ptr<const Tokenizer> tokenizer,
    std::shared_ptr<const ChatTemplate> chatTemplate,
    SampleOptions options)
    : m_tokenizer(std::move(tokenizer))
    , m_template(std::move(chatTemplate))
    , m_options(std::move(options))
    , m_variables(OrderedJson::object())
{
    if (m_tokenizer) {
        for (const auto& [name, text] : m_tokenizer->names().all)
            m_variables[name] = text;
        if (!m_tokenizer->names().eos.empty())
            m_eos = m_tokenizer->idOf(m_tokenizer->names().eos);
    }
    for (const auto& [name, value] : m_options.templateVariables.items())
        m_variables[name] = value;
    m_toolCalls = m_template && writesToolCalls(*m_template, m_variables);
}

const Tokenizer& SampleMaker::tokenizer() const
{
    if (!m_tokenizer)
        throw Error(ErrorKind::Usage, "the rows are text, but the model has no tokenizer.", "dataset",
            "Use a model folder with its tokenizer files, or rows of {\"input_ids\"}.");
    return *m_tokenizer;
}

OrderedJson SampleMaker::messagesFor(const DataRow& row) const
{
    OrderedJson messages = messagesJson(row);
    if (!m_toolCalls)
        for (OrderedJson& message : messages)
            writeToolCallsIntoContent(message);
    return messages;
}

Sample SampleMaker::chat(const DataRow& row) const
{
    if (!m_template)
        throw Error(ErrorKind::Usage, "the rows are conversations, but the model has no chat template.",
            "template", "Name one in the recipe, for example template: chatml.");
    ChatRequest request { messagesFor(row), row.tools, false, m_variables };
    RenderedChat rendered = renderWithAnswers(*m_template, request);
    if (m_options.lossOn == LossOn::LastAnswer && rendered.answers.size() > 1)
        rendered.answers.erase(rendered.answers.begin(), rendered.answers.end() - 1);
    Encoding encoding = tokenizer().encode(rendered.text, SpecialTokens::Omit, Offsets::Wanted);
    Sample sample;
    sample.ids = std::move(encoding.ids);
    if (m_options.lossOn == LossOn::Everything)
        sample.labels = sample.ids;
    else
        label(sample, lossMask(encoding.offsets, rendered.answers));
    sample.rendered = std::move(rendered.text);
    sample.offsets = std::move(encoding.offsets);
    return sample;
}

Sample SampleMaker::prompt(const DataRow& row) const
{
    Sample sample;
    sample.rendered = row.prompt + row.completion;
    Encoding encoding = tokenizer().encode(sample.rendered, SpecialTokens::Add, Offsets::Wanted);
    sample.ids = std::move(encoding.ids);
    const CharacterSpan completion { codePoints(row.prompt), codePoints(sample.rendered) };
    if (m_options.lossOn == LossOn::Everything)
        sample.labels = sample.ids;
    else
        label(sample, lossMask(encoding.offsets, { &completion, 1 }));
    sample.offsets = std::move(encoding.offsets);
    appendEos(sample);
    return sample;
}

Sample SampleMaker::text(const DataRow& row) const
{
    Sample sample;
    Encoding encoding = tokenizer().encode(row.text, SpecialTokens::Add, Offsets::Wanted);
    sample.rendered = row.text;
    sample.ids = std::move(encoding.ids);
    sample.labels = sample.ids;
    sample.offsets = std::move(encoding.offsets);
    appendEos(sample);
    return sample;
}

Sample SampleMaker::tokens(const DataRow& row) const
{
    const auto limit = static_cast<std::int64_t>(m_options.vocabularySize);
    for (const std::int32_t id : row.ids)
        if (limit > 0 && id >= limit)
            throw Error(ErrorKind::Input,
                "holds the token id " + std::to_string(id) + ", but the model's vocabulary ends at "
                    + std::to_string(limit - 1) + ".");
    Sample sample;
    sample.ids = row.ids;
    sample.labels = m_options.lossOn == LossOn::Everything ? row.ids : row.labels;
    return sample;
}

// The end of an answer or document is to be learned; tokenizers that write eos themselves have done so.
void SampleMaker::appendEos(Sample& sample) const
{
    const bool there = !sample.ids.empty() && m_eos && sample.ids.back() == *m_eos;
    if (there)
        sample.labels.back() = *m_eos;
    if (!m_eos || there)
        return;
    sample.ids.push_back(*m_eos);
    sample.labels.push_back(*m_eos);
    sample.offsets.push_back({});
}

void SampleMaker::finish(Sample& sample) const
{
    const std::size_t cutoff = m_options.cutoffLength;
    sample.wholeLength = sample.ids.size();
    if (cutoff > 0 && sample.ids.size() > cutoff) {
        sample.ids.resize(cutoff);
        sample.labels.resize(cutoff);
        sample.offsets.resize(std::min(cutoff, sample.offsets.size()));
        sample.truncated = true;
    }
    if (m_options.detail == SampleDetail::Tokens) {
        sample.rendered = {};
        sample.offsets = {};
        return;
    }
    sample.lossMask.resize(sample.labels.size());
    std::transform(sample.labels.begin(), sample.labels.end(), sample.lossMask.begin(),
        [](std::int32_t label) { return static_cast<std::uint8_t>(label != kNoLoss); });
}

std::vector<Sample> SampleMaker::pieces(const Sample& whole) const
{
    const std::size_t length = m_options.cutoffLength == 0 ? whole.ids.size() : m_options.cutoffLength;
    std::vector<Sample> pieces;
    for (std::size_t begin = 0; begin < whole.ids.size(); begin += length) {
        const auto first = static_cast<std::ptrdiff_t>(begin);
        const auto last = static_cast<std::ptrdiff_t>(std::min(begin + length, whole.ids.size()));
        Sample piece;
        piece.rendered = m_options.detail == SampleDetail::WithText ? whole.rendered : std::string();
        piece.ids.assign(whole.ids.begin() + first, whole.ids.begin() + last);
        piece.labels.assign(whole.labels.begin() + first, whole.labels.begin() + last);
        piece.offsets.assign(whole.offsets.begin() + first, whole.offsets.begin() + last);
        finish(piece);
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<Sample> SampleMaker::make(const DataRow& row) const
{
    if (row.kind == RowKind::Text)
        return pieces(text(row));
    Sample sample = row.kind == RowKind::Chat ? chat(row)
        : row.kind == RowKind::Prompt         ? prompt(row)
                                              : tokens(row);
    finish(sample);
    std::vector<Sample> samples;
    samples.push_back(std::move(sample));
    return samples;
}

} // namespace temper
