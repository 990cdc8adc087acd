// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/attention_core.h"

#include "core/engine/model/backward_node.h"
#include "core/engine/model/kv_cache.h"
#include "core/engine/model/tap.h"
#include "kernels/decode_attention/decode_attention.h"
#include "kernels/rope/rope.h"

#include <ATen/Parallel.h>
#include <cmath>
#include <limits>

namespace temper {

namespace {

// [tokens, heads · size] → [keyValueHeads, group, tokens, size], a view.
at::Tensor byGroup(const at::Tensor& x, AttentionShape shape)
{
    const std::int64_t group = shape.heads / shape.keyValueHeads;
    return x.view({ x.size(0), shape.keyValueHeads, group, shape.headSize }).permute({ 1, 2, 0, 3 });
}

// [tokens, keyValueHeads · size] → the same for every head of a group, a view.
at::Tensor forGroup(const at::Tensor& x, AttentionShape shape)
{
    const std::int64_t group = shape.heads / shape.keyValueHeads;
    return x.view({ x.size(0), shape.keyValueHeads, 1, shape.headSize })
        .expand({ x.size(0), shape.keyValueHeads, group, shape.headSize })
        .permute({ 1, 2, 0, 3 });
}

at::Tensor rowOf(const at::Tensor& x, const TokenBatch& batch, std::int64_t row)
{
    const auto r = static_cast<std::size_t>(row);
    return x.narrow(0, batch.rowStarts[r], batch.rowStarts[r + 1] - batch.rowStarts[r]);
}

// Inputs in this order: query, key, value.
struct AttentionBackward final : public torch::autograd::Node {
    AttentionShape shape;
    const RotaryPositions* rotary = nullptr;
    TokenBatch batch;
    at::Tensor query, key, value, output;
    std::vector<at::Tensor> logSums; // a row: [keyValueHeads, group, tokens]

    torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override
    {
        const at::NoGradGuard noGrad;
        torch::autograd::variable_list result(3);
        if (!grads[0].defined())
            return result;
        const at::Tensor dOutput = grads[0].contiguous();
        result[0] = at::empty_like(query);
        result[1] = at::empty_like(key);
        result[2] = at::empty_like(value);
        for (std::int64_t row = 0; row < batch.rows(); ++row)
            applyRow(row, dOutput, result);
        rotary->turn(result[0], shape.heads, batch.positions, RopeDirection::Backward);
        rotary->turn(result[1], shape.keyValueHeads, batch.positions, RopeDirection::Backward);
        return result;
    }

    void applyRow(std::int64_t row, const at::Tensor& dOutput, torch::autograd::variable_list& result) const
    {
        const auto [dQuery, dKey, dValue] = at::_scaled_dot_product_flash_attention_for_cpu_backward(
            byGroup(rowOf(dOutput, batch, row), shape), byGroup(rowOf(query, batch, row), shape),
            forGroup(rowOf(key, batch, row), shape), forGroup(rowOf(value, batch, row), shape),
            byGroup(rowOf(output, batch, row), shape), logSums[static_cast<std::size_t>(row)], 0.0, true);
        byGroup(rowOf(result[0], batch, row), shape).copy_(dQuery);
        sumGroup(dKey, rowOf(result[1], batch, row));
        sumGroup(dValue, rowOf(result[2], batch, row));
    }

    // Adds up what the heads of a group say of the keys they share.
    void sumGroup(const at::Tensor& perHead, const at::Tensor& target) const
    {
        const auto view
            = target.view({ target.size(0), shape.keyValueHeads, shape.headSize }).permute({ 1, 0, 2 });
        view.copy_(perHead.sum(1));
    }

    void release_variables() override
    {
        query.reset();
        key.reset();
        value.reset();
        output.reset();
        logSums.clear();
    }

