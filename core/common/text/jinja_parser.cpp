// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_parser.h"

#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

constexpr std::size_t kMaximumBlocks = 100; // nested tags

Body parseTemplate(const std::string& source)
{
    return Parser(tokenizeTemplate(source)).parse();
}

Body Parser::parse()
{
    return parseBody({});
}

const Token& Parser::take()
{
    const Token& token = m_tokens[m_at];
    if (m_at + 1 < m_tokens.size())
        ++m_at;
    return token;
}

bool Parser::skipName(std::string_view name)
{
    const bool found = isName(name);
    if (found)
        take();
    return found;
}

bool Parser::skipOperator(std::string_view text)
{
    const bool found = isOperator(text);
    if (found)
        take();
    return found;
}

void Parser::fail(const std::string& message, int line) const
{
    throw Failure(message, line ? line : current().line);
}

void Parser::failExpected(std::string_view expected) const
{
    if (current().kind == TokenKind::End)
        fail("unexpected end of template, expected " + reprText(expected) + ".");
    fail("expected token " + reprText(expected) + ", got " + reprText(describeToken(current())));
}

void Parser::expectOperator(std::string_view text)
{
    if (!skipOperator(text))
        failExpected(text);
}

std::string Parser::expectName()
{
    if (current().kind != TokenKind::Name)
        failExpected("name");
    return take().text;
}

void Parser::expectName(std::string_view name)
{
    if (!skipName(name))
        failExpected(name);
}

void Parser::expect(TokenKind kind, const char* description)
{
    if (current().kind != kind)
        failExpected(description);
    take();
}

std::unique_ptr<Statement> Parser::statement(StatementKind kind) const
{
    auto made = std::make_unique<Statement>();
    made->kind = kind;
    made->line = current().line;
    return made;
}

std::unique_ptr<Statement> Parser::parseOutput()
{
    auto output = statement(StatementKind::Output);
    take();
    output->expressions.push_back(parseTuple({}));
    expect(TokenKind::VariableEnd, "end of print statement");
    return output;
}

Body Parser::parseBody(const std::vector<std::string_view>& endNames)
{
    Body body;
    m_ends.push_back(endNames);
    if (m_ends.size() > kMaximumBlocks)
        fail("blocks are nested more than " + std::to_string(kMaximumBlocks) + " deep");
    while (current().kind != TokenKind::End) {
        if (current().kind == TokenKind::Data) {
            body.push_back(statement(StatementKind::Text));
            body.back()->text = take().text;
            continue;
        }
        if (current().kind == TokenKind::VariableBegin) {
            body.push_back(parseOutput());
            continue;
        }
        take();
        const bool ends
            = std::any_of(endNames.begin(), endNames.end(), [&](auto name) { return isName(name); });
        if (ends) {
            m_ends.pop_back();
            return body;
        }
        body.push_back(parseStatement());
        expect(TokenKind::BlockEnd, "end of statement block");
    }
    if (!endNames.empty())
        failEnd();
    m_ends.pop_back();
    return body;
}

Body Parser::parseBlockBody(const std::vector<std::string_view>& endNames)
{
    skipOperator(":");
    expect(TokenKind::BlockEnd, "end of statement block");
    return parseBody(endNames);
}

std::string Parser::lookingFor() const
{
    std::string names;
    if (m_ends.empty() || m_ends.back().empty())
        return names;
    for (const auto name : m_ends.back())
        names += (names.empty() ? "" : " or ") + reprText(name);
    return names;
}

void Parser::failEnd() const
{
    std::string message
        = "Unexpected end of template. Jinja was looking for the following tags: " + lookingFor() + ".";
    if (!m_tags.empty())
        message += " The innermost block that needs to be closed is " + reprText(m_tags.back()) + ".";
    fail(message);
}

