// SPDX-License-Identifier: Apache-2.0
#include "core/engine/inspect/forward.h"

#include "core/common/base/error.h"
#include "core/engine/model/tap.h"

#include <ATen/ATen.h>

namespace temper {

namespace {

const at::Tensor* findTensor(const std::vector<NamedTensor>& inputs, const std::string& name)
{
    for (const NamedTensor& input : inputs)
        if (input.name == name)
            return &input.tensor;
    return nullptr;
}

at::Tensor whole(const std::vector<NamedTensor>& inputs, const std::string& name, const at::Tensor& like,
    const std::string& subject)
{
    const at::Tensor* tensor = findTensor(inputs, name);
    if (!tensor)
        return {};
    if (tensor->sizes() != like.sizes())
        throw Error(ErrorKind::Input, name + " has another shape than input_ids.", subject);
    return tensor->to(at::kLong);
}

TokenBatch batchOf(const std::vector<NamedTensor>& inputs, const std::string& subject)
{
    const at::Tensor* given = findTensor(inputs, "input_ids");
    if (!given || given->dim() != 2 || given->numel() == 0)
        throw Error(ErrorKind::Input, "input_ids [rows, length] is missing or empty.", subject);
    const at::Tensor ids = given->to(at::kLong);
    const at::Tensor mask = whole(inputs, "attention_mask", ids, subject);
    at::Tensor positions = whole(inputs, "position_ids", ids, subject);
    if (!positions.defined())
        positions = at::arange(ids.size(1)).unsqueeze(0).expand_as(ids);
    TokenBatch batch;
    batch.ids = ids.reshape({ -1 });
    batch.positions = positions.reshape({ -1 }).contiguous();
    if (batch.positions.min().item<std::int64_t>() < 0)
        throw Error(ErrorKind::Input, "position_ids holds a negative position.", subject);
    batch.lastPosition = batch.positions.max().item<std::int64_t>();
    for (std::int64_t row = 0; row <= ids.size(0); ++row)
        batch.rowStarts.push_back(row * ids.size(1));
    if (mask.defined() && !mask.all().item<bool>())
        batch.keyMask = mask.reshape({ -1 }).to(at::kBool);
    return batch;
}

// [rows · length, …] → [rows, length, …].
at::Tensor unflatten(const TokenBatch& batch, const at::Tensor& flat)
{
    std::vector<std::int64_t> shape { batch.rows(), batch.tokens() / batch.rows() };
    for (std::int64_t d = 1; d < flat.dim(); ++d)
        shape.push_back(flat.size(d));
    return flat.view(shape);
}

class SavingTap final : public Tap {
public:
    SavingTap(const TokenBatch& batch, const ForwardOptions& options, std::vector<NamedTensor>& results)
        : m_batch(batch)
        , m_options(options)
        , m_results(results)
    {
    }

    void hiddenState(std::int64_t index, const at::Tensor& state) override
    {
        if (m_options.hiddenStates)
            m_results.push_back({ "hidden_states." + std::to_string(index), unflatten(m_batch, state.to(at::kFloat)) });
    }

    bool wantsAttention() const override { return m_options.attentions; }

    void attention(std::int64_t layer, std::int64_t row, const at::Tensor& weights) override
    {
        if (row == 0)
            m_results.push_back({ "attentions." + std::to_string(layer),
                at::empty({ m_batch.rows(), weights.size(0), weights.size(1), weights.size(2) }) });
        m_results.back().tensor[row].copy_(weights);
    }

private:
    const TokenBatch& m_batch;
    const ForwardOptions& m_options;
    std::vector<NamedTensor>& m_results;
};

// The library's loss for causal models: shifted, mean over labels that are not −100.
at::Tensor shiftedLoss(const at::Tensor& logits, const at::Tensor& labels)
{
    const std::int64_t length = logits.size(1);
    const at::Tensor scores = logits.slice(1, 0, length - 1).reshape({ -1, logits.size(2) });
    return at::cross_entropy_loss(scores, labels.slice(1, 1).reshape({ -1 }), {}, 1, -100);
}

} // namespace

std::vector<NamedTensor> forwardPass(LanguageModel& model, const std::vector<NamedTensor>& inputs,
    const ForwardOptions& options, const std::string& subject)
{
    const at::NoGradGuard noGrad;
    const TokenBatch batch = batchOf(inputs, subject);
    std::vector<NamedTensor> results;
    SavingTap tap(batch, options, results);
    PassOptions pass;
    pass.tap = &tap;
    const at::Tensor hidden = model.decoder->forward(batch, pass);
    const at::Tensor logits = unflatten(batch, model.decoder->logits(hidden));
    const at::Tensor labels = whole(inputs, "labels", *findTensor(inputs, "input_ids"), subject);
    if (labels.defined())
        results.push_back({ "loss", shiftedLoss(logits, labels) });
    results.push_back({ "logits", logits });
    return results;
}

} // namespace temper
