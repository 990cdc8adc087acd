// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/training_setup.h"

#include "core/common/base/error.h"
#include "core/common/base/os_process.h"
#include "core/common/file/model_files.h"
#include "core/common/text/chat_template_choice.h"
#include "core/engine/device/allocator.h"
#include "core/engine/device/compute.h"

#include <algorithm>

namespace temper {

namespace {

// The rows of one split, one after the other; what was read does not stay in memory.
RowFeed rowsOf(const Revision& revision, RowSplit split)
{
    constexpr std::size_t kRowsBetweenTidying = 20000;
    struct State {
        std::size_t next = 0;
        StoredRowReader reader;
    };
    auto state = std::make_shared<State>();
    return [&revision, split, state](DataRow& row) {
        while (state->next < revision.rows.size()) {
            const std::size_t index = state->next++;
            if (index % kRowsBetweenTidying == kRowsBetweenTidying - 1)
                releaseUnusedMemory();
            if (index % RevisionRows::kReadBetweenReleases == 0)
                revision.rows.release();
            if (revision.frozen.rows[index].split != split)
                continue;
            row = revision.rows.read(index, state->reader);
            return true;
        }
        return false;
    };
}

std::uint64_t countOf(const Revision& revision, RowSplit split)
{
    return static_cast<std::uint64_t>(std::ranges::count(revision.frozen.rows, split, &FrozenRow::split));
}

[[noreturn]] void refuseUnsupervised(const PackedSamples& set)
{
    const std::string reason = set.problems.listed.empty() ? "no answer is left after cutoff_len"
                                                           : set.problems.listed.front().reason;
    throw Error(ErrorKind::Input, "no row has a token to train on: " + reason, "dataset",
        "Look at the rows with train --dry-run, raise cutoff_len, or map the columns.");
}

} // namespace

TextTools loadTextTools(const Recipe& recipe)
{
    TextTools tools;
    tools.tokenizer = loadTokenizer(recipe.modelNameOrPath);
    tools.chatTemplate = chooseChatTemplate(recipe.templateName, tools.tokenizer.get());
    return tools;
}

bool needsTokenizer(const Revision& revision, const Recipe& recipe)
{
    if (!recipe.probePrompts.empty())
        return true;
    for (std::size_t i = 0; i < revision.rows.size(); ++i)
        if (revision.rows.kind(i) != RowKind::Tokens)
            return true;
    return false;
}

TrainingSamples makeTrainingSamples(const Revision& revision,
    const TextTools& tools,
    const Recipe& recipe,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    SampleOptions options = sampleOptionsOf(recipe);
    options.vocabularySize = static_cast<std::size_t>(tools.vocabularySize);
    const SampleMaker maker(tools.tokenizer, tools.chatTemplate, options);
    SampleRun run;
    run.threads = static_cast<unsigned>(recipe.threads > 0 ? recipe.threads : usableCores());
    run.fileNames = revision.files;
    run.rows = countOf(revision, RowSplit::Train);
    TrainingSamples samples;
    samples.train = packSamples(maker, run, rowsOf(revision, RowSplit::Train), progress, stop);
    if (samples.train.statistics.supervisedTokens == 0)
        refuseUnsupervised(samples.train);
    run.rows = countOf(revision, RowSplit::Evaluation);
    samples.evaluation = packSamples(maker, run, rowsOf(revision, RowSplit::Evaluation), progress, stop);
    return samples;
}

std::vector<std::uint64_t> lengthsOf(const PackedSamples& set)
{
    std::vector<std::uint64_t> lengths;
    for (std::size_t i = 0; i < set.samples.size(); ++i)
        lengths.push_back(set.samples.length(i));
    return lengths;
}

std::unique_ptr<LanguageModel> loadForTraining(const Recipe& recipe)
{
    LoadOptions load;
    load.computeType = computeTypeOf(recipe.bf16);
    return loadLanguageModel(recipe.modelNameOrPath, load);
}

} // namespace temper
