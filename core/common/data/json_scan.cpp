// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/json_scan.h"

#include <string>

namespace temper {

bool JsonScan::skipString(std::string_view text)
{
    while (m_at < text.size()) {
        const std::size_t stop = text.find_first_of("\"\\", m_at);
        if (stop == std::string_view::npos) {
            m_at = text.size();
            return false;
        }
        if (text[stop] == '"') {
            m_at = stop + 1;
            m_inString = false;
            return true;
        }
        if (stop + 1 >= text.size()) { // the escaped character has not arrived yet
            m_at = stop;
            return false;
        }
        m_at = stop + 2;
    }
    return false;
}

bool JsonScan::finish(std::string_view text, std::size_t& length)
{
    while (m_at < text.size()) {
        if (m_inString && !skipString(text))
            return false;
        if (m_at > 0 && m_depth <= 0 && !m_bare && !m_inString) {
            length = m_at;
            return true;
        }
        if (m_at >= text.size())
            return false;
        const char c = text[m_at];
        const bool closes = c == '}' || c == ']';
        if (m_bare && (closes || c == ',' || c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
            length = m_at;
            return true;
        }
        m_inString = c == '"' && !m_bare;
        m_depth += c == '{' || c == '[' ? 1 : 0;
        m_depth -= closes ? 1 : 0;
        m_bare = m_bare || (m_depth == 0 && !m_inString && !closes);
        ++m_at;
    }
    const bool complete = m_at > 0 && m_depth <= 0 && !m_inString && !m_bare;
    length = m_at;
    return complete;
}

std::size_t findRowsArray(std::string_view text, std::string_view key)
{
    const auto skip = [&](std::size_t at) { return text.find_first_not_of(" \t\r\n,", at); };
    std::size_t at = skip(0);
    if (at == std::string_view::npos || text[at] != '{')
        return std::string::npos;
    at = skip(at + 1);
    while (at != std::string_view::npos && text[at] == '"') {
        std::size_t length = 0;
        JsonScan name;
        if (!name.finish(text.substr(at), length))
            return std::string::npos;
        const bool found = text.substr(at + 1, length - 2) == key;
        at = text.find_first_not_of(" \t\r\n:", at + length);
        if (at == std::string_view::npos)
            return at;
        if (found) {
            const std::size_t first = text[at] == '[' ? skip(at + 1) : std::string_view::npos;
            return first != std::string_view::npos && text[first] == '{' ? at : std::string::npos;
        }
        JsonScan value;
        if (!value.finish(text.substr(at), length))
            return std::string::npos;
        at = skip(at + length);
    }
    return std::string::npos;
}

} // namespace temper
