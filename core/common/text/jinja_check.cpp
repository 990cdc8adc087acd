// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_syntax.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <set>

namespace temper::jinja {

namespace {

// Inside conditions an unknown filter only fails once it is called, as in Jinja.
enum class Strictness { Strict, Lenient };

class Checker {
public:
    void body(Body& body, Strictness strictness, bool inLoop);

private:
    void statement(Statement& statement, Strictness strictness, bool inLoop);
    void expressions(std::vector<ExpressionPtr>& list, Strictness strictness);
    void expression(Expression& expression, Strictness strictness);
    void arguments(Expression& expression, Strictness strictness);
    void macro(Statement& macro);

    std::set<std::string> m_blocks;
};

// Calls visit for every expression below, bodies included.
template <typename Visit> void visitExpression(const Expression& expression, const Visit& visit)
{
    visit(expression);
    for (const auto& part : expression.parts) {
        if (part)
            visitExpression(*part, visit);
    }
    for (const auto& part : expression.arguments.positional)
        visitExpression(*part, visit);
    for (const auto& [name, part] : expression.arguments.named)
        visitExpression(*part, visit);
    for (const auto* part : { &expression.arguments.moreItems, &expression.arguments.moreNamed }) {
        if (*part)
            visitExpression(**part, visit);
    }
}

template <typename Visit> void visitBody(const Body& body, const Visit& visit)
{
    for (const auto& statement : body) {
        visit(*statement);
        for (const auto& inner : statement->bodies)
            visitBody(inner, visit);
    }
}

template <typename Visit> void visitNames(const Body& body, const Visit& visit)
{
    const auto onExpression = [&](const Expression& expression) {
        if (expression.kind == ExpressionKind::Name)
            visit(expression.name);
    };
    visitBody(body, [&](const Statement& statement) {
        for (const auto& expression : statement.expressions) {
            if (expression)
                visitExpression(*expression, onExpression);
        }
        for (const Parameter& parameter : statement.parameters) {
            if (parameter.fallback)
                visitExpression(*parameter.fallback, onExpression);
        }
    });
}

void refuseLoopTarget(const Expression& target)
{
    if (target.kind == ExpressionKind::Name && target.name == "loop")
        throw Failure("Can't assign to special loop variable in for-loop target", target.line);
    for (const auto& part : target.parts)
        refuseLoopTarget(*part);
}

void Checker::arguments(Expression& e, Strictness strictness)
{
    std::set<std::string> names;
    for (auto& part : e.arguments.positional)
        expression(*part, strictness);
    for (auto& [name, part] : e.arguments.named) {
        if (!names.insert(name).second)
            throw Failure("keyword argument repeated: " + name, e.line);
        expression(*part, strictness);
    }
    for (auto* part : { &e.arguments.moreItems, &e.arguments.moreNamed }) {
        if (*part)
            expression(**part, strictness);
    }
}

void Checker::expression(Expression& e, Strictness strictness)
{
    const bool filter = e.kind == ExpressionKind::Filter;
    if (filter || e.kind == ExpressionKind::Test) {
        e.builtin = filter ? findFilter(e.name) : findTest(e.name);
        if (!e.builtin && strictness == Strictness::Strict)
            throw Failure(
                "No " + std::string(filter ? "filter" : "test") + " named " + reprText(e.name) + ".", e.line);
    }
    const bool condition = e.kind == ExpressionKind::Condition;
    expressions(e.parts, condition ? Strictness::Lenient : strictness);
    arguments(e, strictness);
}

void Checker::expressions(std::vector<ExpressionPtr>& list, Strictness strictness)
{
    for (auto& part : list) {
        if (part)
            expression(*part, strictness);
    }
}

void Checker::macro(Statement& macro)
{
    std::set<std::string> names;
    for (Parameter& parameter : macro.parameters) {
        if (!names.insert(parameter.name).second)
            throw Failure(
                "duplicate argument " + reprText(parameter.name) + " in macro definition", macro.line);
        if (parameter.fallback)
            expression(*parameter.fallback, Strictness::Strict);
    }
    visitNames(macro.bodies[0], [&](const std::string& name) {
        macro.usesCaller = macro.usesCaller || name == "caller";
        macro.usesNamed = macro.usesNamed || name == "kwargs";
        macro.usesPositional = macro.usesPositional || name == "varargs";
    });
    const auto takes = [&](const char* name) { return names.count(name) > 0; };
    const auto caller = std::find_if(macro.parameters.begin(), macro.parameters.end(),
        [](const Parameter& p) { return p.name == "caller"; });
    if (macro.usesCaller && caller != macro.parameters.end() && !caller->fallback)
        throw Failure(
            "When defining macros or call blocks the special \"caller\" argument must be omitted or be given "
            "a default.",
            macro.line);
    macro.usesCaller = macro.usesCaller && !takes("caller");
    macro.usesNamed = macro.usesNamed && !takes("kwargs");
    macro.usesPositional = macro.usesPositional && !takes("varargs");
    body(macro.bodies[0], Strictness::Strict, false);
}

void Checker::statement(Statement& s, Strictness strictness, bool inLoop)
{
    const bool choice = s.kind == StatementKind::If;
    expressions(s.expressions, choice ? Strictness::Lenient : strictness);
    switch (s.kind) {
    case StatementKind::If:
        for (Body& branch : s.bodies)
            body(branch, Strictness::Lenient, inLoop);
        return;
    case StatementKind::For:
        refuseLoopTarget(*s.targets[0]);
        visitBody(s.bodies[0], [](const Statement& inner) {
            for (const auto& target : inner.targets)
                refuseLoopTarget(*target);
        });
        body(s.bodies[0], Strictness::Strict, true);
        body(s.bodies[1], Strictness::Strict, inLoop && !s.recursive);
        return;
    case StatementKind::Macro:
    case StatementKind::CallBlock:
        return macro(s);
    case StatementKind::Generation:
        return body(s.bodies[0], Strictness::Strict, false);
    case StatementKind::Block:
        if (!m_blocks.insert(s.text).second)
            throw Failure("block " + reprText(s.text) + " defined twice", s.line);
        return body(s.bodies[0], Strictness::Strict, false);
    case StatementKind::SetBlock:
    case StatementKind::FilterBlock:
    case StatementKind::With:
    case StatementKind::Scope:
        return body(s.bodies[0], Strictness::Strict, inLoop);
    case StatementKind::Break:
    case StatementKind::Continue:
        if (!inLoop)
            throw Failure(
                s.kind == StatementKind::Break ? "'break' outside loop" : "'continue' not properly in loop",
                s.line);
        return;
    case StatementKind::Text:
    case StatementKind::Output:
    case StatementKind::Set:
        return;
    }
}

void Checker::body(Body& statements, Strictness strictness, bool inLoop)
{
    for (auto& inner : statements)
        statement(*inner, strictness, inLoop);
}

} // namespace

void checkTemplate(Body& body)
{
    Checker().body(body, Strictness::Strict, false);
}

Template compileTemplate(const std::string& source)
{
    Template made;
    made.body = parseTemplate(source);
    checkTemplate(made.body);
    made.hidden = findHiddenNames(made.body);
    made.hasGeneration = hasGeneration(made.body);
    return made;
}

bool hasGeneration(const Body& body)
{
    bool found = false;
    visitBody(body,
        [&](const Statement& statement) { found = found || statement.kind == StatementKind::Generation; });
    return found;
}

} // namespace temper::jinja
