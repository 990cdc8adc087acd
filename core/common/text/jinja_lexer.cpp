// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_lexer.h"

#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <array>

namespace temper::jinja {

namespace {

// \r\n and \r become \n; one newline at the very end goes.
std::string normalizeLines(const std::string& source)
{
    std::string out;
    out.reserve(source.size());
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] != '\r')
            out += source[i];
        else if (i + 1 >= source.size() || source[i + 1] != '\n')
            out += '\n';
    }
    if (!out.empty() && out.back() == '\n')
        out.pop_back();
    return out;
}

class Lexer {
public:
    explicit Lexer(const std::string& source)
        : m_source(normalizeLines(source))
    {
    }
    std::vector<Token> run();

private:
    void lexRoot();
    void lexComment();
    void lexRaw(std::size_t afterBegin);
    void lexTag(TokenKind end);
    void lexName();
    void lexNumber();
    void lexString();
    void lexOperator();
    void addText(std::string_view text, char sign, bool mayLeftStrip);
    bool tryTagEnd(TokenKind end);
    std::size_t rawBegin(std::size_t at, char& sign) const; // 0: no raw tag here
    bool findEndRaw(std::size_t& begin, std::size_t& end, char& sign) const;

    bool at(std::string_view text) const { return m_source.compare(m_at, text.size(), text) == 0; }
    std::size_t skipSpace(std::size_t position) const;
    void advance(std::size_t to);
    void add(TokenKind kind, std::string text = {})
    {
        m_tokens.push_back({ kind, m_line, std::move(text), nullptr });
    }
    [[noreturn]] void fail(const std::string& message) const { throw Failure(message, m_line); }

    std::string m_source;
    std::size_t m_at = 0;
    int m_line = 1;
    bool m_lineStarting = true;
    std::string m_closers; // brackets waiting to be closed
    std::vector<Token> m_tokens;
};

std::size_t Lexer::skipSpace(std::size_t position) const
{
    const std::string_view rest = std::string_view(m_source).substr(position);
    return m_source.size() - stripText(rest, StripSide::Left).size();
}

