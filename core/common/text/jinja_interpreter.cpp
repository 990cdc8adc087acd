// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_interpreter.h"

#include "core/common/text/jinja_loop.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

namespace {

// A hostile template ends within seconds and below this much memory.
constexpr std::size_t kMaximumBytes = std::size_t { 64 } << 20; // of one text or list
constexpr std::size_t kMaximumWork = 40'000'000; // nodes walked, plus one for each kBytesAStep made
constexpr std::size_t kBytesAStep = 16;
constexpr std::size_t kBytesALoop = 64; // a round costs some steps even when its body is empty
constexpr int kMaximumDepth = 1500; // statements and expressions inside each other, macros included

} // namespace

const Value* Scope::find(const std::string& name) const
{
    for (const Scope* scope = this; scope; scope = scope->parent.get()) {
        for (const auto& [known, value] : scope->variables) {
            if (known == name)
                return &value;
        }
    }
    return nullptr;
}

void Scope::set(const std::string& name, Value value)
{
    const auto known = std::find_if(
        variables.begin(), variables.end(), [&](const auto& entry) { return entry.first == name; });
    if (known == variables.end())
        variables.emplace_back(name, std::move(value));
    else
        known->second = std::move(value);
}

Interpreter::Interpreter(const Template& source, Variables variables)
    : m_template(source)
    , m_variables(std::move(variables))
    , m_root(newScope(nullptr, source.hidden))
    , m_scope(m_root)
{
    for (const Builtin& function : globalFunctions())
        m_variables.try_emplace(std::string(function.name), builtinFunction(function));
}

ScopePtr Interpreter::newScope(const ScopePtr& parent, const std::vector<std::string>& hidden)
{
    auto scope = std::make_shared<Scope>();
    scope->parent = parent;
    for (const std::string& name : hidden)
        scope->variables.emplace_back(name, Value::undefined(reprText(name) + " is undefined"));
    return scope;
}

Interpreter::~Interpreter()
{
    for (const auto& object : m_keptObjects)
        object->forget();
    for (const auto& scope : m_keptScopes) {
        scope->variables.clear();
        scope->parent.reset();
    }
}

Rendering Interpreter::run()
{
    execute(m_template.body);
    m_rendering.text = std::move(m_text);
    return std::move(m_rendering);
}

void Interpreter::enter()
{
    if (++m_depth > kMaximumDepth) {
        --m_depth;
        throw Failure("the template calls itself too deeply");
    }
}

void Interpreter::charge(std::size_t bytes)
{
    if (bytes > kMaximumBytes)
        throw Failure("the template makes a value larger than 64 MB");
    m_work += 1 + bytes / kBytesAStep;
    if (m_work > kMaximumWork)
        throw Failure("the template does not come to an end");
}

void Interpreter::write(std::string_view text)
{
    if (text.empty())
        return;
    charge(m_out->size() + text.size() > kMaximumBytes ? SIZE_MAX : text.size());
    m_out->append(text);
}

std::uint32_t Interpreter::pointsWritten()
{
    m_countedPoints
        += static_cast<std::uint32_t>(countPoints(std::string_view(m_text).substr(m_countedBytes)));
    m_countedBytes = m_text.size();
    return m_countedPoints;
}

Interpreter::Flow Interpreter::execute(const Body& body)
{
    const Depth depth(*this);
    for (const auto& statement : body) {
        charge(0);
        const Flow flow = executeOne(*statement);
        if (flow != Flow::Next)
            return flow;
    }
    return Flow::Next;
}

Interpreter::Flow Interpreter::executeOne(const Statement& statement)
{
    m_line = statement.line;
    switch (statement.kind) {
    case StatementKind::Text:
        write(statement.text);
        return Flow::Next;
    case StatementKind::Output:
        for (const auto& expression : statement.expressions)
            write(printed(evaluate(*expression)));
        return Flow::Next;
    case StatementKind::If:
        return executeIf(statement);
    case StatementKind::For:
        return executeFor(statement);
    case StatementKind::Set:
        executeSet(statement);
        return Flow::Next;
    case StatementKind::SetBlock:
        return executeSetBlock(statement);
    case StatementKind::FilterBlock:
        return executeFilterBlock(statement);
    case StatementKind::Macro:
        m_scope->set(statement.text, makeMacro(statement));
        return Flow::Next;
    case StatementKind::CallBlock:
        executeCallBlock(statement);
        return Flow::Next;
    case StatementKind::Generation:
        executeGeneration(statement);
        return Flow::Next;
    case StatementKind::With:
        return executeWith(statement);
    case StatementKind::Scope:
        return executeInner(statement, 0, m_scope);
    case StatementKind::Block:
        return executeInner(statement, 0, m_root);
    case StatementKind::Break:
        return Flow::Break;
    case StatementKind::Continue:
        return Flow::Continue;
    }
    return Flow::Next;
}

