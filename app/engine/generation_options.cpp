// SPDX-License-Identifier: Apache-2.0
#include "app/engine/generation_options.h"

#include "core/common/base/error.h"
#include "core/common/base/log.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace temper {

namespace {

EarlyStopping earlyStoppingOf(const std::string& value)
{
    if (value == "true")
        return EarlyStopping::WhenFull;
    if (value == "false")
        return EarlyStopping::Heuristic;
    if (value == "never")
        return EarlyStopping::Never;
    throw Error(ErrorKind::Usage, "is \"" + value + "\".", "early-stopping", "Choose true, false or never.");
}

// "2", "2,7" and "[2, 7]" alike.
void appendIds(const std::string& text, std::vector<std::int32_t>& ids)
{
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        if (std::string_view(", []").find(*at) != std::string_view::npos) {
            ++at;
            continue;
        }
        std::int32_t id = -1;
        const auto [next, problem] = std::from_chars(at, end, id);
        if (problem != std::errc() || id < 0)
            throw Error(ErrorKind::Usage, "holds \"" + text + "\", which is no token id.", "stop-ids",
                "Give whole numbers from 0.");
        ids.push_back(id);
        at = next;
    }
}

void warnOfUnused(const GenerationSettings& settings)
{
    const SamplingSettings& sampling = settings.sampling;
    if (sampling.greedy()
        && (sampling.topK > 0 || sampling.topP < 1 || sampling.minP > 0 || sampling.typicalP < 1))
        logWarning("top-k, top-p, min-p and typical-p have no effect without a temperature above 0.");
    if (settings.beams.beams == 1 && (settings.beams.lengthPenalty != 1 || settings.beams.groups != 1))
        logWarning("length-penalty and num-beam-groups have no effect without beams.");
}

void addSamplingOptions(CLI::App& command, SamplingSettings& sampling)
{
    command.add_option("--temperature", sampling.temperature, "0: greedy; above 0 tokens are drawn")
        ->capture_default_str();
    command.add_option("--top-k", sampling.topK, "Draw from the k most probable tokens; 0: off")
        ->capture_default_str();
    command.add_option("--top-p", sampling.topP, "Draw from the most probable tokens that hold this share")
        ->capture_default_str();
    command
        .add_option(
            "--min-p", sampling.minP, "Leave out tokens less probable than this share of the best one")
        ->capture_default_str();
    command
        .add_option(
            "--typical-p", sampling.typicalP, "Draw from the most typical tokens that hold this share")
        ->capture_default_str();
    command
        .add_option("--repetition-penalty", sampling.repetitionPenalty,
            "Above 1 tokens that occurred become less likely")
        ->capture_default_str();
    command
        .add_option("--no-repeat-ngram-size", sampling.noRepeatNgramSize,
            "No run of so many tokens occurs twice; 0: off")
        ->capture_default_str();
    command.add_option("--seed", sampling.seed, "Of the random numbers: the same seed gives the same text")
        ->capture_default_str();
}

void addBeamOptions(CLI::App& command, GenerationOptions& options)
{
    BeamSettings& beams = options.settings.beams;
    command.add_option("--beams", beams.beams, "Beam search with so many beams; never samples")
        ->capture_default_str();
    command
        .add_option(
            "--length-penalty", beams.lengthPenalty, "Beams: the score is log-probability / length^this")
        ->capture_default_str();
    command.add_flag("--early-stopping{true}", options.earlyStopping,
        "Beams: end as soon as all are finished (true, false or never)");
    command.add_option("--num-beam-groups", beams.groups, "Beams: groups that are made to differ")
        ->capture_default_str();
    command
        .add_option("--diversity-penalty", beams.diversityPenalty,
            "Beam groups: cost of a token that another group chose")
        ->capture_default_str();
}

void addStopOptions(CLI::App& command, GenerationOptions& options)
{
    command
        .add_option(
            "--stop", options.settings.stop.texts, "A text that ends an answer; may be given several times")
        ->allow_extra_args(false);
    command.add_option(
        "--stop-ids", options.stopIds, "Token ids that end an answer, instead of the model's own");
    command.add_flag(
        "--ignore-eos", options.ignoreEos, "The model's own end-of-sequence tokens do not end an answer");
}

} // namespace

void addGenerationOptions(CLI::App& command, GenerationOptions& options)
{
    command.add_flag(
        "--chat", options.chat, "A prompt is what the user says: it goes through the chat template");
    command.add_option("--max-new-tokens", options.settings.maxNewTokens, "Tokens at most in an answer")
        ->capture_default_str();
    addSamplingOptions(command, options.settings.sampling);
    addBeamOptions(command, options);
    addStopOptions(command, options);
}

GenerationSettings settingsOf(const GenerationOptions& options)
{
    GenerationSettings settings = options.settings;
    settings.beams.earlyStopping = earlyStoppingOf(options.earlyStopping);
    for (const std::string& text : options.stopIds)
        appendIds(text, settings.stop.ids);
    checkGeneration(settings);
    warnOfUnused(settings);
    return settings;
}

bool stopsAtModelEnd(const GenerationOptions& options)
{
    return !options.ignoreEos && options.stopIds.empty();
}

} // namespace temper