    std::string name() const override { return "AttentionBackward"; }
};

void turnBoth(AttentionShape shape, at::Tensor& query, at::Tensor& key, const Pass& pass)
{
    pass.positions.turn(query, shape.heads, pass.batch.positions, RopeDirection::Forward);
    pass.positions.turn(key, shape.keyValueHeads, pass.batch.positions, RopeDirection::Forward);
}

// Additive mask [queries, keys] where query i stands at key position `before` + i.
at::Tensor causalMask(std::int64_t queries, std::int64_t before, at::ScalarType type)
{
    const at::Tensor row = at::arange(queries).unsqueeze(1) + before;
    const at::Tensor column = at::arange(queries + before).unsqueeze(0);
    return at::zeros({ queries, queries + before }, type).masked_fill_(column > row, -INFINITY);
}

// One query [1, heads · size] in float32 against what the cache holds of its row.
void attendToCache(AttentionShape shape, const at::Tensor& query, const at::Tensor& keys, const at::Tensor& values,
    const at::Tensor& output)
{
    DecodeAttention problem;
    problem.query = query.data_ptr<float>();
    problem.keys = keys.data_ptr();
    problem.values = values.data_ptr();
    problem.numbers = keys.scalar_type() == at::kFloat ? CacheNumbers::Float32 : CacheNumbers::BFloat16;
    problem.output = output.data_ptr<float>();
    problem.heads = shape.heads;
    problem.keyValueHeads = shape.keyValueHeads;
    problem.headSize = shape.headSize;
    problem.length = keys.size(0);
    problem.scale = static_cast<float>(1.0 / std::sqrt(static_cast<double>(shape.headSize)));
    const std::int64_t grain = 1 + (1 << 15) / (problem.length * shape.headSize);
    at::parallel_for(0, shape.heads, grain,
        [&](std::int64_t begin, std::int64_t end) { decodeAttention(problem, begin, end); });
}

bool suitsDecodeAttention(const at::Tensor& query, const at::Tensor& keys)
{
    const bool known = keys.scalar_type() == at::kFloat || keys.scalar_type() == at::kBFloat16;
    return known && query.size(0) == 1 && query.scalar_type() == at::kFloat && query.is_cpu() && keys.is_contiguous();
}

} // namespace

at::Tensor packedAttention(
    AttentionShape shape, at::Tensor query, at::Tensor key, const at::Tensor& value, const Pass& pass)
{
    at::Tensor output;
    std::vector<at::Tensor> logSums;
    at::Tensor turnedQuery = query.detach();
    at::Tensor turnedKey = key.detach();
    const at::Tensor values = value.detach();
    {
        const at::NoGradGuard noGrad;
        turnBoth(shape, turnedQuery, turnedKey, pass);
        output = at::empty_like(turnedQuery);
        for (std::int64_t row = 0; row < pass.batch.rows(); ++row) {
            const auto [result, logSum]
                = at::_scaled_dot_product_flash_attention_for_cpu(byGroup(rowOf(turnedQuery, pass.batch, row), shape),
                    forGroup(rowOf(turnedKey, pass.batch, row), shape),
                    forGroup(rowOf(values, pass.batch, row), shape), 0.0, true);
            byGroup(rowOf(output, pass.batch, row), shape).copy_(result);
            logSums.push_back(logSum);
        }
    }
    if (needsGraph(query, key, value)) {
        auto node = attachNode<AttentionBackward>(output, query, key, value);
        node->shape = shape;
        node->rotary = &pass.positions;
        node->batch = pass.batch;
        node->query = turnedQuery;
        node->key = turnedKey;
        node->value = values;
        node->output = output.detach();
        node->logSums = std::move(logSums);
    }
    return output;
}

at::Tensor cachedAttention(std::int64_t layer, AttentionShape shape, at::Tensor query, at::Tensor key,
    const at::Tensor& value, const Pass& pass)
{
    turnBoth(shape, query, key, pass);
    at::Tensor output = at::empty_like(query);
    for (std::int64_t row = 0; row < pass.batch.rows(); ++row) {
        const at::Tensor queries = rowOf(query, pass.batch, row);
        const std::int64_t before = pass.cache->length(row);
        const std::int64_t length = before + queries.size(0);
        pass.cache->append(layer, row, rowOf(key, pass.batch, row), rowOf(value, pass.batch, row));
        const at::Tensor keys = pass.cache->keys(layer, row, length);
        const at::Tensor values = pass.cache->values(layer, row, length);
        if (suitsDecodeAttention(queries, keys)) {
            attendToCache(shape, queries, keys, values, rowOf(output, pass.batch, row));
            continue;
        }
        const bool fresh = before == 0;
        std::optional<at::Tensor> mask;
        if (!fresh && queries.size(0) > 1)
            mask = causalMask(queries.size(0), before, keys.scalar_type());
        const at::Tensor result = std::get<0>(
            at::_scaled_dot_product_flash_attention_for_cpu(byGroup(queries.to(keys.scalar_type()), shape),
                forGroup(keys, shape), forGroup(values, shape), 0.0, fresh, mask));
        byGroup(rowOf(output, pass.batch, row), shape).copy_(result);
    }
    return output;
}

at::Tensor wholeAttention(std::int64_t layer, AttentionShape shape, at::Tensor query, at::Tensor key,
    const at::Tensor& value, const Pass& pass)
{
    turnBoth(shape, query, key, pass);
    at::Tensor output = at::empty_like(query);
    const double scale = 1.0 / std::sqrt(static_cast<double>(shape.headSize));
    for (std::int64_t row = 0; row < pass.batch.rows(); ++row) {
        const at::Tensor queries = byGroup(rowOf(query, pass.batch, row), shape).to(at::kFloat);
        const at::Tensor keys = forGroup(rowOf(key, pass.batch, row), shape).to(at::kFloat);
        const at::Tensor values = forGroup(rowOf(value, pass.batch, row), shape).to(at::kFloat);
        const std::int64_t tokens = queries.size(2);
        at::Tensor hidden = at::ones({ tokens, tokens }, at::kBool).triu_(1);
        if (pass.batch.keyMask.defined())
            hidden = hidden.logical_or(rowOf(pass.batch.keyMask, pass.batch, row).logical_not().unsqueeze(0));
        const at::Tensor scores = at::matmul(queries, keys.transpose(2, 3)).mul_(scale);
        const at::Tensor weights
            = at::softmax(scores.masked_fill_(hidden, std::numeric_limits<float>::lowest()), 3);
        byGroup(rowOf(output, pass.batch, row), shape).copy_(at::matmul(weights, values));
        if (pass.tap && pass.tap->wantsAttention())
            pass.tap->attention(layer, row, weights.reshape({ shape.heads, tokens, tokens }));
    }
    return output;
}

} // namespace temper