void Parser::failUnknownTag(const std::string& name) const
{
    std::string message = "Encountered unknown tag " + reprText(name) + ".";
    if (const std::string names = lookingFor(); !names.empty())
        message += " Jinja was looking for the following tags: " + names + ".";
    if (!m_tags.empty())
        message += " The innermost block that needs to be closed is " + reprText(m_tags.back()) + ".";
    fail(message);
}

std::unique_ptr<Statement> Parser::parseStatement()
{
    struct Tag {
        std::string_view name;
        std::unique_ptr<Statement> (Parser::*parse)();
    };
    static constexpr Tag kTags[] = { { "for", &Parser::parseFor }, { "if", &Parser::parseIf },
        { "set", &Parser::parseSet }, { "macro", &Parser::parseMacro }, { "call", &Parser::parseCall },
        { "filter", &Parser::parseFilterBlock }, { "with", &Parser::parseWith },
        { "block", &Parser::parseBlock }, { "autoescape", &Parser::parseAutoescape },
        { "print", &Parser::parsePrint }, { "generation", &Parser::parseGeneration } };
    if (current().kind != TokenKind::Name)
        fail("tag name expected");
    const std::string name = current().text;
    if (name == "break" || name == "continue") {
        auto made = statement(name == "break" ? StatementKind::Break : StatementKind::Continue);
        take();
        return made;
    }
    if (name == "include" || name == "import" || name == "from" || name == "extends")
        fail("a chat template stands alone: {% " + name + " %} cannot be used");
    const auto* tag
        = std::find_if(std::begin(kTags), std::end(kTags), [&](const Tag& t) { return t.name == name; });
    if (tag == std::end(kTags))
        failUnknownTag(name);
    m_tags.push_back(name);
    auto made = (this->*tag->parse)();
    m_tags.pop_back();
    return made;
}

std::unique_ptr<Statement> Parser::parseFor()
{
    auto loop = statement(StatementKind::For);
    take();
    loop->targets.push_back(parseTarget("in", Targets::Plain));
    expectName("in");
    loop->expressions.push_back(parseTuple({ Conditions::Refused, "recursive" }));
    loop->expressions.push_back(skipName("if") ? parseExpression() : nullptr);
    loop->recursive = skipName("recursive");
    loop->bodies.push_back(parseBlockBody({ "endfor", "else" }));
    loop->bodies.emplace_back();
    if (take().text == "else") {
        loop->bodies[1] = parseBlockBody({ "endfor" });
        take();
    }
    return loop;
}

std::unique_ptr<Statement> Parser::parseIf()
{
    auto choice = statement(StatementKind::If);
    take();
    while (true) {
        choice->expressions.push_back(parseTuple({ Conditions::Refused }));
        choice->bodies.push_back(parseBlockBody({ "elif", "else", "endif" }));
        const std::string end = take().text;
        if (end == "elif")
            continue;
        if (end == "else") {
            choice->bodies.push_back(parseBlockBody({ "endif" }));
            take();
        }
        return choice;
    }
}

std::unique_ptr<Statement> Parser::parseSet()
{
    auto set = statement(StatementKind::Set);
    take();
    set->targets.push_back(parseTarget({}, Targets::WithNamespace));
    if (skipOperator("=")) {
        set->expressions.push_back(parseTuple({}));
        return set;
    }
    set->kind = StatementKind::SetBlock;
    set->expressions.push_back(parseFilter(nullptr, false));
    set->bodies.push_back(parseBlockBody({ "endset" }));
    take();
    return set;
}

void Parser::parseSignature(Statement& owner)
{
    expectOperator("(");
    while (!isOperator(")")) {
        if (!owner.parameters.empty())
            expectOperator(",");
        Parameter parameter;
        parameter.name = parseTargetName();
        if (skipOperator("="))
            parameter.fallback = parseExpression();
        else if (!owner.parameters.empty() && owner.parameters.back().fallback)
            fail("non-default argument follows default argument");
        owner.parameters.push_back(std::move(parameter));
    }
    expectOperator(")");
}

