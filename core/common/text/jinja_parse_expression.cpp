// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_parser.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

namespace {

std::vector<ExpressionPtr> listOf(ExpressionPtr first, ExpressionPtr second)
{
    std::vector<ExpressionPtr> parts;
    parts.push_back(std::move(first));
    parts.push_back(std::move(second));
    return parts;
}

} // namespace

void Parser::deepen(Expression& expression, const ExpressionPtr& part) const
{
    if (!part)
        return;
    expression.depth = std::max(expression.depth, part->depth + 1);
    if (expression.depth > kMaximumExpressionDepth)
        fail("the expression is nested too deeply", expression.line);
}

ExpressionPtr Parser::node(ExpressionKind kind, int line, std::vector<ExpressionPtr> parts) const
{
    auto made = std::make_unique<Expression>();
    made->kind = kind;
    made->line = line;
    for (const auto& part : parts)
        deepen(*made, part);
    made->parts = std::move(parts);
    return made;
}

ExpressionPtr Parser::pair(ExpressionKind kind, int line, ExpressionPtr left, ExpressionPtr right) const
{
    return node(kind, line, listOf(std::move(left), std::move(right)));
}

ExpressionPtr Parser::binary(Operator operation, int line, ExpressionPtr left, ExpressionPtr right) const
{
    auto made = pair(ExpressionKind::Binary, line, std::move(left), std::move(right));
    made->operators.push_back(operation);
    return made;
}

ExpressionPtr Parser::constant(Value value, int line) const
{
    auto made = node(ExpressionKind::Constant, line);
    made->constant = std::move(value);
    return made;
}

ExpressionPtr Parser::parseExpression(Conditions conditions)
{
    const Nesting nesting(*this);
    return conditions == Conditions::Allowed ? parseCondition() : parseOr();
}

ExpressionPtr Parser::parseCondition()
{
    const int line = current().line;
    ExpressionPtr value = parseOr();
    while (skipName("if")) {
        auto parts = listOf(parseOr(), std::move(value));
        const Nesting nesting(*this);
        parts.push_back(skipName("else") ? parseCondition() : nullptr);
        value = node(ExpressionKind::Condition, line, std::move(parts));
    }
    return value;
}

ExpressionPtr Parser::parseOr()
{
    ExpressionPtr left = parseAnd();
    while (isName("or")) {
        const int line = take().line;
        left = pair(ExpressionKind::Or, line, std::move(left), parseAnd());
    }
    return left;
}

ExpressionPtr Parser::parseAnd()
{
    ExpressionPtr left = parseNot();
    while (isName("and")) {
        const int line = take().line;
        left = pair(ExpressionKind::And, line, std::move(left), parseNot());
    }
    return left;
}

ExpressionPtr Parser::parseNot()
{
    if (!isName("not"))
        return parseCompare();
    const Nesting nesting(*this);
    const int line = take().line;
    std::vector<ExpressionPtr> parts;
    parts.push_back(parseNot());
    return node(ExpressionKind::Not, line, std::move(parts));
}

bool Parser::takeComparison(Operator& operation)
{
    struct Sign {
        std::string_view text;
        Operator operation;
    };
    static constexpr Sign kSigns[]
        = { { "==", Operator::Equal }, { "!=", Operator::NotEqual }, { "<", Operator::Less },
              { "<=", Operator::LessEqual }, { ">", Operator::Greater }, { ">=", Operator::GreaterEqual } };
    for (const Sign& sign : kSigns) {
        if (skipOperator(sign.text)) {
            operation = sign.operation;
            return true;
        }
    }
    if (skipName("in")) {
        operation = Operator::In;
        return true;
    }
    if (!isName("not") || following().kind != TokenKind::Name || following().text != "in")
        return false;
    take();
    take();
    operation = Operator::NotIn;
    return true;
}

ExpressionPtr Parser::parseCompare()
{
    const int line = current().line;
    ExpressionPtr first = parseSum();
    Operator operation {};
    if (!takeComparison(operation))
        return first;
    std::vector<ExpressionPtr> parts;
    std::vector<Operator> operators;
    parts.push_back(std::move(first));
    do {
        operators.push_back(operation);
        parts.push_back(parseSum());
    } while (takeComparison(operation));
    auto made = node(ExpressionKind::Compare, line, std::move(parts));
    made->operators = std::move(operators);
    return made;
}

ExpressionPtr Parser::parseSum()
{
    ExpressionPtr left = parseConcat();
    while (isOperator("+") || isOperator("-")) {
        const Token& sign = take();
        const Operator operation = sign.text == "+" ? Operator::Add : Operator::Subtract;
        left = binary(operation, sign.line, std::move(left), parseConcat());
    }
    return left;
}

ExpressionPtr Parser::parseConcat()
{
    const int line = current().line;
    ExpressionPtr first = parseProduct();
    if (!isOperator("~"))
        return first;
    std::vector<ExpressionPtr> parts;
    parts.push_back(std::move(first));
    while (skipOperator("~"))
        parts.push_back(parseProduct());
    return node(ExpressionKind::Concat, line, std::move(parts));
}

ExpressionPtr Parser::parseProduct()
{
    ExpressionPtr left = parsePower();
    while (isOperator("*") || isOperator("/") || isOperator("//") || isOperator("%")) {
        const Token& sign = take();
        const Operator operation = sign.text == "*" ? Operator::Multiply
            : sign.text == "/"                      ? Operator::Divide
            : sign.text == "//"                     ? Operator::FloorDivide
                                                    : Operator::Modulo;
        left = binary(operation, sign.line, std::move(left), parsePower());
    }
    return left;
}

ExpressionPtr Parser::parsePower()
{
    ExpressionPtr left = parseUnary();
    while (isOperator("**")) {
        const int line = take().line;
        left = binary(Operator::Power, line, std::move(left), parseUnary());
    }
    return left;
}

ExpressionPtr Parser::parseUnary(bool withFilters)
{
    ExpressionPtr made;
    if (isOperator("-") || isOperator("+")) {
        const Nesting nesting(*this);
        const Token& sign = take();
        std::vector<ExpressionPtr> parts;
        parts.push_back(parseUnary(false));
        made = node(
            sign.text == "-" ? ExpressionKind::Negate : ExpressionKind::Plus, sign.line, std::move(parts));
    } else {
        made = parsePrimary();
    }
    made = parsePostfix(std::move(made));
    return withFilters ? parseFilters(std::move(made)) : std::move(made);
}

} // namespace temper::jinja