void Lexer::advance(std::size_t to)
{
    m_line += static_cast<int>(std::count(m_source.begin() + static_cast<std::ptrdiff_t>(m_at),
        m_source.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    m_lineStarting = to > m_at && m_source[to - 1] == '\n';
    m_at = to;
}

void Lexer::addText(std::string_view text, char sign, bool mayLeftStrip)
{
    if (sign == '-') {
        text = stripText(text, StripSide::Right);
    } else if (sign != '+' && mayLeftStrip) {
        const std::size_t newline = text.rfind('\n');
        const std::size_t lineBegin = newline == std::string_view::npos ? 0 : newline + 1;
        const bool onlySpace = stripText(text.substr(lineBegin), StripSide::Both).empty();
        if ((lineBegin > 0 || m_lineStarting) && onlySpace)
            text = text.substr(0, lineBegin);
    }
    if (!text.empty())
        add(TokenKind::Data, std::string(text));
}

std::size_t Lexer::rawBegin(std::size_t position, char& sign) const
{
    std::size_t i = position + 2;
    sign = i < m_source.size() && (m_source[i] == '-' || m_source[i] == '+') ? m_source[i++] : '\0';
    i = skipSpace(i);
    if (m_source.compare(i, 3, "raw") != 0)
        return 0;
    i = skipSpace(i + 3);
    if (m_source.compare(i, 3, "-%}") == 0)
        return skipSpace(i + 3);
    return m_source.compare(i, 2, "%}") == 0 ? i + 2 : 0;
}

bool Lexer::findEndRaw(std::size_t& begin, std::size_t& end, char& sign) const
{
    for (begin = m_source.find("{%", m_at); begin != std::string::npos;
         begin = m_source.find("{%", begin + 1)) {
        std::size_t i = begin + 2;
        sign = i < m_source.size() && (m_source[i] == '-' || m_source[i] == '+') ? m_source[i++] : '\0';
        i = skipSpace(i);
        if (m_source.compare(i, 6, "endraw") != 0)
            continue;
        i = skipSpace(i + 6);
        if (m_source.compare(i, 3, "-%}") == 0) {
            end = skipSpace(i + 3);
            return true;
        }
        const bool keeps = m_source.compare(i, 3, "+%}") == 0;
        if (keeps || m_source.compare(i, 2, "%}") == 0) {
            end = i + (keeps ? 3 : 2);
            end += !keeps && m_source.compare(end, 1, "\n") == 0;
            return true;
        }
    }
    return false;
}

void Lexer::lexRaw(std::size_t afterBegin)
{
    advance(afterBegin);
    std::size_t begin = 0, end = 0;
    char sign = '\0';
    if (!findEndRaw(begin, end, sign))
        fail("Missing end of raw directive");
    addText(std::string_view(m_source).substr(m_at, begin - m_at), sign, true);
    advance(end);
}

void Lexer::lexComment()
{
    const std::size_t close = m_source.find("#}", m_at);
    if (close == std::string::npos)
        fail("Missing end of comment tag");
    const char sign = close > m_at ? m_source[close - 1] : '\0';
    std::size_t end = close + 2;
    if (sign == '-')
        end = skipSpace(end);
    else if (sign != '+' && m_source.compare(end, 1, "\n") == 0)
        ++end;
    advance(end);
}

void Lexer::lexRoot()
{
    std::size_t tag = m_at;
    while ((tag = m_source.find('{', tag)) != std::string::npos) {
        const char next = tag + 1 < m_source.size() ? m_source[tag + 1] : '\0';
        if (next == '%' || next == '{' || next == '#')
            break;
        ++tag;
    }
    if (tag == std::string::npos) {
        addText(std::string_view(m_source).substr(m_at), '+', false);
        return advance(m_source.size());
    }
    const char kind = m_source[tag + 1];
    std::size_t after = tag + 2;
    char sign = after < m_source.size() && (m_source[after] == '-' || m_source[after] == '+')
        ? m_source[after]
        : '\0';
    const std::size_t raw = kind == '%' ? rawBegin(tag, sign) : 0;
    addText(std::string_view(m_source).substr(m_at, tag - m_at), sign, kind != '{');
    advance(tag);
    if (raw)
        return lexRaw(raw);
    advance(after + (sign != '\0'));
    if (kind == '#')
        return lexComment();
    add(kind == '%' ? TokenKind::BlockBegin : TokenKind::VariableBegin);
    lexTag(kind == '%' ? TokenKind::BlockEnd : TokenKind::VariableEnd);
}

bool Lexer::tryTagEnd(TokenKind end)
{
    if (!m_closers.empty())
        return false;
    const bool block = end == TokenKind::BlockEnd;
    const std::string_view mark = block ? "%}" : "}}";
    const bool signedEnd = at("-") || (block && at("+"));
    if (m_source.compare(m_at + signedEnd, 2, mark) != 0)
        return false;
    std::size_t to = m_at + signedEnd + 2;
    if (signedEnd && m_source[m_at] == '-')
        to = skipSpace(to);
    else if (!signedEnd && block && m_source.compare(to, 1, "\n") == 0)
        ++to;
    add(end);
    advance(to);
    return true;
}

void Lexer::lexTag(TokenKind end)
{
    while (m_at < m_source.size()) {
        if (tryTagEnd(end))
            return;
        const std::size_t space = skipSpace(m_at);
        const auto c = static_cast<unsigned char>(m_source[m_at]);
        if (space > m_at)
            advance(space);
        else if (c >= '0' && c <= '9')
            lexNumber();
        else if (c == '_' || c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
            lexName();
        else if (c == '"' || c == '\'')
            lexString();
        else
            lexOperator();
    }
}

void Lexer::lexName()
{
    std::size_t end = m_at;
    while (end < m_source.size()) {
        const std::string_view rest = std::string_view(m_source).substr(end);
        const std::size_t bytes = byteOfPoint(rest, 1);
        const char32_t point = decodeText(rest.substr(0, bytes))[0];
        if (!isWordPoint(point))
            break;
        end += bytes;
    }
    if (end == m_at)
        fail("unexpected char "
            + reprText(std::string_view(m_source).substr(
                m_at, byteOfPoint(std::string_view(m_source).substr(m_at), 1))));
    add(TokenKind::Name, m_source.substr(m_at, end - m_at));
    advance(end);
}

void Lexer::lexNumber()
{
    const bool afterDot = m_at > 0 && m_source[m_at - 1] == '.';
    const std::string_view rest = std::string_view(m_source).substr(m_at);
    const NumberLiteral literal = readNumberLiteral(rest, afterDot);
    if (literal.length == 0)
        fail("unexpected char " + reprText(rest.substr(0, 1)));
    add(literal.value.is(Kind::Float) ? TokenKind::Float : TokenKind::Integer,
        std::string(rest.substr(0, literal.length)));
    m_tokens.back().number = literal.value;
    advance(m_at + literal.length);
}

void Lexer::lexString()
{
    const char quote = m_source[m_at];
    std::size_t end = m_at + 1;
    while (end < m_source.size() && m_source[end] != quote)
        end += m_source[end] == '\\' ? 2 : 1;
    if (end >= m_source.size())
        fail("unexpected char " + reprText(std::string(1, quote)));
    const std::string_view raw = std::string_view(m_source).substr(m_at + 1, end - m_at - 1);
    std::string text;
    try {
        text = unescapeText(raw);
    } catch (const Failure& failure) {
        fail(failure.what());
    }
    add(TokenKind::Text, std::move(text));
    advance(end + 1);
}

void Lexer::lexOperator()
{
    static constexpr std::array<std::string_view, 26> kOperators { "//", "**", "==", "!=", ">=", "<=", "+",
        "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<", "=", ".", ":", "|", ",", ";" };
    const auto found
        = std::find_if(kOperators.begin(), kOperators.end(), [&](std::string_view o) { return at(o); });
    if (found == kOperators.end())
        fail("unexpected char " + reprText(std::string(1, m_source[m_at])));
    const char c = (*found)[0];
    if (c == '{' || c == '(' || c == '[') {
        m_closers += c == '{' ? '}' : c == '(' ? ')' : ']';
    } else if (c == '}' || c == ')' || c == ']') {
        if (m_closers.empty())
            fail("unexpected '" + std::string(1, c) + "'");
        if (m_closers.back() != c)
            fail("unexpected '" + std::string(1, c) + "', expected '" + std::string(1, m_closers.back())
                + "'");
        m_closers.pop_back();
    }
    add(TokenKind::Operator, std::string(*found));
    advance(m_at + found->size());
}

std::vector<Token> Lexer::run()
{
    while (m_at < m_source.size())
        lexRoot();
    add(TokenKind::End);
    return std::move(m_tokens);
}

} // namespace

std::vector<Token> tokenizeTemplate(const std::string& source)
{
    return Lexer(source).run();
}

std::string describeToken(const Token& token)
{
    switch (token.kind) {
    case TokenKind::Data:
        return "template data / text";
    case TokenKind::VariableBegin:
        return "begin of print statement";
    case TokenKind::VariableEnd:
        return "end of print statement";
    case TokenKind::BlockBegin:
        return "begin of statement block";
    case TokenKind::BlockEnd:
        return "end of statement block";
    case TokenKind::Name:
    case TokenKind::Operator:
        return token.text;
    case TokenKind::Text:
        return "string";
    case TokenKind::Integer:
        return "integer";
    case TokenKind::Float:
        return "float";
    case TokenKind::End:
        return "end of template";
    }
    return {};
}

} // namespace temper::jinja
