// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/language_model.h"

#include "core/common/file/gguf.h"
#include "core/common/file/model_files.h"
#include "core/engine/adapter/adapter.h"
#include "core/engine/generate/step_model.h"
#include "core/engine/model/families/config_reader.h"
#include "core/engine/model/families/family.h"
#include "core/engine/model/kv_cache.h"

#include <ATen/ATen.h>

namespace temper {

namespace {

const Family& familyOf(const ModelFiles& files)
{
    return files.isGguf() ? familyOfGguf(files.gguf().metadata(), files.path().string())
                          : familyOfConfig(files.config(), (files.path() / "config.json").string());
}

WeightPlaces placesOf(const ModelFiles& files, const DecoderOptions& options)
{
    if (files.isGguf())
        return familyOf(files).ggufPlaces(options);
    return [](const std::string& name) { return WeightPlace { name, 0 }; };
}

// Builds the parts of a decoder out of a weight source.
class DecoderLoader {
public:
    DecoderLoader(const DecoderOptions& options, WeightSource source, const LoadOptions& load)
        : m_options(options)
        , m_source(std::move(source))
        , m_load(load)
        , m_type(load.computeType)
    {
    }

    Decoder::Parts load() const
    {
        Decoder::Parts parts { at::Tensor(), {}, norm("model.norm", m_options.hiddenSize), at::Tensor() };
        const std::vector<std::int64_t> shape { m_options.vocabularySize, m_options.hiddenSize };
        parts.embeddings = m_source.load("model.embed_tokens.weight", shape, m_type);
        if (!m_options.tiedEmbeddings)
            parts.head = m_source.load("lm_head.weight", shape, m_type);
        for (std::int64_t layer = 0; layer < m_options.layers; ++layer) {
            throwIfStopped(m_load.stop);
            if (m_load.onProgress)
                m_load.onProgress({ "loading", static_cast<std::uint64_t>(layer),
                    static_cast<std::uint64_t>(m_options.layers), "layers" });
            parts.blocks.push_back(block(layer));
        }
        return parts;
    }

private:
    RmsNorm norm(const std::string& name, std::int64_t size) const
    {
        return { name, m_source.load(name + ".weight", { size }, at::kFloat), m_options.normEpsilon };
    }

    Linear linear(const std::string& name, std::int64_t out, std::int64_t in, bool bias) const
    {
        at::Tensor weight = m_source.load(name + ".weight", { out, in }, m_type);
        return { name, std::make_shared<DenseWeight>(weight),
            bias ? m_source.load(name + ".bias", { out }, at::kFloat) : at::Tensor() };
    }

    Block block(std::int64_t layer) const
    {
        const std::string base = "model.layers." + std::to_string(layer) + ".";
        const std::string attention = base + "self_attn.";
        const std::string feedForward = base + "mlp.";
        const std::int64_t hidden = m_options.hiddenSize;
        const std::int64_t inner = m_options.intermediateSize;
        const std::int64_t queries = m_options.heads * m_options.headSize;
        const std::int64_t keys = m_options.keyValueHeads * m_options.headSize;
        Attention::Parts parts { linear(attention + "q_proj", queries, hidden, m_options.queryKeyValueBias),
            linear(attention + "k_proj", keys, hidden, m_options.queryKeyValueBias),
            linear(attention + "v_proj", keys, hidden, m_options.queryKeyValueBias),
            linear(attention + "o_proj", hidden, queries, m_options.outputBias), {}, {} };
        if (m_options.queryKeyNorm) {
            parts.queryNorm = norm(attention + "q_norm", m_options.headSize);
            parts.keyNorm = norm(attention + "k_norm", m_options.headSize);
        }
        FeedForward::Parts fed { linear(feedForward + "gate_proj", inner, hidden, m_options.feedForwardBias),
            linear(feedForward + "up_proj", inner, hidden, m_options.feedForwardBias),
            linear(feedForward + "down_proj", hidden, inner, m_options.feedForwardBias) };
        const AttentionShape shape { m_options.heads, m_options.keyValueHeads, m_options.headSize };
        return { norm(base + "input_layernorm", hidden), Attention(layer, shape, std::move(parts)),
            norm(base + "post_attention_layernorm", hidden), FeedForward(m_options.activation, std::move(fed)) };
    }

    const DecoderOptions& m_options;
    WeightSource m_source;
    const LoadOptions& m_load;
    at::ScalarType m_type;
};

class CachedStepModel final : public StepModel {
public:
    explicit CachedStepModel(Decoder& decoder)
        : m_decoder(decoder)
        , m_cache(decoder.options().layers, decoder.options().keyValueHeads * decoder.options().headSize,
              decoder.computeType())
    {
    }

    std::size_t vocabularySize() const override
    {
        return static_cast<std::size_t>(m_decoder.options().vocabularySize);
    }

    std::span<const float> start(std::span<const std::vector<std::int32_t>> prompts) override
    {
        m_cache.reset(static_cast<std::int64_t>(prompts.size()));
        return read({ prompts.begin(), prompts.end() });
    }

