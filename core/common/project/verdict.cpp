// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/verdict.h"

#include "core/common/base/error.h"
#include "core/common/base/random.h"

#include <algorithm>
#include <cmath>

namespace temper {
namespace {

constexpr int kDraws = 2000;
constexpr std::uint64_t kSeed = 20;
constexpr double kTail = 0.025;

struct Pair {
    double tokens = 0;
    double change = 0; // nll tuned − nll base
};

// Σ change / Σ tokens of each draw, ascending.
std::vector<double> drawnChanges(const std::vector<Pair>& pairs)
{
    Random random(kSeed);
    std::vector<double> changes;
    changes.reserve(kDraws);
    for (int draw = 0; draw < kDraws; ++draw) {
        double change = 0;
        double tokens = 0;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const Pair& pair = pairs[random.below(pairs.size())];
            change += pair.change;
            tokens += pair.tokens;
        }
        changes.push_back(change / tokens);
    }
    std::ranges::sort(changes);
    return changes;
}

Outcome outcomeOf(const Verdict& verdict)
{
    if (verdict.rows < kFewestRowsForVerdict)
        return Outcome::TooFewRows;
    if (verdict.changeUpper < 0)
        return Outcome::Better;
    return verdict.changeLower > 0 ? Outcome::Worse : Outcome::NoDifference;
}

std::optional<double> perplexity(const std::optional<SummedLoss>& loss)
{
    if (!loss || loss->tokens == 0)
        return std::nullopt;
    return std::exp(loss->nll / static_cast<double>(loss->tokens));
}

std::vector<Pair> pairsOf(const HeldOutLosses& base, const HeldOutLosses& tuned, Verdict& verdict)
{
    std::vector<Pair> pairs;
    double baseSum = 0;
    double tunedSum = 0;
    for (std::size_t i = 0; i < base.rows.size(); ++i) {
        const SummedLoss& before = base.rows[i];
        const SummedLoss& after = tuned.rows[i];
        if (before.tokens == 0 || !std::isfinite(before.nll) || !std::isfinite(after.nll))
            continue;
        pairs.push_back({ static_cast<double>(before.tokens), after.nll - before.nll });
        baseSum += before.nll;
        tunedSum += after.nll;
        verdict.tokens += before.tokens;
    }
    verdict.rows = pairs.size();
    if (!pairs.empty()) {
        verdict.base = baseSum / static_cast<double>(verdict.tokens);
        verdict.tuned = tunedSum / static_cast<double>(verdict.tokens);
    }
    return pairs;
}

} // namespace

Verdict judge(const HeldOutLosses& base, const HeldOutLosses& tuned)
{
    const auto sameTokens = [](const SummedLoss& a, const SummedLoss& b) { return a.tokens == b.tokens; };
    if (!std::ranges::equal(base.rows, tuned.rows, sameTokens))
        throw Error(ErrorKind::Input, "base and tuned model were judged on different rows.", "evaluation",
            "Start a new run to compare them.");
    Verdict verdict;
    const std::vector<Pair> pairs = pairsOf(base, tuned, verdict);
    if (!pairs.empty()) {
        const std::vector<double> changes = drawnChanges(pairs);
        const auto place = static_cast<std::size_t>(kTail * kDraws);
        verdict.changeLower = changes[place];
        verdict.changeUpper = changes[kDraws - 1 - place];
    }
    verdict.outcome = outcomeOf(verdict);
    verdict.generalBase = perplexity(base.general);
    verdict.generalTuned = perplexity(tuned.general);
    return verdict;
}

std::optional<Verdict> readVerdict(const RunFolder& run)
{
    const std::optional<HeldOutLosses> base = readHeldOutLosses(run, JudgedModel::Base);
    const std::optional<HeldOutLosses> tuned = readHeldOutLosses(run, JudgedModel::Tuned);
    if (!base || !tuned)
        return std::nullopt;
    return judge(*base, *tuned);
}

} // namespace temper
