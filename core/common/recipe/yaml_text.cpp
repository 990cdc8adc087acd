// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/yaml_text.h"

#include "core/common/base/error.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace temper {
namespace {

std::string atLine(const std::string& subject, const YAML::Mark& mark)
{
    return mark.is_null() ? subject : fmt::format("{}:{}", subject, mark.line + 1);
}

[[noreturn]] void failTooDeep(const std::string& subject, const YAML::Node& node)
{
    throw Error(ErrorKind::Input, "this nests deeper than a recipe does.", atLine(subject, node.Mark()),
        "Give a value, a list of values or a flat mapping.");
}

std::string scalarText(const YAML::Node& node, const std::string& subject)
{
    if (node.IsNull())
        return {};
    if (!node.IsScalar())
        failTooDeep(subject, node);
    return node.Scalar();
}

RawValue rawValue(const YAML::Node& node, const std::string& subject)
{
    RawValue value;
    if (node.IsScalar()) {
        value.kind = RawValue::Kind::Scalar;
        value.text = node.Scalar();
    } else if (node.IsSequence()) {
        value.kind = RawValue::Kind::List;
        for (const auto& item : node)
            value.items.push_back(scalarText(item, subject));
    } else if (node.IsMap()) {
        value.kind = RawValue::Kind::Mapping;
        for (const auto& entry : node)
            value.entries.emplace_back(scalarText(entry.first, subject), scalarText(entry.second, subject));
    }
    return value;
}

// Where each document of a text begins.
class DocumentStarts : public YAML::EventHandler {
public:
    const std::vector<YAML::Mark>& marks() const { return m_marks; }

    void OnDocumentStart(const YAML::Mark& mark) override { m_marks.push_back(mark); }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark&, YAML::anchor_t) override { }
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { }
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override { }
    void
    OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override { }
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override { }

private:
    std::vector<YAML::Mark> m_marks;
};

// yaml-cpp does not move past a token that cannot begin a value, such as a lone "}": it sees empty documents
// there without end.
void requireOneDocument(const std::string& yaml, const std::string& subject)
{
    std::istringstream text(yaml);
    YAML::Parser parser(text);
    DocumentStarts starts;
    while (parser.HandleNextDocument(starts)) {
        const std::vector<YAML::Mark>& marks = starts.marks();
        if (marks.size() < 2)
            continue;
        const bool stuck = marks[0].pos == marks[1].pos;
        throw Error(ErrorKind::Input,
            stuck ? "this is not YAML: a value cannot begin here."
                  : "a recipe is one YAML document; a second one begins here.",
            atLine(subject, marks[1]));
    }
}

// Runs `read` and turns what yaml-cpp throws into a sentence.
template <typename Read> auto withYamlErrors(const std::string& subject, Read read)
{
    try {
        return read();
    } catch (const YAML::Exception& problem) {
        throw Error(ErrorKind::Input, fmt::format("this is not YAML: {}.", problem.msg),
            atLine(subject, problem.mark));
    }
}

std::vector<YamlEntry> mappingEntries(const YAML::Node& root, const std::string& subject)
{
    std::vector<YamlEntry> entries;
    if (root.IsNull())
        return entries;
    if (!root.IsMap())
        throw Error(
            ErrorKind::Input, "a recipe is a list of \"key: value\" lines.", atLine(subject, root.Mark()));
    for (const auto& entry : root)
        entries.push_back({ scalarText(entry.first, subject), rawValue(entry.second, subject),
            entry.first.Mark().line + 1 });
    return entries;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// U+0085, U+2028 and U+2029 end a line in YAML 1.1, and U+FEFF is dropped by some readers.
std::string withEscapedBreaks(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBreaks { {
        { "\xC2\x85", "\\u0085" },
        { "\xE2\x80\xA8", "\\u2028" },
        { "\xE2\x80\xA9", "\\u2029" },
        { "\xEF\xBB\xBF", "\\uFEFF" },
    } };
    std::string escaped(text);
    for (const auto& [character, escape] : kBreaks) {
        for (std::size_t at = escaped.find(character); at != std::string::npos;
             at = escaped.find(character, at))
            escaped.replace(at, character.size(), escape);
    }
    return escaped;
}

bool isPlainSafe(std::string_view text)
{
    constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@` ";
    constexpr std::array<std::string_view, 4> kNulls { "null", "Null", "NULL", "~" };
    if (text.empty() || kIndicators.find(text.front()) != std::string_view::npos || text.back() == ' '
        || text.back() == ':')
        return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos
        || text.find_first_of(",[]{}\"") != std::string_view::npos)
        return false;
    const bool control = std::ranges::any_of(text, isControl) || withEscapedBreaks(text) != text;
    const bool otherType
        = parseNumber(text).has_value() || (parseSwitch(text).has_value() && text.size() > 1);
    return !control && !otherType && std::ranges::find(kNulls, text) == kNulls.end();
}

} // namespace

std::vector<YamlEntry> readYamlMapping(std::string_view yaml, const std::string& subject)
{
    return withYamlErrors(subject, [&] {
        const std::string text(yaml);
        requireOneDocument(text, subject);
        return mappingEntries(YAML::Load(text), subject);
    });
}

RawValue readYamlValue(std::string_view text, const std::string& subject)
{
    constexpr std::string_view kYamlStarts = "[{\"'";
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos || text == "null" || text == "~")
        return {};
    if (kYamlStarts.find(text[first]) == std::string_view::npos)
        return { .kind = RawValue::Kind::Scalar, .text = std::string(text), .items = {}, .entries = {} };
    return withYamlErrors(subject, [&] {
        const std::string yaml(text);
        requireOneDocument(yaml, subject);
        return rawValue(YAML::Load(yaml), subject);
    });
}

std::string yamlScalar(std::string_view text)
{
    if (isPlainSafe(text))
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += fmt::format("\\{}", c);
        else if (c == '\n')
            quoted += "\\n";
        else if (isControl(c))
            quoted += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
            quoted += c;
    }
    return withEscapedBreaks(quoted) + "\"";
}

} // namespace temper
