// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_parser.h"
#include "core/common/text/jinja_text.h"

namespace temper::jinja {

ExpressionPtr Parser::parseNameOrConstant(Targets targets)
{
    const Token& token = take();
    if (token.text == "true" || token.text == "True")
        return constant(true, token.line);
    if (token.text == "false" || token.text == "False")
        return constant(false, token.line);
    if (token.text == "none" || token.text == "None")
        return constant(nullptr, token.line);
    const bool item = targets == Targets::WithNamespace && skipOperator(".");
    auto made = node(item ? ExpressionKind::NamespaceItem : ExpressionKind::Name, token.line);
    made->name = token.text;
    if (item)
        made->attribute = expectName();
    return made;
}

ExpressionPtr Parser::parsePrimary(Targets targets)
{
    const Token& token = current();
    if (token.kind == TokenKind::Name)
        return parseNameOrConstant(targets);
    if (token.kind == TokenKind::Text) {
        std::string text;
        while (current().kind == TokenKind::Text)
            text += take().text;
        return constant(Value(std::move(text)), token.line);
    }
    if (token.kind == TokenKind::Integer || token.kind == TokenKind::Float)
        return constant(take().number, token.line);
    if (skipOperator("(")) {
        const Nesting nesting(*this);
        TupleOptions options;
        options.inParentheses = true;
        auto made = parseTuple(options);
        expectOperator(")");
        return made;
    }
    if (isOperator("["))
        return parseList();
    if (isOperator("{"))
        return parseDict();
    fail("unexpected " + reprText(describeToken(token)));
}

bool Parser::atTupleEnd(std::string_view endName) const
{
    const TokenKind kind = current().kind;
    return kind == TokenKind::VariableEnd || kind == TokenKind::BlockEnd || isOperator(")")
        || (!endName.empty() && isName(endName));
}

ExpressionPtr Parser::parseTuple(const TupleOptions& options)
{
    const int line = current().line;
    std::vector<ExpressionPtr> parts;
    bool isTuple = false;
    while (true) {
        if (!parts.empty())
            expectOperator(",");
        if (atTupleEnd(options.endName))
            break;
        parts.push_back(
            options.targetsOnly ? parsePrimary(options.targets) : parseExpression(options.conditions));
        if (!isOperator(","))
            break;
        isTuple = true;
    }
    if (!isTuple && !parts.empty())
        return std::move(parts[0]);
    if (!isTuple && !options.inParentheses)
        fail("Expected an expression, got " + reprText(describeToken(current())));
    return node(ExpressionKind::Tuple, line, std::move(parts));
}

ExpressionPtr Parser::parseList()
{
    const int line = take().line;
    std::vector<ExpressionPtr> parts;
    while (!isOperator("]")) {
        if (!parts.empty())
            expectOperator(",");
        if (isOperator("]"))
            break;
        parts.push_back(parseExpression());
    }
    expectOperator("]");
    return node(ExpressionKind::List, line, std::move(parts));
}

ExpressionPtr Parser::parseDict()
{
    const int line = take().line;
    std::vector<ExpressionPtr> parts;
    while (!isOperator("}")) {
        if (!parts.empty())
            expectOperator(",");
        if (isOperator("}"))
            break;
        parts.push_back(parseExpression());
        expectOperator(":");
        parts.push_back(parseExpression());
    }
    expectOperator("}");
    return node(ExpressionKind::Dict, line, std::move(parts));
}

ExpressionPtr Parser::parsePostfix(ExpressionPtr expression)
{
    while (true) {
        if (isOperator(".") || isOperator("["))
            expression = parseSubscript(std::move(expression));
        else if (isOperator("("))
            expression = parseCallOf(std::move(expression));
        else
            return expression;
    }
}

ExpressionPtr Parser::parseFilters(ExpressionPtr expression)
{
    while (true) {
        if (isOperator("|"))
            expression = parseFilter(std::move(expression), false);
        else if (isName("is"))
            expression = parseTest(std::move(expression));
        else if (isOperator("("))
            expression = parseCallOf(std::move(expression));
        else
            return expression;
    }
}

ExpressionPtr Parser::parseSubscript(ExpressionPtr expression)
{
    const Token& sign = take();
    if (sign.text == ".") {
        const Token& token = take();
        if (token.kind == TokenKind::Integer)
            return pair(
                ExpressionKind::Item, sign.line, std::move(expression), constant(token.number, token.line));
        if (token.kind != TokenKind::Name)
            fail("expected name or number", token.line);
        std::vector<ExpressionPtr> parts;
        parts.push_back(std::move(expression));
        auto made = node(ExpressionKind::Attribute, sign.line, std::move(parts));
        made->name = token.text;
        return made;
    }
    std::vector<ExpressionPtr> indices;
    while (!isOperator("]")) {
        if (!indices.empty())
            expectOperator(",");
        indices.push_back(parseSubscribed());
    }
    expectOperator("]");
    const bool single = indices.size() == 1;
    ExpressionPtr index
        = single ? std::move(indices[0]) : node(ExpressionKind::Tuple, sign.line, std::move(indices));
    return pair(ExpressionKind::Item, sign.line, std::move(expression), std::move(index));
}

ExpressionPtr Parser::parseSubscribed()
{
    const int line = current().line;
    std::vector<ExpressionPtr> parts(3);
    if (!isOperator(":")) {
        parts[0] = parseExpression();
        if (!isOperator(":"))
            return std::move(parts[0]);
    }
    take();
    const auto absent = [&] { return isOperator("]") || isOperator(",") || isOperator(":"); };
    if (!absent())
        parts[1] = parseExpression();
    if (skipOperator(":") && !absent())
        parts[2] = parseExpression();
    return node(ExpressionKind::Slice, line, std::move(parts));
}

std::string Parser::parseDottedName()
{
    std::string name = expectName();
    while (skipOperator("."))
        name += "." + expectName();
    return name;
}

ExpressionPtr Parser::parseFilter(ExpressionPtr input, bool nameFollows)
{
    while (isOperator("|") || nameFollows) {
        if (!nameFollows)
            take();
        nameFollows = false;
        const int line = current().line;
        std::vector<ExpressionPtr> parts;
        parts.push_back(std::move(input));
        const std::string name = parseDottedName();
        input = node(ExpressionKind::Filter, line, std::move(parts));
        input->name = name;
        if (isOperator("("))
            parseArguments(*input);
    }
    return input;
}

ExpressionPtr Parser::parseTest(ExpressionPtr value)
{
    const int line = take().line;
    const bool negated = skipName("not");
    std::vector<ExpressionPtr> parts;
    parts.push_back(std::move(value));
    const std::string name = parseDottedName();
    auto made = node(ExpressionKind::Test, line, std::move(parts));
    made->name = name;
    const TokenKind kind = current().kind;
    const bool literal = kind == TokenKind::Text || kind == TokenKind::Integer || kind == TokenKind::Float;
    const bool word = kind == TokenKind::Name && !isName("else") && !isName("or") && !isName("and");
    if (isOperator("(")) {
        parseArguments(*made);
    } else if (literal || word || isOperator("[") || isOperator("{")) {
        if (isName("is"))
            fail("You cannot chain multiple tests with is");
        made->arguments.positional.push_back(parsePostfix(parsePrimary()));
        deepen(*made, made->arguments.positional.back());
    }
    if (!negated)
        return made;
    std::vector<ExpressionPtr> inner;
    inner.push_back(std::move(made));
    return node(ExpressionKind::Not, line, std::move(inner));
}

ExpressionPtr Parser::parseCallOf(ExpressionPtr callee)
{
    std::vector<ExpressionPtr> parts;
    const int line = current().line;
    parts.push_back(std::move(callee));
    auto made = node(ExpressionKind::Call, line, std::move(parts));
    parseArguments(*made);
    return made;
}

void Parser::parseArguments(Expression& call)
{
    CallArguments& arguments = call.arguments;
    const int line = current().line;
    const auto ensure = [&](bool valid) {
        if (!valid)
            fail("invalid syntax for function call expression", line);
    };
    expectOperator("(");
    for (bool first = true; !isOperator(")"); first = false) {
        if (!first)
            expectOperator(",");
        if (isOperator(")"))
            break;
        if (skipOperator("*")) {
            ensure(!arguments.moreItems && !arguments.moreNamed);
            deepen(call, arguments.moreItems = parseExpression());
        } else if (skipOperator("**")) {
            ensure(!arguments.moreNamed);
            deepen(call, arguments.moreNamed = parseExpression());
        } else if (current().kind == TokenKind::Name && isOperator(following(), "=")) {
            ensure(!arguments.moreNamed);
            const std::string name = take().text;
            take();
            arguments.named.emplace_back(name, parseExpression());
            deepen(call, arguments.named.back().second);
        } else {
            ensure(!arguments.moreItems && !arguments.moreNamed && arguments.named.empty());
            arguments.positional.push_back(parseExpression());
            deepen(call, arguments.positional.back());
        }
    }
    expectOperator(")");
}

} // namespace temper::jinja
