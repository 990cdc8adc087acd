// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/conversation.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/project/conversation_json.h"
#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <chrono>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fstream>

namespace temper {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kListedLines = 8; // the first prompt stands in the first lines

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

const char* sideName(Side side)
{
    return side == Side::Left ? "left" : "right";
}

void makeFolder(const fs::path& folder)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem)
        throw Error(ErrorKind::Environment, fmt::format("this folder cannot be made: {}.", problem.message()),
            utf8FromPath(folder), "Check its permissions.");
}

void applyTurn(const Json& line, const fs::path& project, Conversation& conversation)
{
    const auto turn = line.at("turn").get<std::size_t>();
    if (line.contains("prompt")) {
        if (turn > conversation.turns.size())
            return;
        conversation.turns.resize(turn);
        conversation.turns.push_back({ line.at("prompt").get<std::string>(), {} });
    } else if (turn < conversation.turns.size()) {
        const Side side
            = line.at("side").get<std::string>() == sideName(Side::Left) ? Side::Left : Side::Right;
        conversation.turns[turn].answers[side] = answerFromJson(line.at("answer"), project);
    }
}

void apply(const Json& line, const fs::path& project, Conversation& conversation)
{
    if (line.contains("conversation"))
        conversation.created = line.value("created", 0.0);
    if (line.contains("turn"))
        applyTurn(line, project, conversation);
    if (line.contains("sides")) {
        conversation.setup.system = line.value("system", "");
        for (const Side side : kSides)
            conversation.setup.sources[side]
                = answerSourceFromJson(line.at("sides").at(sideName(side)), project);
    }
}

// Calls with every line that is a JSON object, until it answers false.
template <typename Use> void forEachLine(const fs::path& file, Use use)
{
    std::ifstream stream(file, std::ios::binary);
    for (std::string text; std::getline(stream, text);) {
        const Json line = Json::parse(text, nullptr, false);
        if (line.is_object() && !use(line))
            return;
    }
}

double changedAt(const fs::path& file)
{
    std::error_code missing;
    const auto time = fs::last_write_time(file, missing);
    const auto age = fs::file_time_type::clock::now() - time;
    return missing ? 0 : now() - std::chrono::duration<double>(age).count();
}

// Nothing for a file without a prompt.
std::optional<ConversationEntry> entryOf(const fs::path& file)
{
    ConversationEntry entry { file, {}, changedAt(file) };
    std::size_t lines = 0;
    forEachLine(file, [&](const Json& line) {
        const auto prompt = line.find("prompt");
        if (prompt != line.end() && prompt->is_string())
            entry.title = prompt->get<std::string>();
        return entry.title.empty() && ++lines < kListedLines;
    });
    return entry.title.empty() ? std::nullopt : std::optional(entry);
}

} // namespace

Json messagesFor(const Conversation& conversation, Side side, std::size_t turn)
{
    Json messages = Json::array();
    if (!conversation.setup.system.empty())
        messages.push_back({ { "role", "system" }, { "content", conversation.setup.system } });
    for (std::size_t i = 0; i < turn; ++i) {
        const ConversationTurn& earlier = conversation.turns[i];
        if (!earlier.answers[side])
            continue;
        messages.push_back({ { "role", "user" }, { "content", earlier.prompt } });
        messages.push_back({ { "role", "assistant" }, { "content", earlier.answers[side]->text } });
    }
    messages.push_back({ { "role", "user" }, { "content", conversation.turns[turn].prompt } });
    return messages;
}

ConversationFile::ConversationFile(fs::path project, fs::path file)
    : m_project(std::move(project))
    , m_file(std::move(file))
{
}

void ConversationFile::append(const Json& line)
{
    if (!m_log) {
        makeFolder(m_file.parent_path());
        std::error_code missing;
        const bool fresh = !fs::exists(m_file, missing);
        m_log.emplace(m_file);
        if (fresh)
            m_log->append(toLine(Json { { "conversation", 1 }, { "created", now() } }));
    }
    m_log->append(toLine(line));
    m_log->sync();
}

void ConversationFile::writeSetup(const ConversationSetup& setup)
{
    Json sides;
    for (const Side side : kSides)
        sides[sideName(side)] = toJson(setup.sources[side], m_project);
    append({ { "system", setup.system }, { "sides", std::move(sides) } });
}

void ConversationFile::writePrompt(std::size_t turn, const std::string& prompt)
{
    append({ { "turn", turn }, { "prompt", prompt } });
}

void ConversationFile::writeAnswer(std::size_t turn, Side side, const ConversationAnswer& answer)
{
    append({ { "turn", turn }, { "side", sideName(side) }, { "answer", toJson(answer, m_project) } });
}

ConversationFile newConversationFile(const fs::path& project)
{
    const std::string day = fmt::format("{:%Y%m%d-%H%M%S}", fmt::gmtime(static_cast<std::time_t>(now())));
    fs::path file = project / "compare" / (day + ".jsonl");
    std::error_code missing;
    for (int number = 2; fs::exists(file, missing); ++number)
        file = project / "compare" / fmt::format("{}-{}.jsonl", day, number);
    return { project, file };
}

Conversation readConversation(const fs::path& project, const fs::path& file)
{
    Conversation conversation;
    bool found = false;
    forEachLine(file, [&](const Json& line) {
        try {
            apply(line, project, conversation);
            found = found || line.contains("conversation");
        } catch (const Json::exception&) {
            return true; // a line of another form says nothing about the others
        }
        return true;
    });
    if (!found)
        throw Error(ErrorKind::Input, "this file holds no conversation.", utf8FromPath(file),
            "It may have been damaged or removed; start a new conversation.");
    return conversation;
}

std::vector<ConversationEntry> listConversations(const fs::path& project)
{
    std::vector<ConversationEntry> entries;
    std::error_code missing;
    for (const auto& item : fs::directory_iterator(project / "compare", missing)) {
        if (item.path().extension() != ".jsonl")
            continue;
        if (auto entry = entryOf(item.path()))
            entries.push_back(std::move(*entry));
    }
    std::ranges::sort(entries, [](const ConversationEntry& a, const ConversationEntry& b) {
        return std::pair(b.changed, b.file) < std::pair(a.changed, a.file);
    });
    return entries;
}

fs::path removeConversation(const fs::path& file)
{
    const fs::path folder = file.parent_path() / "removed";
    makeFolder(folder);
    renameDurably(file, folder / file.filename());
    return folder / file.filename();
}

void restoreConversation(const fs::path& removed)
{
    renameDurably(removed, removed.parent_path().parent_path() / removed.filename());
}

} // namespace temper
