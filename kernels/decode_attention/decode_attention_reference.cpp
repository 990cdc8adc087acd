// SPDX-License-Identifier: Apache-2.0
#include "kernels/decode_attention/decode_attention.h"

#include <bit>
#include <cmath>
#include <vector>

namespace temper {

namespace {

double numberAt(const void* data, CacheNumbers numbers, std::int64_t index)
{
    if (numbers == CacheNumbers::Float32)
        return static_cast<double>(static_cast<const float*>(data)[index]);
    const std::uint32_t bits = static_cast<std::uint32_t>(static_cast<const std::uint16_t*>(data)[index]) << 16;
    return static_cast<double>(std::bit_cast<float>(bits));
}

} // namespace

void decodeAttentionReference(const DecodeAttention& p)
{
    for (std::int64_t head = 0; head < p.heads; ++head) {
        const std::int64_t shared = head / (p.heads / p.keyValueHeads);
        const auto cell = [&](std::int64_t token, std::int64_t i) {
            return (token * p.keyValueHeads + shared) * p.headSize + i;
        };
        std::vector<double> weights;
        double total = 0.0;
        for (std::int64_t token = 0; token < p.length; ++token) {
            double score = 0.0;
            for (std::int64_t i = 0; i < p.headSize; ++i)
                score += static_cast<double>(p.query[head * p.headSize + i])
                    * numberAt(p.keys, p.numbers, cell(token, i));
            weights.push_back(std::exp(score * static_cast<double>(p.scale)));
            total += weights.back();
        }
        for (std::int64_t i = 0; i < p.headSize; ++i) {
            double sum = 0.0;
            for (std::int64_t token = 0; token < p.length; ++token)
                sum += weights[static_cast<std::size_t>(token)] * numberAt(p.values, p.numbers, cell(token, i));
            p.output[head * p.headSize + i] = static_cast<float>(sum / total);
        }
    }
}

} // namespace temper
