// SPDX-License-Identifier: Apache-2.0
// What distinguishes one decoder-only model from another: numbers and choices. A family is a function that fills this in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace temper {

enum class NormKind { Rms };
enum class ActivationKind { Silu, GeluTanh, Gelu, Relu };

// Rotary frequencies as transformers' modeling_rope_utils.py computes them.
enum class RopeScaling { None, Linear, Llama3 };

struct RopeOptions {
    double theta = 10000.0;
    RopeScaling scaling = RopeScaling::None;
    double factor = 1.0;
    double lowFrequencyFactor = 1.0; // Llama3 only
    double highFrequencyFactor = 4.0;
    double originalContext = 8192.0;
};

struct DecoderOptions {
    std::string family; // "llama", as model_type spells it
    std::int64_t vocabularySize = 0;
    std::int64_t hiddenSize = 0;
    std::int64_t intermediateSize = 0;
    std::int64_t layers = 0;
    std::int64_t heads = 0;
    std::int64_t keyValueHeads = 0;
    std::int64_t headSize = 0;
    std::int64_t contextLength = 0;
    NormKind norm = NormKind::Rms;
    double normEpsilon = 1e-6;
    ActivationKind activation = ActivationKind::Silu;
    RopeOptions rope;
    bool queryKeyValueBias = false;
    bool outputBias = false;
    bool feedForwardBias = false;
    bool queryKeyNorm = false; // an RMS norm over each head's queries and keys, before the rotation
    bool tiedEmbeddings = false;
    std::vector<std::int64_t> endTokens; // eos ids, as the configuration names them
    std::optional<std::int64_t> beginToken;
    std::optional<std::int64_t> padToken;
};

// Throws Error(Input, …, subject) with the key's name for numbers that cannot be a model: zero or negative sizes,
// heads that do not divide, sizes above what a tensor can hold.
void checkDecoderOptions(const DecoderOptions& options, const std::string& subject);

} // namespace temper
