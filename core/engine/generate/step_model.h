// SPDX-License-Identifier: Apache-2.0
// The seam between search and the network: logits for the next token, one row a sequence, with the cache
// behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace temper {

// Spans that start() and step() return stay valid until the next call of either. Not thread-safe.
class StepModel {
public:
    virtual ~StepModel() = default;

    virtual std::size_t vocabularySize() const = 0;

    // Forgets the cache and reads the prompts (each at least one token, lengths may differ).
    // Returns the logits after the last token of each: [prompts, vocabulary], row-major float32.
    virtual std::span<const float> start(std::span<const std::vector<std::int32_t>> prompts) = 0;

    // Row i continues what row from[i] was after the previous call, with token ids[i]; rows may be left out,
    // repeated and reordered. Returns [ids, vocabulary], row-major float32.
    virtual std::span<const float> step(std::span<const std::int32_t> ids, std::span<const std::int64_t> from)
        = 0;
};

} // namespace temper
