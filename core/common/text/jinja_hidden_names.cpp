// SPDX-License-Identifier: Apache-2.0
// Jinja resolves names when it compiles: a name that a frame assigns before it reads it does not fall back to
// the caller's variable of that name, not even in inner frames that read it earlier. This finds those names.
#include "core/common/text/jinja_syntax.h"

#include <map>
#include <set>

namespace temper::jinja {

namespace {

enum class Load { Known, Undefined };

struct Symbols {
    const Symbols* parent = nullptr;
    std::map<std::string, Load> names;
    std::set<std::string> stores;

    bool knows(const std::string& name) const
    {
        return names.count(name) > 0 || (parent && parent->knows(name));
    }
    void load(const std::string& name)
    {
        if (!knows(name))
            names[name] = Load::Known;
    }
    void store(const std::string& name)
    {
        stores.insert(name);
        names.try_emplace(name, parent && parent->knows(name) ? Load::Known : Load::Undefined);
    }
    void parameter(const std::string& name)
    {
        stores.insert(name);
        names[name] = Load::Known;
    }
};

void load(Symbols& symbols, const Expression* expression)
{
    if (!expression)
        return;
    if (expression->kind == ExpressionKind::Name)
        symbols.load(expression->name);
    for (const auto& part : expression->parts)
        load(symbols, part.get());
    for (const auto& part : expression->arguments.positional)
        load(symbols, part.get());
    for (const auto& [name, part] : expression->arguments.named)
        load(symbols, part.get());
    load(symbols, expression->arguments.moreItems.get());
    load(symbols, expression->arguments.moreNamed.get());
}

void store(Symbols& symbols, const Expression& target)
{
    if (target.kind == ExpressionKind::Name)
        symbols.store(target.name);
    else if (target.kind == ExpressionKind::NamespaceItem)
        symbols.load(target.name);
    for (const auto& part : target.parts)
        store(symbols, *part);
}

void takeParameters(Symbols& symbols, const Expression& target)
{
    if (target.kind == ExpressionKind::Name)
        symbols.parameter(target.name);
    for (const auto& part : target.parts)
        takeParameters(symbols, *part);
}

void analyse(Symbols& symbols, const Body& body);

void mergeBranches(Symbols& symbols, const std::vector<Symbols>& branches)
{
    std::set<std::string> added;
    for (const Symbols& branch : branches) {
        for (const std::string& name : branch.stores) {
            if (symbols.stores.count(name) == 0)
                added.insert(name);
        }
    }
    for (const Symbols& branch : branches) {
        for (const auto& [name, how] : branch.names)
            symbols.names[name] = how;
        symbols.stores.insert(branch.stores.begin(), branch.stores.end());
    }
    for (const std::string& name : added)
        symbols.names[name] = Load::Known;
}

void analyseIf(Symbols& symbols, const Statement& choice)
{
    load(symbols, choice.expressions[0].get());
    std::vector<Symbols> branches(3, symbols);
    analyse(branches[0], choice.bodies[0]);
    for (std::size_t i = 1; i < choice.expressions.size(); ++i) {
        load(branches[1], choice.expressions[i].get());
        std::vector<Symbols> inner(1, branches[1]);
        analyse(inner[0], choice.bodies[i]);
        mergeBranches(branches[1], inner);
    }
    if (choice.bodies.size() > choice.expressions.size())
        analyse(branches[2], choice.bodies.back());
    mergeBranches(symbols, branches);
}

// What a frame itself reads and assigns; inner frames are left for later.
void analyse(Symbols& symbols, const Body& body)
{
    for (const auto& statement : body) {
        switch (statement->kind) {
        case StatementKind::If:
            analyseIf(symbols, *statement);
            break;
        case StatementKind::For:
            load(symbols, statement->expressions[0].get());
            break;
        case StatementKind::Output:
        case StatementKind::Set:
        case StatementKind::CallBlock:
        case StatementKind::FilterBlock:
        case StatementKind::With:
            for (const auto& expression : statement->expressions)
                load(symbols, expression.get());
            break;
        case StatementKind::Macro:
            symbols.store(statement->text);
            break;
        case StatementKind::Text:
        case StatementKind::SetBlock:
        case StatementKind::Generation:
        case StatementKind::Scope:
        case StatementKind::Block:
        case StatementKind::Break:
        case StatementKind::Continue:
            break;
        }
        if (statement->kind == StatementKind::Set || statement->kind == StatementKind::SetBlock)
            store(symbols, *statement->targets[0]);
    }
}

void enter(Statement& statement, std::size_t body, const Symbols* parent);

void enterInner(Body& body, const Symbols& symbols)
{
    for (auto& statement : body) {
        const bool isolated = statement->kind == StatementKind::Block;
        for (std::size_t i = 0; i < statement->bodies.size(); ++i) {
            if (statement->kind == StatementKind::If)
                enterInner(statement->bodies[i], symbols);
            else
                enter(*statement, i, isolated ? nullptr : &symbols);
        }
    }
}

std::vector<std::string> hiddenOf(const Symbols& symbols)
{
    std::vector<std::string> hidden;
    for (const auto& [name, how] : symbols.names) {
        if (how == Load::Undefined)
            hidden.push_back(name);
    }
    return hidden;
}

void enter(Statement& statement, std::size_t body, const Symbols* parent)
{
    Symbols symbols;
    symbols.parent = parent;
    const bool elseBody = statement.kind == StatementKind::For && body == 1;
    for (const auto& target : statement.targets) {
        if (!elseBody && statement.kind != StatementKind::SetBlock)
            takeParameters(symbols, *target);
    }
    if (statement.kind == StatementKind::For && !elseBody)
        symbols.parameter("loop");
    for (const Parameter& parameter : statement.parameters)
        symbols.parameter(parameter.name);
    for (const Parameter& parameter : statement.parameters)
        load(symbols, parameter.fallback.get());
    analyse(symbols, statement.bodies[body]);
    statement.hidden.resize(statement.bodies.size());
    statement.hidden[body] = hiddenOf(symbols);
    enterInner(statement.bodies[body], symbols);
}

} // namespace

std::vector<std::string> findHiddenNames(Body& body)
{
    Symbols symbols;
    analyse(symbols, body);
    enterInner(body, symbols);
    return hiddenOf(symbols);
}

} // namespace temper::jinja
