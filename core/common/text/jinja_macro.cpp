// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_interpreter.h"
#include "core/common/text/jinja_loop.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

void Interpreter::executeCallBlock(const Statement& block)
{
    const Expression& callExpression = *block.expressions[0];
    const Value caller = makeMacro(block);
    const Value callee = evaluate(*callExpression.parts[0]);
    Arguments arguments = evaluateArguments(callExpression.arguments);
    arguments.named.emplace_back("caller", caller);
    write(printed(call(callee, std::move(arguments))));
}

Value Interpreter::makeMacro(const Statement& macro)
{
    keepScope(m_scope);
    return Value(std::static_pointer_cast<Object>(std::make_shared<Macro>(*this, macro, m_scope)));
}

void Interpreter::keepScope(const ScopePtr& scope)
{
    for (ScopePtr at = scope; at && !at->kept; at = at->parent) {
        at->kept = true;
        m_keptScopes.push_back(at);
    }
}

Value Interpreter::runMacro(const Statement& macro, const ScopePtr& closure, Arguments arguments)
{
    const Depth depth(*this);
    const int line = m_line;
    Redirect redirect(*this, newScope(closure, macro.hidden[0]));
    bindParameters(macro, *m_scope, arguments);
    execute(macro.bodies[0]);
    m_line = line;
    return Value(std::move(redirect.text));
}

void Interpreter::bindParameters(const Statement& macro, Scope& scope, Arguments& arguments)
{
    const std::size_t given = std::min(arguments.positional.size(), macro.parameters.size());
    std::vector<const Parameter*> open;
    for (std::size_t i = 0; i < macro.parameters.size(); ++i) {
        const std::string& name = macro.parameters[i].name;
        const auto named = std::find_if(arguments.named.begin(), arguments.named.end(),
            [&](const auto& entry) { return entry.first == name; });
        if (i < given) {
            scope.set(name, arguments.positional[i]);
        } else if (named != arguments.named.end()) {
            scope.set(name, named->second);
            arguments.named.erase(named);
        } else {
            open.push_back(&macro.parameters[i]);
        }
    }
    arguments.positional.erase(
        arguments.positional.begin(), arguments.positional.begin() + static_cast<std::ptrdiff_t>(given));
    bindSpecials(macro, scope, arguments);
    for (const Parameter* parameter : open) {
        const Value missing
            = Value::undefined("parameter " + reprText(parameter->name) + " was not provided");
        scope.set(parameter->name, parameter->fallback ? evaluate(*parameter->fallback) : missing);
    }
}

void Interpreter::bindSpecials(const Statement& macro, Scope& scope, Arguments& arguments)
{
    const std::string called = "macro " + reprText(macro.text);
    const auto caller = std::find_if(arguments.named.begin(), arguments.named.end(),
        [](const auto& entry) { return entry.first == "caller"; });
    if (macro.usesCaller) {
        const bool given = caller != arguments.named.end();
        scope.set("caller", given ? caller->second : Value::undefined("No caller defined"));
        if (given)
            arguments.named.erase(caller);
    }
    if (macro.usesNamed) {
        Dict named;
        for (auto& [name, value] : arguments.named)
            named.set(Value(name), std::move(value));
        scope.set("kwargs", Value::dict(std::move(named)));
    } else if (!arguments.named.empty()) {
        throw Failure(called + " takes no keyword argument " + reprText(arguments.named[0].first));
    }
    if (macro.usesPositional)
        scope.set("varargs", Value::tuple(std::move(arguments.positional)));
    else if (!arguments.positional.empty())
        throw Failure(
            called + " takes not more than " + std::to_string(macro.parameters.size()) + " argument(s)");
}

void Interpreter::checkNamespaces(const Expression& target)
{
    for (const auto& part : target.parts)
        checkNamespaces(*part);
    if (target.kind != ExpressionKind::NamespaceItem)
        return;
    const Value space = lookUp(target.name);
    if (!space.is(Kind::Object) || !dynamic_cast<Namespace*>(&space.object()))
        throw Failure("cannot assign attribute on non-namespace object");
}

void Interpreter::assign(const Expression& target, const Value& value, Scope& scope)
{
    if (target.kind == ExpressionKind::Name)
        return scope.set(target.name, value);
    if (target.kind == ExpressionKind::NamespaceItem)
        return dynamic_cast<Namespace&>(lookUp(target.name).object()).set(target.attribute, value);
    if (!isIterable(value))
        throw Failure("cannot unpack non-iterable " + typeName(value) + " object");
    const std::vector<Value> items = collect(value);
    const std::size_t wanted = target.parts.size();
    if (items.size() > wanted)
        throw Failure("too many values to unpack (expected " + std::to_string(wanted) + ")");
    if (items.size() < wanted)
        throw Failure("not enough values to unpack (expected " + std::to_string(wanted) + ", got "
            + std::to_string(items.size()) + ")");
    for (std::size_t i = 0; i < wanted; ++i)
        assign(*target.parts[i], items[i], scope);
}

} // namespace temper::jinja
