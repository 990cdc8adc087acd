// SPDX-License-Identifier: Apache-2.0
// What a row becomes for training: token ids and where loss is taken. The one path for the trainer and for
// the window.
#pragma once

#include "core/common/base/json.h"
#include "core/common/base/progress.h"
#include "core/common/data/reading.h"
#include "core/common/data/row.h"
#include "core/common/text/chat_template.h"
#include "core/common/text/tokenizer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace temper {

constexpr std::int32_t kNoLoss = -100;

enum class LossOn {
    Answers, // every turn of the assistant
    LastAnswer, // the last one only (mask_history)
    Everything,
};

enum class SampleDetail {
    Tokens, // ids and labels: what training needs
    WithText, // also the rendered text, offsets and the mask: what a person looks at
};

struct SampleOptions {
    std::size_t cutoffLength = 2048; // tokens; 0: no limit
    LossOn lossOn = LossOn::Answers;
    SampleDetail detail = SampleDetail::Tokens;
    std::size_t vocabularySize = 0; // rows that came tokenised with ids beyond it are refused; 0: not known
    OrderedJson templateVariables = OrderedJson::object(); // further variables for the chat template
};

struct Sample {
    std::vector<std::int32_t> ids;
    std::vector<std::int32_t>
        labels; // ids[i], or kNoLoss; belongs to ids[i] itself: the shift happens with the loss
    bool truncated = false;
    std::size_t wholeLength = 0; // tokens before it was cut
    // WithText only:
    std::string rendered; // the text of the ids; empty for rows that came tokenised
    std::vector<TextSpan> offsets; // of each token in `rendered`, in code points; (0, 0) for added tokens
    std::vector<std::uint8_t> lossMask; // 1 where labels[i] is not kNoLoss

    // Positions that are really predicted: the first token never is.
    std::size_t supervisedTokens() const;
};

// Immutable: make() may be called from several threads at once.
class SampleMaker {
public:
    // Either may be null where no row needs it: tokenised rows need neither, prompt/completion and raw text
    // no template.
    SampleMaker(std::shared_ptr<const Tokenizer> tokenizer,
        std::shared_ptr<const ChatTemplate> chatTemplate,
        SampleOptions options);

    // One sample; raw text longer than the cutoff gives several. Chats go through the template (its special
    // tokens are the template's own); prompt and completion are joined, encoded with the tokenizer's special
    // tokens and ended with eos; raw text likewise, every token supervised. Cut on the right. Throws
    // Error(Input) with the template's reason when a row cannot be rendered, Error(Usage) when tokenizer or
    // template are needed and missing.
    std::vector<Sample> make(const DataRow& row) const;
    const SampleOptions& options() const { return m_options; }

private:
    Sample chat(const DataRow& row) const;
    Sample prompt(const DataRow& row) const;
    Sample text(const DataRow& row) const;
    Sample tokens(const DataRow& row) const;
    OrderedJson messagesFor(const DataRow& row) const;
    void appendEos(Sample& sample) const;
    void finish(Sample& sample) const;
    std::vector<Sample> pieces(const Sample& whole) const;
    const Tokenizer& tokenizer() const;

    std::shared_ptr<const Tokenizer> m_tokenizer;
    std::shared_ptr<const ChatTemplate> m_template;
    SampleOptions m_options;
    OrderedJson m_variables;
    std::optional<std::int32_t> m_eos;
    bool m_toolCalls = false; // the template writes tool calls itself
};

} // namespace temper
