// SPDX-License-Identifier: Apache-2.0
// Attention of one new token to everything in the cache: softmax(q Kᵀ · scale) V a head, heads in groups that share
// keys and values (Ainslie et al. 2023).
#pragma once

#include <cstdint>

namespace temper {

enum class CacheNumbers { Float32, BFloat16 }; // BFloat16: the upper half of a float32; sums stay in float32

struct DecodeAttention {
    const float* query = nullptr; // [heads, headSize]
    const void* keys = nullptr; // [length, keyValueHeads, headSize], of `numbers`
    const void* values = nullptr; // as keys
    CacheNumbers numbers = CacheNumbers::Float32;
    float* output = nullptr; // [heads, headSize]
    std::int64_t heads = 0;
    std::int64_t keyValueHeads = 0; // divides heads
    std::int64_t headSize = 0;
    std::int64_t length = 0; // tokens in the cache, the new one among them; at least 1
    float scale = 1.0f; // 1/√headSize, mostly
};

// Heads [begin, end). The result of a head does not depend on the range it is in.
void decodeAttention(const DecodeAttention& problem, std::int64_t begin, std::int64_t end);

// The same in float64, all heads.
void decodeAttentionReference(const DecodeAttention& problem);

} // namespace temper
