// SPDX-License-Identifier: Apache-2.0
#include "kernels/decode_attention/decode_attention.h"

#include <algorithm>
#include <vector>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/decode_attention/decode_attention_cpu.cpp"
#include "hwy/foreach_target.h"
// foreach_target.h first: it includes this file once for every instruction set
#include "hwy/contrib/math/math-inl.h"
#include "hwy/highway.h"

#include "kernels/float_rows_per_target.h"

HWY_BEFORE_NAMESPACE();
namespace temper::HWY_NAMESPACE {

template <typename Row> float product(const float* query, const Row& key, std::int64_t size)
{
    const Lanes lanes;
    const auto step = static_cast<std::int64_t>(hn::Lanes(lanes));
    Vector sums = hn::Zero(lanes);
    std::int64_t i = 0;
    for (; i + step <= size; i += step)
        sums = hn::MulAdd(hn::LoadU(lanes, query + i), key.load(i), sums);
    float sum = hn::GetLane(hn::SumOfLanes(lanes, sums));
    for (; i < size; ++i)
        sum += query[i] * key.at(i);
    return sum;
}

// Scores → weights that are not yet divided by their sum, which is returned. `scores` has room for whole vectors.
float exponentials(std::vector<float>& scores, std::int64_t length)
{
    const Lanes lanes;
    const auto step = static_cast<std::int64_t>(hn::Lanes(lanes));
    const float largest = *std::max_element(scores.begin(), scores.begin() + length);
    float total = 0.0f;
    for (std::int64_t i = 0; i < length; i += step) {
        const Vector shifted = hn::Sub(hn::LoadU(lanes, scores.data() + i), hn::Set(lanes, largest));
        hn::StoreU(hn::Exp(lanes, hn::Max(shifted, hn::Set(lanes, -87.0f))), lanes, scores.data() + i);
    }
    for (std::int64_t i = 0; i < length; ++i)
        total += scores[static_cast<std::size_t>(i)];
    return total;
}

template <typename Row> void addScaled(float weight, const Row& value, std::int64_t size, float* output)
{
    const Lanes lanes;
    const auto step = static_cast<std::int64_t>(hn::Lanes(lanes));
    const Vector weights = hn::Set(lanes, weight);
    std::int64_t i = 0;
    for (; i + step <= size; i += step)
        hn::StoreU(hn::MulAdd(weights, value.load(i), hn::LoadU(lanes, output + i)), lanes, output + i);
    for (; i < size; ++i)
        output[i] += weight * value.at(i);
}

template <typename Row> void attendHeads(const DecodeAttention& p, std::int64_t begin, std::int64_t end)
{
    thread_local std::vector<float> scores;
    scores.assign(static_cast<std::size_t>(p.length) + hn::MaxLanes(Lanes()), 0.0f);
    const std::int64_t stride = p.keyValueHeads * p.headSize;
    for (std::int64_t head = begin; head < end; ++head) {
        const std::int64_t shared = head / (p.heads / p.keyValueHeads);
        const float* query = p.query + head * p.headSize;
        const auto rowOf = [&](const void* data, std::int64_t token) {
            return Row(data, 1, token * stride + shared * p.headSize);
        };
        for (std::int64_t token = 0; token < p.length; ++token)
            scores[static_cast<std::size_t>(token)] = product(query, rowOf(p.keys, token), p.headSize) * p.scale;
        const float total = exponentials(scores, p.length);
        float* output = p.output + head * p.headSize;
        std::fill(output, output + p.headSize, 0.0f);
        for (std::int64_t token = 0; token < p.length; ++token)
            addScaled(scores[static_cast<std::size_t>(token)] / total, rowOf(p.values, token), p.headSize, output);
    }
}

void attend(const DecodeAttention& problem, std::int64_t begin, std::int64_t end)
{
    switch (problem.numbers) {
    case CacheNumbers::Float32:
        attendHeads<Float32Row>(problem, begin, end);
        break;
    case CacheNumbers::BFloat16:
        attendHeads<BFloat16Row>(problem, begin, end);
        break;
    }
}

} // namespace temper::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace temper {

HWY_EXPORT(attend);

void decodeAttention(const DecodeAttention& problem, std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(attend)(problem, begin, end);
}

} // namespace temper
#endif