    std::span<const float> step(std::span<const std::int32_t> ids, std::span<const std::int64_t> from) override
    {
        m_cache.select(from);
        std::vector<std::vector<std::int32_t>> rows;
        for (const std::int32_t id : ids)
            rows.push_back({ id });
        return read(rows);
    }

private:
    std::span<const float> read(const std::vector<std::vector<std::int32_t>>& rows)
    {
        const c10::InferenceMode inference;
        std::vector<std::int64_t> before;
        for (std::int64_t row = 0; row < m_cache.rows(); ++row)
            before.push_back(m_cache.length(row));
        const TokenBatch batch = makeTokenBatch(rows, before);
        PassOptions options;
        options.cache = &m_cache;
        const at::Tensor hidden = m_decoder.forward(batch, options);
        std::vector<std::int64_t> last(batch.rowStarts.begin() + 1, batch.rowStarts.end());
        for (std::int64_t& index : last)
            --index;
        const bool whole = hidden.size(0) == batch.rows();
        m_logits = m_decoder.logits(whole ? hidden : hidden.index_select(0, at::tensor(last, at::kLong)));
        return { m_logits.data_ptr<float>(), static_cast<std::size_t>(m_logits.numel()) };
    }

    Decoder& m_decoder;
    KvCache m_cache;
    at::Tensor m_logits;
};

} // namespace

DecoderOptions describeModel(const ModelFiles& files)
{
    const Family& family = familyOf(files);
    DecoderOptions options;
    std::string subject = files.path().string();
    if (files.isGguf()) {
        options = family.fromGguf(files.gguf().metadata(), subject);
        const WeightPlaces places = family.ggufPlaces(options);
        const TensorView* embeddings = files.find(places("model.embed_tokens.weight").fileName);
        if (!embeddings || embeddings->shape.size() != 2)
            throw Error(ErrorKind::Input, "the token embeddings are missing.", subject);
        options.vocabularySize = embeddings->shape[0];
        options.tiedEmbeddings = files.find(places("lm_head.weight").fileName) == nullptr;
    } else {
        subject = (files.path() / "config.json").string();
        options = family.fromConfig(files.config(), subject);
    }
    checkDecoderOptions(options, subject);
    return options;
}

std::unique_ptr<LanguageModel> loadLanguageModel(const std::filesystem::path& path, const LoadOptions& load)
{
    const at::NoGradGuard noGrad;
    auto model = std::make_unique<LanguageModel>();
    model->path = path;
    model->files = std::make_shared<const ModelFiles>(path);
    const DecoderOptions options = describeModel(*model->files);
    WeightSource source(model->files, placesOf(*model->files, options));
    DecoderLoader loader(options, std::move(source), load);
    model->decoder = std::make_unique<Decoder>(options, loader.load(), load.computeType);
    for (const auto& folder : load.adapters)
        loadAdapter(*model->decoder, folder);
    return model;
}

std::unique_ptr<StepModel> makeStepModel(LanguageModel& model)
{
    return std::make_unique<CachedStepModel>(*model.decoder);
}

std::vector<float> tokenNll(LanguageModel& model, std::span<const std::int32_t> ids)
{
    const at::NoGradGuard noGrad;
    std::vector<float> result;
    if (ids.size() < 2)
        return result;
    const TokenBatch batch = makeTokenBatch({ { ids.begin(), ids.end() } });
    const at::Tensor hidden = model.decoder->forward(batch, {});
    constexpr std::int64_t kChunk = 256; // rows of logits at a time
    const auto predicted = static_cast<std::int64_t>(ids.size()) - 1;
    for (std::int64_t begin = 0; begin < predicted; begin += kChunk) {
        const std::int64_t rows = std::min(kChunk, predicted - begin);
        const at::Tensor logits = model.decoder->logits(hidden.narrow(0, begin, rows));
        const at::Tensor targets = batch.ids.narrow(0, begin + 1, rows).unsqueeze(1);
        const at::Tensor nll = (at::logsumexp(logits, { 1 }) - logits.gather(1, targets).squeeze(1)).contiguous();
        result.insert(result.end(), nll.data_ptr<float>(), nll.data_ptr<float>() + rows);
    }
    return result;
}

std::vector<std::int32_t> endTokens(const LanguageModel& model)
{
    std::vector<std::int64_t> ids = model.decoder->options().endTokens;
    const std::filesystem::path generation = model.path / "generation_config.json";
    if (!model.files->isGguf() && std::filesystem::exists(generation)) {
        const Json json = readJsonFile(generation);
        const auto named = ConfigReader(json, generation.string()).integers("eos_token_id");
        if (!named.empty())
            ids = named;
    }
    return { ids.begin(), ids.end() };
}

std::int64_t parameterCount(const DecoderOptions& o)
{
    const std::int64_t queries = o.heads * o.headSize;
    const std::int64_t keys = o.keyValueHeads * o.headSize;
    std::int64_t layer = o.hiddenSize * (2 * queries + 2 * keys) + 3 * o.hiddenSize * o.intermediateSize
        + 2 * o.hiddenSize;
    if (o.queryKeyValueBias)
        layer += queries + 2 * keys;
    if (o.outputBias)
        layer += o.hiddenSize;
    if (o.feedForwardBias)
        layer += 2 * o.intermediateSize + o.hiddenSize;
    if (o.queryKeyNorm)
        layer += 2 * o.headSize;
    const std::int64_t embeddings = o.vocabularySize * o.hiddenSize;
    return layer * o.layers + embeddings * (o.tiedEmbeddings ? 1 : 2) + o.hiddenSize;
}

} // namespace temper
