// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_format.h"

#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

namespace {

constexpr int kMaximumNested = 2; // a specification may hold fields, those may not hold further ones

class BraceFormat {
public:
    BraceFormat(Runtime& runtime, const Arguments& arguments)
        : m_runtime(runtime)
        , m_arguments(arguments)
    {
    }
    std::string run(std::string_view text, int level);

private:
    std::string field(std::string_view text, int level);
    Value fieldValue(std::string_view name);
    Value firstValue(std::string_view name);

    Runtime& m_runtime;
    const Arguments& m_arguments;
    std::size_t m_next = 0;
    bool m_automatic = false, m_manual = false;
};

bool allDigits(std::string_view text)
{
    return !text.empty() && text.size() < 10
        && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Value BraceFormat::firstValue(std::string_view name)
{
    std::size_t index = 0;
    if (name.empty() || allDigits(name)) {
        (name.empty() ? m_automatic : m_manual) = true;
        if (m_automatic && m_manual)
            throw Failure("cannot switch from manual field specification to automatic field numbering");
        index = name.empty() ? m_next++ : static_cast<std::size_t>(std::stoul(std::string(name)));
        if (index >= m_arguments.positional.size())
            throw Failure(
                "Replacement index " + std::to_string(index) + " out of range for positional args tuple");
        return m_arguments.positional[index];
    }
    const auto found = std::find_if(
        m_arguments.named.begin(), m_arguments.named.end(), [&](const auto& e) { return e.first == name; });
    if (found == m_arguments.named.end())
        throw Failure("KeyError: " + reprText(name));
    return found->second;
}

Value BraceFormat::fieldValue(std::string_view name)
{
    const std::size_t first = std::min(name.find_first_of(".["), name.size());
    Value value = firstValue(name.substr(0, first));
    name.remove_prefix(first);
    while (!name.empty()) {
        const bool item = name[0] == '[';
        const std::size_t end = item ? name.find(']') : std::min(name.find_first_of(".[", 1), name.size());
        if (end == std::string_view::npos)
            throw Failure("Missing ']' in format string");
        const std::string_view key = name.substr(1, end - 1);
        if (key.empty())
            throw Failure("Empty attribute in format string");
        if (item && allDigits(key))
            value = itemOf(value, Value(static_cast<std::int64_t>(std::stoll(std::string(key)))));
        else
            value = item ? itemOf(value, Value(key)) : attributeOf(value, std::string(key));
        name.remove_prefix(end + item);
    }
    return value;
}

std::string BraceFormat::field(std::string_view text, int level)
{
    const std::size_t bracket = text.find('[');
    std::size_t colon = text.find(':');
    if (bracket < colon)
        colon = text.find(':', std::min(text.find(']', bracket), text.size()));
    std::string_view name = text.substr(0, colon);
    const std::string specification
        = colon == std::string_view::npos ? std::string() : run(text.substr(colon + 1), level + 1);
    char conversion = '\0';
    if (const std::size_t mark = name.rfind('!'); mark != std::string_view::npos) {
        if (mark + 2 != name.size() || std::string_view("rsa").find(name[mark + 1]) == std::string_view::npos)
            throw Failure("Unknown conversion specifier in format string");
        conversion = name[mark + 1];
        name = name.substr(0, mark);
    }
    Value value = fieldValue(name);
    if (conversion)
        value = Value(conversion == 's' ? printed(value) : represented(value));
    return formatValue(m_runtime, value, specification);
}

std::string BraceFormat::run(std::string_view text, int level)
{
    if (level >= kMaximumNested && text.find_first_of("{}") != std::string_view::npos)
        throw Failure("Max string recursion exceeded");
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool doubled = at + 1 < text.size() && text[at + 1] == c;
        if ((c != '{' && c != '}') || (doubled && level == 0)) {
            out += c;
            at += c == '{' || c == '}' ? 2 : 1;
            continue;
        }
        if (c == '}')
            throw Failure("Single '}' encountered in format string");
        std::size_t end = at + 1;
        for (int open = 1; end < text.size(); ++end) {
            open += text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
            if (open == 0)
                break;
        }
        if (end >= text.size())
            throw Failure("expected '}' before end of string");
        out += field(text.substr(at + 1, end - at - 1), level);
        m_runtime.charge(0);
        at = end + 1;
    }
    return out;
}

} // namespace

std::string formatBraces(Runtime& runtime, const std::string& format, const Arguments& arguments)
{
    runtime.charge(format.size());
    return BraceFormat(runtime, arguments).run(format, 0);
}

} // namespace temper::jinja
