// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/training_setup.h"

#include "core/common/base/error.h"
#include "core/common/base/os_process.h"
#include "core/common/file/model_files.h"
#include "core/common/text/chat_template_choice.h"
#include "core/engine/device/compute.h"

#include <algorithm>

namespace temper {

namespace {

std::vector<DataRow> rowsOf(const Revision& revision, RowSplit split)
{
    std::vector<DataRow> rows;
    for (std::size_t i = 0; i < revision.rows.size(); ++i)
        if (revision.frozen.rows[i].split == split)
            rows.push_back(revision.rows[i]);
    return rows;
}

[[noreturn]] void refuseUnsupervised(const SampleSet& set)
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

SampleOptions sampleOptionsOf(const Recipe& recipe)
{
    SampleOptions options;
    options.cutoffLength = static_cast<std::size_t>(recipe.cutoffLen);
    if (recipe.stage == Stage::PreTraining || recipe.trainOnPrompt)
        options.lossOn = LossOn::Everything;
    else if (recipe.maskHistory)
        options.lossOn = LossOn::LastAnswer;
    return options;
}

bool needsTokenizer(const Revision& revision, const Recipe& recipe)
{
    return !recipe.probePrompts.empty()
        || std::any_of(revision.rows.begin(), revision.rows.end(),
            [](const DataRow& row) { return row.kind != RowKind::Tokens; });
}

TrainingSamples makeTrainingSamples(const Revision& revision, const TextTools& tools, const Recipe& recipe,
    const ProgressFunction& progress, const std::stop_token& stop)
{
    const SampleMaker maker(tools.tokenizer, tools.chatTemplate, sampleOptionsOf(recipe));
    const auto threads = static_cast<unsigned>(recipe.threads > 0 ? recipe.threads : usableCores());
    const std::vector<DataRow> train = rowsOf(revision, RowSplit::Train);
    const std::vector<DataRow> evaluation = rowsOf(revision, RowSplit::Evaluation);
    TrainingSamples samples;
    samples.train = makeSamples(maker, train, revision.files, threads, progress, stop);
    if (samples.train.statistics.supervisedTokens == 0)
        refuseUnsupervised(samples.train);
    samples.evaluation = makeSamples(maker, evaluation, revision.files, threads, progress, stop);
    return samples;
}

std::vector<std::uint64_t> lengthsOf(const SampleSet& set)
{
    std::vector<std::uint64_t> lengths;
    for (const Sample& sample : set.samples)
        lengths.push_back(sample.ids.size());
    return lengths;
}

std::unique_ptr<LanguageModel> loadForTraining(const Recipe& recipe)
{
    LoadOptions load;
    load.computeType = computeTypeOf(recipe.bf16);
    return loadLanguageModel(recipe.modelNameOrPath, load);
}

} // namespace temper
