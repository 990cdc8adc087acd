// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/generate_method.h"

#include "core/common/text/chat_template_choice.h"
#include "core/common/text/loss_mask.h"
#include "core/engine/session/answering.h"
#include "core/engine/session/parameters.h"
#include "core/engine/session/side_by_side.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace temper {

namespace {

constexpr std::int64_t kAlternatives = 5;
constexpr std::int64_t kMostAlternatives = 100;

Json toJson(const StreamedToken& streamed)
{
    Json top = Json::array();
    for (const TokenChance& chance : streamed.top)
        top.push_back(
            { { "token_id", chance.id }, { "text", chance.text }, { "logprob", chance.logProbability } });
    return { { "text", streamed.token.text }, { "token_id", streamed.token.id },
        { "logprob", streamed.token.logProbability }, { "top", std::move(top) } };
}

Json toJson(const AnswerSet& answers, const AnswerRequest& request)
{
    const Generation& answer = answers.generations.front();
    return { { "text", answer.text }, { "ids", answer.ids },
        { "finish_reason", finishReasonName(answer.finish) },
        { "tokens_per_second", answers.tokensPerSecond() },
        { "prompt_tokens", request.prompts.front().size() } };
}

AnswerRequest answerRequestOf(const Json& params, const SessionContext& context, OpenModel& open)
{
    AnswerRequest request;
    request.settings = generationSettingsOf(params);
    request.alternatives = static_cast<std::size_t>(
        std::clamp<std::int64_t>(params.value("alternatives", kAlternatives), 0, kMostAlternatives));
    if (params.value("ignore_eos", false))
        request.stopAtModelEnd = StopAtModelEnd::No;
    request.prompts = { promptIdsOf(params, open) };
    request.context.tokenizer = open.tokenizer();
    request.context.stop = context.stop;
    return request;
}

// Announces `what`, which belongs to one side of a comparison or to the only one.
void announce(const SessionContext& context, const char* method, Json what, std::optional<std::size_t> side)
{
    what["id"] = context.id;
    if (side)
        what["side"] = *side;
    context.notify(method, what);
}

struct ScoredText {
    std::string text;
    std::vector<std::int32_t> ids;
    std::vector<std::int32_t> isAnswer; // one a token; empty: it is no conversation
};

ScoredText scoredTextOf(const Json& params, const Tokenizer& tokenizer, const std::string& model)
{
    if (params.contains("ids")) {
        const auto ids = params["ids"].get<std::vector<std::int32_t>>();
        return { tokenizer.decode(ids, SpecialText::Keep), ids, {} };
    }
    if (!params.contains("messages")) {
        const std::string text = params.at("text").get<std::string>();
        return { text, tokenizer.encode(text, SpecialTokens::Add, Offsets::NotWanted).ids, {} };
    }
    const auto chatTemplate = chooseChatTemplate(params.value("template", ""), &tokenizer);
    if (!chatTemplate)
        throw Error(ErrorKind::Input, "the model has no chat template.", model,
            "Give the name of a template, chatml for example.");
    ChatRequest request = chatRequestFor(tokenizer);
    request.messages = OrderedJson::parse(params["messages"].dump());
    const RenderedChat chat = renderWithAnswers(*chatTemplate, request);
    const Encoding encoding = tokenizer.encode(chat.text, SpecialTokens::Omit, Offsets::Wanted);
    return { chat.text, encoding.ids, lossMask(encoding.offsets, chat.answers) };
}

Json toJson(const ScoredText& scored, std::span<const float> nll, std::shared_ptr<const Tokenizer> tokenizer)
{
    StreamDecoder decoder(std::move(tokenizer), SpecialText::Keep);
    Json tokens = Json::array();
    for (std::size_t i = 0; i < scored.ids.size(); ++i) {
        Json token { { "token_id", scored.ids[i] }, { "text", decoder.push(scored.ids[i]) } };
        token["logprob"] = i > 0 ? Json(-nll[i - 1]) : Json();
        if (!scored.isAnswer.empty())
            token["answer"] = scored.isAnswer[i] != 0;
        tokens.push_back(std::move(token));
    }
    const double sum = std::accumulate(nll.begin(), nll.end(), 0.0);
    Json result { { "text", scored.text }, { "tokens", std::move(tokens) } };
    result["nll_mean"] = nll.empty() ? Json() : Json(sum / static_cast<double>(nll.size()));
    return result;
}

void checkIds(const ScoredText& scored, const LanguageModel& model)
{
    const DecoderOptions& options = model.decoder->options();
    for (const std::int32_t id : scored.ids)
        if (id < 0 || id >= options.vocabularySize)
            throw Error(ErrorKind::Input,
                "holds " + std::to_string(id) + ", which is no token of this model.", "ids");
    const std::int64_t context = options.contextLength;
    if (context > 0 && static_cast<std::int64_t>(scored.ids.size()) > context)
        throw Error(ErrorKind::Input,
            "has " + std::to_string(scored.ids.size()) + " tokens, and the model reads "
                + std::to_string(context) + " at once.",
            "text", "Give a shorter text.");
}

} // namespace

Json generateMethod(const Json& params, const SessionContext& context, ModelShelf& shelf)
{
    generationSettingsOf(params); // refuses before anything is loaded
    OpenModel& open = shelf.open(modelWishOf(params, context));
    AnswerRequest request = answerRequestOf(params, context, open);
    request.onToken = [&context](const StreamedToken& streamed) {
        announce(context, "generate.token", toJson(streamed), std::nullopt);
    };
    const AnswerSet answers = answerPrompts(open.model(), request);
    throwIfStopped(context.stop);
    return toJson(answers, request);
}

Json compareMethod(const Json& params, const SessionContext& context, ModelShelf& shelf)
{
    OpenModel& open
        = shelf.open({ params.at("model").get<std::string>(), {}, context.progress, context.stop });
    std::vector<AnswerSide> sides;
    for (const Json& given : params.at("sides")) {
        Json own = params;
        own.update(given);
        const std::size_t index = sides.size();
        AnswerSide side { modelWishOf(own, context).adapters, answerRequestOf(own, context, open), {} };
        side.request.onToken = [&context, index](const StreamedToken& streamed) {
            announce(context, "generate.token", toJson(streamed), index);
        };
        side.onAnswer = [&context, index](const AnswerSet& answers, const AnswerRequest& request) {
            if (!context.stop.stop_requested())
                announce(context, "compare.answer", toJson(answers, request), index);
        };
        sides.push_back(std::move(side));
    }
    const std::vector<AnswerSet> answers = answerSideBySide(open, sides);
    throwIfStopped(context.stop);
    Json result { { "answers", Json::array() } };
    for (std::size_t i = 0; i < sides.size(); ++i)
        result["answers"].push_back(toJson(answers[i], sides[i].request));
    return result;
}

Json scoreMethod(const Json& params, const SessionContext& context, ModelShelf& shelf)
{
    OpenModel& open = shelf.open(modelWishOf(params, context));
    const auto tokenizer = open.tokenizer();
    const std::string model = open.model().path.string();
    if (!tokenizer)
        throw Error(ErrorKind::Input, "has no usable tokenizer.", model,
            "Copy the model's tokenizer.json into its folder.");
    const ScoredText scored = scoredTextOf(params, *tokenizer, model);
    checkIds(scored, open.model());
    return toJson(scored, tokenNll(open.model(), scored.ids), tokenizer);
}

} // namespace temper
