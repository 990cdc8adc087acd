// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_interpreter.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

namespace temper::jinja {

namespace {

Value apply(Runtime& runtime, const Builtin& function, Value input, Arguments arguments)
{
    arguments.positional.insert(arguments.positional.begin(), std::move(input));
    Bound bound(function, std::move(arguments));
    return function.run(runtime, bound);
}

} // namespace

Value Interpreter::call(const Value& callee, Arguments arguments)
{
    if (callee.is(Kind::Undefined))
        failUndefined(callee);
    if (!callee.is(Kind::Object) || !callee.object().callable())
        throw Failure("'" + typeName(callee) + "' object is not callable");
    const auto function = callee.sharedObject();
    return function->call(*this, std::move(arguments));
}

Value Interpreter::filter(const std::string& name, Value input, Arguments arguments)
{
    const Builtin* found = findFilter(name);
    if (!found)
        throw Failure("No filter named " + reprText(name) + ".");
    charge(0);
    return apply(*this, *found, std::move(input), std::move(arguments));
}

bool Interpreter::test(const std::string& name, Value value, Arguments arguments)
{
    const Builtin* found = findTest(name);
    if (!found)
        throw Failure("No test named " + reprText(name) + ".");
    charge(0);
    return truthy(apply(*this, *found, std::move(value), std::move(arguments)));
}

Value Interpreter::evaluate(const Expression& expression)
{
    enter();
    charge(0);
    m_line = expression.line;
    // No guard object: this frame is the deepest there is, and a failure ends the rendering anyway.
    Value value = evaluateOperation(expression);
    leave();
    return value;
}

Value Interpreter::evaluateOperation(const Expression& e)
{
    switch (e.kind) {
    case ExpressionKind::Constant:
        return e.constant;
    case ExpressionKind::Name:
    case ExpressionKind::NamespaceItem:
        return lookUp(e.name);
    case ExpressionKind::Tuple:
        return Value::tuple(evaluateAll(e.parts));
    case ExpressionKind::List:
        return Value::list(evaluateAll(e.parts));
    case ExpressionKind::Dict:
        return evaluateDict(e);
    case ExpressionKind::Condition:
        return evaluateCondition(e);
    case ExpressionKind::Or:
    case ExpressionKind::And: {
        Value left = evaluate(*e.parts[0]);
        return truthy(left) == (e.kind == ExpressionKind::Or) ? left : evaluate(*e.parts[1]);
    }
    case ExpressionKind::Not:
        return !truthy(evaluate(*e.parts[0]));
    case ExpressionKind::Negate:
        return negated(evaluate(*e.parts[0]));
    case ExpressionKind::Plus:
        return unchanged(evaluate(*e.parts[0]));
    case ExpressionKind::Compare:
        return evaluateCompare(e);
    case ExpressionKind::Binary: {
        const Value left = evaluate(*e.parts[0]);
        return applyOperator(*this, e.operators[0], left, evaluate(*e.parts[1]));
    }
    case ExpressionKind::Concat:
        return evaluateConcat(e);
    case ExpressionKind::Attribute:
        return attributeOf(evaluate(*e.parts[0]), e.name);
    case ExpressionKind::Item:
        return evaluateItem(e);
    case ExpressionKind::Slice:
        return Value::undefined("a slice stands alone");
    case ExpressionKind::Call: {
        const Value callee = evaluate(*e.parts[0]);
        return call(callee, evaluateArguments(e.arguments));
    }
    case ExpressionKind::Filter:
        return applyFilter(e, evaluate(*e.parts[0]));
    case ExpressionKind::Test:
        return evaluateTest(e);
    }
    return {};
}

Value Interpreter::lookUp(const std::string& name) const
{
    if (const Value* found = m_scope->find(name))
        return *found;
    const auto known = m_variables.find(name);
    return known != m_variables.end() ? known->second : Value::undefined(reprText(name) + " is undefined");
}

std::vector<Value> Interpreter::evaluateAll(const std::vector<ExpressionPtr>& parts)
{
    std::vector<Value> values;
    values.reserve(parts.size());
    for (const auto& part : parts)
        values.push_back(evaluate(*part));
    return values;
}

Value Interpreter::evaluateDict(const Expression& expression)
{
    Dict dict;
    for (std::size_t i = 0; i + 1 < expression.parts.size(); i += 2) {
        const Value key = evaluate(*expression.parts[i]);
        dict.set(key, evaluate(*expression.parts[i + 1]));
    }
    return Value::dict(std::move(dict));
}

Value Interpreter::evaluateCondition(const Expression& expression)
{
    if (truthy(evaluate(*expression.parts[0])))
        return evaluate(*expression.parts[1]);
    if (expression.parts[2])
        return evaluate(*expression.parts[2]);
    return Value::undefined("the inline if-expression on line " + std::to_string(expression.line)
        + " evaluated to false and no else section was defined.");
}

Value Interpreter::evaluateCompare(const Expression& expression)
{
    Value left = evaluate(*expression.parts[0]);
    for (std::size_t i = 0; i < expression.operators.size(); ++i) {
        Value right = evaluate(*expression.parts[i + 1]);
        if (!compareValues(expression.operators[i], left, right))
            return false;
        left = std::move(right);
    }
    return true;
}

Value Interpreter::evaluateConcat(const Expression& expression)
{
    std::string out;
    for (const auto& part : expression.parts) {
        const std::string text = printed(evaluate(*part));
        charge(out.size() + text.size());
        out += text;
    }
    return out;
}

Value Interpreter::evaluateItem(const Expression& expression)
{
    const Value object = evaluate(*expression.parts[0]);
    const Expression& index = *expression.parts[1];
    if (index.kind != ExpressionKind::Slice)
        return itemOf(object, evaluate(index));
    Value bounds[3] = { nullptr, nullptr, nullptr };
    for (std::size_t i = 0; i < 3; ++i) {
        if (index.parts[i])
            bounds[i] = evaluate(*index.parts[i]);
    }
    return sliceOf(*this, object, bounds[0], bounds[1], bounds[2]);
}

Value Interpreter::applyFilter(const Expression& expression, Value input)
{
    if (!expression.builtin)
        throw Failure("No filter named " + reprText(expression.name) + ".");
    Arguments arguments = evaluateArguments(expression.arguments);
    m_line = expression.line;
    return apply(*this, *expression.builtin, std::move(input), std::move(arguments));
}

Value Interpreter::applyChain(const Expression& last, Value input)
{
    if (last.parts[0])
        input = applyChain(*last.parts[0], std::move(input));
    return applyFilter(last, std::move(input));
}

Value Interpreter::evaluateTest(const Expression& expression)
{
    Value value = evaluate(*expression.parts[0]);
    if (!expression.builtin)
        throw Failure("No test named " + reprText(expression.name) + ".");
    Arguments arguments = evaluateArguments(expression.arguments);
    return apply(*this, *expression.builtin, std::move(value), std::move(arguments));
}

Arguments Interpreter::evaluateArguments(const CallArguments& wanted)
{
    Arguments arguments;
    arguments.positional = evaluateAll(wanted.positional);
    for (const auto& [name, value] : wanted.named)
        arguments.named.emplace_back(name, evaluate(*value));
    if (wanted.moreItems) {
        for (Value& item : collect(evaluate(*wanted.moreItems)))
            arguments.positional.push_back(std::move(item));
    }
    if (!wanted.moreNamed)
        return arguments;
    const Value more = evaluate(*wanted.moreNamed);
    if (!more.is(Kind::Dict))
        throw Failure("argument after ** must be a mapping, not " + typeName(more));
    for (const auto& [name, value] : more.dict().entries()) {
        if (!name.is(Kind::Text))
            throw Failure("keywords must be strings");
        arguments.named.emplace_back(name.text(), value);
    }
    return arguments;
}

} // namespace temper::jinja
