// SPDX-License-Identifier: Apache-2.0
// Tells each token of an answer while it grows: its text, its probability, and what else might have stood
// there.
#pragma once

#include "core/common/text/tokenizer.h"
#include "core/engine/generate/step_model.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

struct TokenChance {
    std::int32_t id = 0;
    std::string text; // empty without a tokenizer
    float logProbability
        = 0; // natural, under the model's own distribution: before penalties, temperature and cuts
};

struct StreamedToken {
    TokenChance
        token; // its text is what became certain with it: the texts of all tokens, joined, are the answer's
    std::vector<TokenChance> top; // the most probable ones, the best first
};

// Stands between one answer's search and its model, of one row: the search's next step shows what it chose
// before.
class TokenStream final : public StepModel {
public:
    // `tokenizer` may be null; `alternatives` is the size of StreamedToken::top.
    TokenStream(StepModel& inner,
        std::shared_ptr<const Tokenizer> tokenizer,
        std::size_t alternatives,
        std::function<void(const StreamedToken&)> tell);

    std::size_t vocabularySize() const override { return m_inner.vocabularySize(); }
    std::span<const float> start(std::span<const std::vector<std::int32_t>> prompts) override;
    std::span<const float> step(std::span<const std::int32_t> ids,
        std::span<const std::int64_t> from) override;

    void addText(std::string_view piece) { m_text += piece; }
    // The answer has ended with these ids: tells the one after which no step came.
    void finish(std::span<const std::int32_t> ids);

private:
    void tell(std::int32_t id);
    std::vector<TokenChance> top(double logSum) const;
    std::string textAfterLast(std::int32_t id) const;

    StepModel& m_inner;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    std::size_t m_alternatives;
    std::function<void(const StreamedToken&)> m_tell;
    std::span<const float> m_logits; // that the next token is chosen from
    std::string m_text; // shown since the last token was told
    std::int32_t m_last = -1;
    std::size_t m_told = 0;
};

} // namespace temper