std::unique_ptr<Statement> Parser::parseMacro()
{
    auto macro = statement(StatementKind::Macro);
    take();
    macro->text = parseTargetName();
    parseSignature(*macro);
    macro->bodies.push_back(parseBlockBody({ "endmacro" }));
    take();
    return macro;
}

std::unique_ptr<Statement> Parser::parseCall()
{
    auto call = statement(StatementKind::CallBlock);
    take();
    if (isOperator("("))
        parseSignature(*call);
    call->expressions.push_back(parseExpression());
    if (call->expressions[0]->kind != ExpressionKind::Call)
        fail("expected call", call->line);
    call->text = "caller";
    call->bodies.push_back(parseBlockBody({ "endcall" }));
    take();
    return call;
}

std::unique_ptr<Statement> Parser::parseFilterBlock()
{
    auto filter = statement(StatementKind::FilterBlock);
    take();
    filter->expressions.push_back(parseFilter(nullptr, true));
    filter->bodies.push_back(parseBlockBody({ "endfilter" }));
    take();
    return filter;
}

std::unique_ptr<Statement> Parser::parseWith()
{
    auto with = statement(StatementKind::With);
    take();
    while (current().kind != TokenKind::BlockEnd) {
        if (!with->targets.empty())
            expectOperator(",");
        with->targets.push_back(parseTarget({}, Targets::Plain));
        expectOperator("=");
        with->expressions.push_back(parseExpression());
    }
    with->bodies.push_back(parseBlockBody({ "endwith" }));
    take();
    return with;
}

std::unique_ptr<Statement> Parser::parseBlock()
{
    auto block = statement(StatementKind::Block);
    take();
    block->text = expectName();
    skipName("scoped");
    if (skipName("required"))
        fail("a chat template stands alone: its blocks cannot be required from another template");
    block->bodies.push_back(parseBlockBody({ "endblock" }));
    take();
    skipName(block->text);
    return block;
}

std::unique_ptr<Statement> Parser::parseAutoescape()
{
    auto scope = statement(StatementKind::Scope);
    take();
    const ExpressionPtr wanted = parseExpression();
    if (wanted->kind != ExpressionKind::Constant || truthy(wanted->constant))
        fail("chat templates produce plain text: {% autoescape %} can only be false", scope->line);
    scope->bodies.push_back(parseBlockBody({ "endautoescape" }));
    take();
    return scope;
}

std::unique_ptr<Statement> Parser::parsePrint()
{
    auto output = statement(StatementKind::Output);
    take();
    while (current().kind != TokenKind::BlockEnd) {
        if (!output->expressions.empty())
            expectOperator(",");
        output->expressions.push_back(parseExpression());
    }
    return output;
}

std::unique_ptr<Statement> Parser::parseGeneration()
{
    auto generation = statement(StatementKind::Generation);
    take();
    generation->bodies.push_back(parseBlockBody({ "endgeneration" }));
    take();
    return generation;
}

std::string Parser::parseTargetName()
{
    const int line = current().line;
    const std::string name = expectName();
    static constexpr std::string_view kConstants[] = { "true", "false", "none", "True", "False", "None" };
    if (std::find(std::begin(kConstants), std::end(kConstants), name) != std::end(kConstants))
        fail("can't assign to 'name'", line);
    return name;
}

ExpressionPtr Parser::parseTarget(std::string_view endName, Targets targets)
{
    auto target = parseTuple({ Conditions::Allowed, endName, true, false, targets });
    checkAssignable(*target);
    return target;
}

void Parser::checkAssignable(const Expression& target) const
{
    if (target.kind == ExpressionKind::Name || target.kind == ExpressionKind::NamespaceItem)
        return;
    if (target.kind != ExpressionKind::Tuple)
        fail(target.kind == ExpressionKind::Constant ? "can't assign to 'const'"
                                                     : "can't assign to this expression",
            target.line);
    for (const auto& part : target.parts)
        checkAssignable(*part);
}

} // namespace temper::jinja
