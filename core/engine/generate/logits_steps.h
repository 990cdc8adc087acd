// SPDX-License-Identifier: Apache-2.0
// The steps that turn a model's logits into the distribution a token is drawn from, each a pure function of
// arrays. They follow transformers 5 (generation/logits_process.py) in order and in what happens at ties.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace temper {

// A token that may still follow, and its score (a logit, not normalised).
struct Candidate {
    std::int32_t id = 0;
    float score = 0;
};

// log of the sum of exp(scores); minus infinity for an empty or wholly banned row.
double logSumExp(std::span<const float> scores);
// Turns logits into log-probabilities in place.
void logSoftmax(std::span<float> scores);
// The first index of the largest score; 0 for an empty row. NaN only when there is nothing else.
std::int32_t argmax(std::span<const float> scores);

// Divides positive and multiplies negative scores of every id in `previous` by `penalty`, once each. Ids
// outside the row are passed over. (Keskar et al. 2019, CTRL.)
void penalizeRepetition(std::span<float> scores, std::span<const std::int32_t> previous, float penalty);
// Sets to minus infinity every token that would complete an n-gram that `previous` already holds; size 0 does
// nothing.
void banRepeatedNgrams(std::span<float> scores, std::span<const std::int32_t> previous, int size);

// The filters below keep the order of the candidates and always leave min(minimum, candidates) of them, the
// most probable ones (for keepTypical: the most typical ones).

// The k largest scores and everything equal to the k-th.
void keepTopK(std::vector<Candidate>& candidates, int k, int minimum);
// The smallest set of most probable tokens whose probability exceeds p. (Holtzman et al. 2019.)
void keepTopP(std::vector<Candidate>& candidates, double p, int minimum);
// Tokens at least p times as probable as the most probable one. (Nguyen et al. 2024.)
void keepMinP(std::vector<Candidate>& candidates, double p, int minimum);
// Tokens whose information is closest to the entropy, until they hold `mass`. (Meister et al. 2022.)
void keepTypical(std::vector<Candidate>& candidates, double mass, int minimum);

// Probabilities of the candidates among themselves, in their order.
std::vector<float> softmax(std::span<const Candidate> candidates);

} // namespace temper
