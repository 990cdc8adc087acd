// SPDX-License-Identifier: Apache-2.0
// A conversation with two models at once, and the file of the project that keeps it: compare/<id>.jsonl.
#pragma once

#include "core/common/base/json.h"
#include "core/common/base/os_append_file.h"
#include "core/common/project/answer_source.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temper {

struct TokenAlternative {
    std::string text;
    double logProbability = 0; // natural
};

struct AnswerToken {
    std::string text; // the tokens' texts, joined, are the answer's
    std::int32_t id = 0;
    double logProbability = 0;
    std::vector<TokenAlternative> top; // the most probable tokens at this place, the best first
};

struct SamplingChoice {
    double temperature = 0; // 0: always the most probable token
    int topK = 0; // 0: off
    double topP = 1; // 1: off
    double minP = 0; // 0: off
    double repetitionPenalty = 1; // 1: off
    int maxNewTokens = 256;
    std::uint64_t seed = 0;

    bool operator==(const SamplingChoice&) const = default;
};

enum class AnswerEnd {
    Complete, // the model ended it
    Length, // max_new_tokens was reached
    Stopped, // on request
    Failed, // `problem` says why
};

struct ConversationAnswer {
    std::string text;
    std::vector<AnswerToken> tokens; // without the token that ends an answer
    AnswerEnd end = AnswerEnd::Complete;
    std::string problem;
    double tokensPerSecond = 0; // 0: not known
    AnswerSource source;
    SamplingChoice sampling;
};

enum class Side { Left, Right };
inline constexpr std::array kSides { Side::Left, Side::Right };

template <typename Value> struct BySide {
    std::array<Value, 2> values {};

    Value& operator[](Side side) { return values[static_cast<std::size_t>(side)]; }
    const Value& operator[](Side side) const { return values[static_cast<std::size_t>(side)]; }
    bool operator==(const BySide&) const = default;
};

struct ConversationTurn {
    std::string prompt;
    BySide<std::optional<ConversationAnswer>>
        answers; // nothing while it is being given, or was lost with the window
};

struct ConversationSetup {
    std::string system; // empty: none
    BySide<AnswerSource> sources;

    bool operator==(const ConversationSetup&) const = default;
};

struct Conversation {
    double created = 0; // seconds since 1970
    ConversationSetup setup;
    std::vector<ConversationTurn> turns;
};

// What the model of a side is asked at `turn`: [{"role", "content"}…], the side's own answers being its
// turns. Earlier turns without an answer are left out.
Json messagesFor(const Conversation& conversation, Side side, std::size_t turn);

// An append-only log: each change is on the disk when its method returns, and a later line wins. A file that
// is never written to does not come to exist. Throws Error(Environment) as AppendFile.
class ConversationFile {
public:
    // `project` is left out of paths below it, so that a moved project keeps its conversations.
    ConversationFile(std::filesystem::path project, std::filesystem::path file);

    const std::filesystem::path& path() const noexcept { return m_file; }
    void writeSetup(const ConversationSetup& setup);
    void writePrompt(std::size_t turn, const std::string& prompt); // later turns are forgotten
    void writeAnswer(std::size_t turn, Side side, const ConversationAnswer& answer);

private:
    void append(const Json& line);

    std::filesystem::path m_project;
    std::filesystem::path m_file;
    std::optional<AppendFile> m_log;
};

// A new name below compare/.
ConversationFile newConversationFile(const std::filesystem::path& project);

// Torn and foreign lines are passed over. Throws Error(Input) for a file that is no conversation.
Conversation readConversation(const std::filesystem::path& project, const std::filesystem::path& file);

struct ConversationEntry {
    std::filesystem::path file;
    std::string title; // the first prompt
    double changed = 0; // seconds since 1970
};

// The latest first. Reads the beginning of each file.
std::vector<ConversationEntry> listConversations(const std::filesystem::path& project);

// Moves the file out of the list, into compare/removed/, and back.
std::filesystem::path removeConversation(const std::filesystem::path& file);
void restoreConversation(const std::filesystem::path& removed);

} // namespace temper
