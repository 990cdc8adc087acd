// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/export_check.h"

#include "core/common/text/tokenizer.h"
#include "core/engine/export/self_test.h"
#include "core/engine/session/parameters.h"

#include <algorithm>

namespace temper {

namespace {

// Prose, figures and another script, so that many kinds of tokens are read.
constexpr const char* kProbe = "The quick brown fox jumps over the lazy dog. 12 + 30 = 42. 天空是蓝色的。";
constexpr std::size_t kLongestProbe = 48;

ProbeLogits probe(OpenModel& open, const std::stop_token& stop)
{
    std::vector<std::int32_t> ids;
    if (const auto tokenizer = open.tokenizer())
        ids = tokenizer->encode(kProbe, SpecialTokens::Add, Offsets::NotWanted).ids;
    const auto steps = makeStepModel(open.model());
    const auto vocabulary = static_cast<std::int32_t>(steps->vocabularySize());
    const bool silent = ids.empty(); // a model without a tokenizer
    for (std::int32_t i = 0; silent && i < static_cast<std::int32_t>(kLongestProbe); ++i)
        ids.push_back(i * 7 % vocabulary);
    ids.resize(std::min(ids.size(), kLongestProbe));
    return readProbe(*steps, ids, stop);
}

} // namespace

Json exportCheckMethod(const Json& params, const SessionContext& context, ModelShelf& shelf)
{
    const ModelWish before = modelWishOf(params, context);
    ModelWish after = before;
    const std::filesystem::path folder = params.at("folder").get<std::string>();
    const std::string form = params.at("form").get<std::string>();
    if (form == "adapter") {
        if (after.adapters.empty())
            throw Error(ErrorKind::Usage, "is missing.", "adapter", "Name the adapter's folder.");
        after.adapters.back() = folder;
    } else if (form == "merged") {
        after = { folder, {}, context.progress, context.stop };
    } else {
        throw Error(ErrorKind::Usage, "is \"" + form + "\".", "form", "Choose adapter or merged.");
    }
    const ProbeLogits expected = probe(shelf.open(before), context.stop);
    const SelfTest test = compareProbes(expected, probe(shelf.open(after), context.stop));
    return { { "greatest_difference", test.greatestDifference }, { "positions", test.positions },
        { "same_choice", test.sameChoice } };
}

} // namespace temper