Interpreter::Flow Interpreter::executeInner(const Statement& statement, std::size_t body, ScopePtr parent)
{
    const ScopePtr outer = m_scope;
    m_scope = newScope(parent, statement.hidden[body]);
    const Flow flow = execute(statement.bodies[body]);
    m_scope = outer;
    return flow;
}

Interpreter::Flow Interpreter::executeIf(const Statement& choice)
{
    for (std::size_t i = 0; i < choice.expressions.size(); ++i) {
        if (truthy(evaluate(*choice.expressions[i])))
            return execute(choice.bodies[i]);
    }
    const bool hasElse = choice.bodies.size() > choice.expressions.size();
    return hasElse ? execute(choice.bodies.back()) : Flow::Next;
}

Interpreter::Flow Interpreter::executeFor(const Statement& loop)
{
    const Value items = evaluate(*loop.expressions[0]);
    if (!loop.recursive)
        return runLoop(loop, m_scope, items, 0);
    write(renderLoop(loop, m_scope, items, 0));
    return Flow::Next;
}

std::string Interpreter::renderLoop(const Statement& loop, ScopePtr outer, const Value& items, int depth)
{
    const Depth guard(*this);
    Redirect redirect(*this, outer);
    runLoop(loop, outer, items, depth);
    return std::move(redirect.text);
}

bool Interpreter::holdsFor(const Statement& loop, const ScopePtr& outer, const Value& item)
{
    charge(0);
    const ScopePtr before = m_scope;
    m_scope = newScope(outer, {});
    assign(*loop.targets[0], item, *m_scope);
    const bool holds = truthy(evaluate(*loop.expressions[1]));
    m_scope = before;
    return holds;
}

Interpreter::Flow Interpreter::runLoop(const Statement& loop, ScopePtr outer, const Value& items, int depth)
{
    const auto context = std::make_shared<Loop>(Loop::Place { this, &loop, outer, depth }, items);
    const ScopePtr before = m_scope;
    bool completedOne = false; // Jinja's else also runs when every round was left by continue or break
    Flow flow = Flow::Next;
    while (flow != Flow::Break) {
        m_scope = outer;
        const auto item = context->advance();
        if (!item)
            break;
        charge(kBytesALoop);
        m_scope = newScope(outer, loop.hidden[0]);
        m_scope->set("loop", Value(std::static_pointer_cast<Object>(context)));
        assign(*loop.targets[0], *item, *m_scope);
        flow = execute(loop.bodies[0]);
        completedOne = completedOne || flow == Flow::Next;
    }
    m_scope = before;
    if (completedOne || loop.bodies[1].empty())
        return Flow::Next;
    return executeInner(loop, 1, outer);
}

void Interpreter::executeSet(const Statement& set)
{
    checkNamespaces(*set.targets[0]);
    assign(*set.targets[0], evaluate(*set.expressions[0]), *m_scope);
}

Interpreter::Flow Interpreter::executeSetBlock(const Statement& set)
{
    Value value;
    {
        Redirect redirect(*this, newScope(m_scope, set.hidden[0]));
        const Flow flow = execute(set.bodies[0]);
        if (flow != Flow::Next)
            return flow;
        value = Value(std::move(redirect.text));
        if (set.expressions[0])
            value = applyChain(*set.expressions[0], std::move(value));
    }
    checkNamespaces(*set.targets[0]);
    assign(*set.targets[0], value, *m_scope);
    return Flow::Next;
}

Interpreter::Flow Interpreter::executeFilterBlock(const Statement& block)
{
    std::string text;
    {
        Redirect redirect(*this, newScope(m_scope, block.hidden[0]));
        const Flow flow = execute(block.bodies[0]);
        if (flow != Flow::Next)
            return flow;
        text = printed(applyChain(*block.expressions[0], Value(std::move(redirect.text))));
    }
    write(text);
    return Flow::Next;
}

Interpreter::Flow Interpreter::executeWith(const Statement& with)
{
    const ScopePtr outer = m_scope;
    const ScopePtr inner = newScope(outer, with.hidden[0]);
    for (std::size_t i = 0; i < with.targets.size(); ++i)
        assign(*with.targets[i], evaluate(*with.expressions[i]), *inner);
    m_scope = inner;
    const Flow flow = execute(with.bodies[0]);
    m_scope = outer;
    return flow;
}

void Interpreter::executeGeneration(const Statement& block)
{
    std::string text;
    {
        Redirect redirect(*this, newScope(m_scope, block.hidden[0]));
        execute(block.bodies[0]);
        text = std::move(redirect.text);
    }
    const std::uint32_t begin = pointsWritten();
    m_rendering.generations.emplace_back(begin, begin + static_cast<std::uint32_t>(countPoints(text)));
    write(text);
}

} // namespace temper::jinja
