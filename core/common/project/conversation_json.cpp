// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/conversation_json.h"

#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <limits>

namespace temper {

namespace fs = std::filesystem;

namespace {

constexpr double kImpossible = -std::numeric_limits<double>::infinity(); // as a log-probability

std::string placeText(const fs::path& path, const fs::path& project)
{
    const fs::path inside = path.lexically_relative(project);
    const bool below = !inside.empty() && *inside.begin() != "..";
    const std::u8string text = below ? inside.generic_u8string() : path.u8string();
    return { text.begin(), text.end() };
}

fs::path placeOf(const std::string& text, const fs::path& project)
{
    return text.empty() ? fs::path() : project / pathFromUtf8(text);
}

// What is not finite travels as null, and no file is to be trusted.
double numberAt(const Json& json, const char* key, double usual)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number() ? found->get<double>() : usual;
}

AnswerEnd endOf(const std::string& name)
{
    for (const AnswerEnd end : { AnswerEnd::Complete, AnswerEnd::Length, AnswerEnd::Stopped })
        if (name == answerEndName(end))
            return end;
    return AnswerEnd::Failed;
}

} // namespace

const char* answerEndName(AnswerEnd end)
{
    switch (end) {
    case AnswerEnd::Complete:
        return "stop";
    case AnswerEnd::Length:
        return "length";
    case AnswerEnd::Stopped:
        return "cancelled";
    case AnswerEnd::Failed:
        return "failed";
    }
    return "failed";
}

Json toJson(const AnswerSource& source, const fs::path& project)
{
    Json json { { "name", source.name }, { "model", placeText(source.model, project) },
        { "adapters", Json::array() } };
    for (const fs::path& adapter : source.adapters)
        json["adapters"].push_back(placeText(adapter, project));
    if (!source.runId.empty())
        json["run"] = source.runId;
    if (source.step > 0)
        json["step"] = source.step;
    return json;
}

AnswerSource answerSourceFromJson(const Json& json, const fs::path& project)
{
    AnswerSource source;
    source.name = json.value("name", "");
    source.model = placeOf(json.value("model", ""), project);
    for (const Json& adapter : json.value("adapters", Json::array()))
        source.adapters.push_back(placeOf(adapter.get<std::string>(), project));
    source.runId = json.value("run", "");
    source.step = json.value("step", std::int64_t { 0 });
    return source;
}

Json toJson(const SamplingChoice& sampling)
{
    return { { "temperature", sampling.temperature }, { "top_k", sampling.topK }, { "top_p", sampling.topP },
        { "min_p", sampling.minP }, { "repetition_penalty", sampling.repetitionPenalty },
        { "max_new_tokens", sampling.maxNewTokens }, { "seed", sampling.seed } };
}

SamplingChoice samplingFromJson(const Json& json)
{
    SamplingChoice sampling;
    sampling.temperature = json.value("temperature", sampling.temperature);
    sampling.topK = json.value("top_k", sampling.topK);
    sampling.topP = json.value("top_p", sampling.topP);
    sampling.minP = json.value("min_p", sampling.minP);
    sampling.repetitionPenalty = json.value("repetition_penalty", sampling.repetitionPenalty);
    sampling.maxNewTokens = json.value("max_new_tokens", sampling.maxNewTokens);
    sampling.seed = json.value("seed", sampling.seed);
    return sampling;
}

Json toJson(const AnswerToken& token)
{
    Json top = Json::array();
    for (const TokenAlternative& chance : token.top)
        top.push_back({ { "text", chance.text }, { "logprob", chance.logProbability } });
    return { { "text", token.text }, { "token_id", token.id }, { "logprob", token.logProbability },
        { "top", std::move(top) } };
}

AnswerToken answerTokenFromJson(const Json& json)
{
    AnswerToken token { json.value("text", ""), json.value("token_id", 0),
        numberAt(json, "logprob", kImpossible), {} };
    for (const Json& chance : json.value("top", Json::array()))
        token.top.push_back({ chance.value("text", ""), numberAt(chance, "logprob", kImpossible) });
    return token;
}

Json toJson(const ConversationAnswer& answer, const fs::path& project)
{
    Json json { { "text", answer.text }, { "finish_reason", answerEndName(answer.end) },
        { "tokens_per_second", answer.tokensPerSecond }, { "source", toJson(answer.source, project) },
        { "sampling", toJson(answer.sampling) }, { "tokens", Json::array() } };
    if (!answer.problem.empty())
        json["problem"] = answer.problem;
    for (const AnswerToken& token : answer.tokens)
        json["tokens"].push_back(toJson(token));
    return json;
}

ConversationAnswer answerFromJson(const Json& json, const fs::path& project)
{
    ConversationAnswer answer;
    answer.text = json.value("text", "");
    answer.end = endOf(json.value("finish_reason", ""));
    answer.problem = json.value("problem", "");
    answer.tokensPerSecond = numberAt(json, "tokens_per_second", 0);
    answer.source = answerSourceFromJson(json.value("source", Json::object()), project);
    answer.sampling = samplingFromJson(json.value("sampling", Json::object()));
    for (const Json& token : json.value("tokens", Json::array()))
        answer.tokens.push_back(answerTokenFromJson(token));
    return answer;
}

} // namespace temper
