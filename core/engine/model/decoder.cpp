// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/decoder.h"

#include "core/common/base/error.h"
#include "core/engine/model/backward_node.h"
#include "core/engine/model/kv_cache.h"
#include "core/engine/model/tap.h"
#include "kernels/gemv/gemv_torch.h"

#include <ATen/ATen.h>
#include <charconv>

namespace temper {

namespace {

void addMatrix(std::vector<NamedParameter>& list, Linear& linear)
{
    const at::Tensor weight = linear.weight()->parameter();
    if (weight.defined())
        list.push_back({ linear.name() + ".weight", weight,
            [&linear](at::Tensor tensor) { linear.setWeight(std::make_shared<DenseWeight>(std::move(tensor))); } });
    if (linear.bias().defined())
        list.push_back({ linear.name() + ".bias", linear.bias(),
            [&linear](at::Tensor tensor) { linear.setBias(std::move(tensor)); } });
}

void addNorm(std::vector<NamedParameter>& list, RmsNorm& norm)
{
    list.push_back({ norm.name() + ".weight", norm.weight(),
        [&norm](at::Tensor tensor) { norm.setWeight(std::move(tensor)); } });
}

// A decoding step is bound by reading the weights, so that float32 activations cost nothing and save the conversions.
bool readsWeightsOnce(const TokenBatch& batch, const PassOptions& options)
{
    return options.cache && batch.tokens() <= kGemvRows;
}

std::vector<Linear*> linearsOf(Block& block)
{
    Attention::Parts& attention = block.attention().parts();
    FeedForward::Parts& feedForward = block.feedForward().parts();
    return { &attention.query, &attention.key, &attention.value, &attention.output, &feedForward.gate,
        &feedForward.up, &feedForward.down };
}

} // namespace

Decoder::Decoder(DecoderOptions options, Parts parts, at::ScalarType computeType)
    : m_options(std::move(options))
    , m_parts(std::move(parts))
    , m_positions(m_options.rope, m_options.headSize)
    , m_computeType(computeType)
{
}

at::Tensor Decoder::embed(const TokenBatch& batch) const
{
    const auto [lowest, highest] = at::aminmax(batch.ids);
    const std::int64_t wrong = lowest.item<std::int64_t>() < 0 ? lowest.item<std::int64_t>()
                                                               : highest.item<std::int64_t>();
    if (wrong < 0 || wrong >= m_options.vocabularySize)
        throw Error(ErrorKind::Input,
            "token id " + std::to_string(wrong) + " is outside the model's vocabulary of "
                + std::to_string(m_options.vocabularySize) + ".",
            {}, "Check that tokenizer and model belong together.");
    return at::embedding(m_parts.embeddings, batch.ids).to(at::kFloat);
}

at::Tensor Decoder::forward(const TokenBatch& batch, const PassOptions& options)
{
    m_positions.reach(batch.lastPosition);
    const at::ScalarType type = readsWeightsOnce(batch, options) ? at::kFloat : m_computeType;
    const Pass pass { batch, m_positions, options.dropout, options.cache, options.tap, type };
    at::Tensor x = embed(batch);
    if (options.tap)
        options.tap->hiddenState(0, x);
    std::int64_t layer = 0;
    for (const Block& block : m_parts.blocks) {
        const bool recompute = options.recompute == Recompute::Blocks && at::GradMode::is_enabled();
        x = recompute ? forwardRecomputed(block, x, pass) : block.forward(x, pass);
        if (options.tap && ++layer < m_options.layers)
            options.tap->hiddenState(layer, x);
    }
    if (options.cache)
        for (std::int64_t row = 0; row < batch.rows(); ++row)
            options.cache->advance(row, batch.rowStarts[static_cast<std::size_t>(row) + 1]
                    - batch.rowStarts[static_cast<std::size_t>(row)]);
    x = m_parts.finalNorm.forward(x, type).value;
    if (options.tap)
        options.tap->hiddenState(m_options.layers, x);
    return x;
}

at::Tensor Decoder::logits(const at::Tensor& hidden) const
{
    const at::Tensor head = withoutGraph(headWeight());
    if (suitsGemv(hidden, head))
        return gemvProduct(hidden, head).to(at::kFloat);
    return at::mm(hidden, head.to(hidden.scalar_type()).t()).to(at::kFloat);
}

std::vector<Linear*> Decoder::linears()
{
    std::vector<Linear*> all;
    for (Block& block : m_parts.blocks)
        for (Linear* linear : linearsOf(block))
            all.push_back(linear);
    return all;
}

std::vector<NamedParameter> Decoder::parameters()
{
    std::vector<NamedParameter> list;
    list.push_back({ "model.embed_tokens.weight", m_parts.embeddings,
        [this](at::Tensor tensor) { m_parts.embeddings = std::move(tensor); } });
    for (Block& block : m_parts.blocks) {
        addNorm(list, block.attentionNorm());
        for (Linear* linear : linearsOf(block))
            addMatrix(list, *linear);
        Attention::Parts& attention = block.attention().parts();
        if (attention.queryNorm)
            addNorm(list, *attention.queryNorm);
        if (attention.keyNorm)
            addNorm(list, *attention.keyNorm);
        addNorm(list, block.feedForwardNorm());
    }
    addNorm(list, m_parts.finalNorm);
    if (m_parts.head.defined())
        list.push_back({ "lm_head.weight", m_parts.head,
            [this](at::Tensor tensor) { m_parts.head = std::move(tensor); } });
    return list;
}

std::int64_t layerOf(std::string_view name)
{
    const std::string_view mark = ".layers.";
    const std::size_t at = name.find(mark);
    if (at == std::string_view::npos)
        return -1;
    std::int64_t layer = -1;
    std::from_chars(name.data() + at + mark.size(), name.data() + name.size(), layer);
    return layer;
}

} // namespace temper
