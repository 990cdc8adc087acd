// SPDX-License-Identifier: Apache-2.0
// Runs a checked template: one object a rendering.
#pragma once

#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_syntax.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace temper::jinja {

struct Scope {
    std::shared_ptr<Scope> parent;
    std::vector<std::pair<std::string, Value>> variables;
    bool kept = false;

    const Value* find(const std::string& name) const; // here and in all parents
    void set(const std::string& name, Value value);
};
using ScopePtr = std::shared_ptr<Scope>;
using Variables = std::unordered_map<std::string, Value>;

struct Rendering {
    std::string text;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> generations; // code points
};

class Interpreter : public Runtime {
public:
    Interpreter(const Template& source, Variables variables);
    ~Interpreter() override;
    Interpreter(const Interpreter&) = delete;
    Interpreter& operator=(const Interpreter&) = delete;

    // Throws Failure; line() says where it was then.
    Rendering run();
    int line() const { return m_line; }

    Value call(const Value& callee, Arguments arguments) override;
    Value filter(const std::string& name, Value input, Arguments arguments) override;
    bool test(const std::string& name, Value value, Arguments arguments) override;
    void charge(std::size_t bytes) override;
    void enter() override;
    void leave() override { --m_depth; }
    void keep(std::shared_ptr<Object> space) override { m_keptObjects.push_back(std::move(space)); }

    // For macros and recursive loops.
    Value runMacro(const Statement& macro, const ScopePtr& closure, Arguments arguments);
    std::string renderLoop(const Statement& loop, ScopePtr outer, const Value& items, int depth);
    bool holdsFor(const Statement& loop, const ScopePtr& outer, const Value& item); // for … if

private:
    enum class Flow { Next, Break, Continue };
    class Depth;
    class Redirect;

    Flow execute(const Body& body);
    Flow executeOne(const Statement& statement);
    Flow executeIf(const Statement& choice);
    Flow executeFor(const Statement& loop);
    Flow runLoop(const Statement& loop, ScopePtr outer, const Value& items, int depth);
    Flow executeSetBlock(const Statement& set);
    Flow executeFilterBlock(const Statement& block);
    Flow executeWith(const Statement& with);
    Flow executeInner(const Statement& statement, std::size_t body, ScopePtr parent);
    void executeSet(const Statement& set);
    void executeCallBlock(const Statement& block);
    void executeGeneration(const Statement& block);
    Value makeMacro(const Statement& macro);
    void bindParameters(const Statement& macro, Scope& scope, Arguments& arguments);
    void bindSpecials(const Statement& macro, Scope& scope, Arguments& arguments);
    static ScopePtr newScope(const ScopePtr& parent, const std::vector<std::string>& hidden);
    void keepScope(const ScopePtr& scope);
    void assign(const Expression& target, const Value& value, Scope& scope);
    void checkNamespaces(const Expression& target);
    void write(std::string_view text);
    std::uint32_t pointsWritten();

    Value evaluate(const Expression& expression);
    Value evaluateOperation(const Expression& expression);
    Value lookUp(const std::string& name) const;
    std::vector<Value> evaluateAll(const std::vector<ExpressionPtr>& parts);
    Value evaluateDict(const Expression& expression);
    Value evaluateCondition(const Expression& expression);
    Value evaluateCompare(const Expression& expression);
    Value evaluateConcat(const Expression& expression);
    Value evaluateItem(const Expression& expression);
    Value applyFilter(const Expression& expression, Value input);
    Value applyChain(const Expression& last, Value input); // of a filter block: its first filter has no input
    Value evaluateTest(const Expression& expression);
    Arguments evaluateArguments(const CallArguments& arguments);

    const Template& m_template;
    Variables m_variables;
    ScopePtr m_root;
    ScopePtr m_scope;
    std::string m_text;
    std::string* m_out = &m_text;
    Rendering m_rendering;
    std::size_t m_countedBytes = 0;
    std::uint32_t m_countedPoints = 0;
    std::vector<ScopePtr> m_keptScopes;
    std::vector<std::shared_ptr<Object>> m_keptObjects;
    int m_line = 0;
    int m_depth = 0;
    std::size_t m_work = 0;
};

class Interpreter::Depth {
public:
    explicit Depth(Interpreter& interpreter)
        : m_interpreter(interpreter)
    {
        interpreter.enter();
    }
    ~Depth() { m_interpreter.leave(); }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

private:
    Interpreter& m_interpreter;
};

// Sends output into a text of its own, inside a scope of its own, until it goes.
class Interpreter::Redirect {
public:
    Redirect(Interpreter& interpreter, ScopePtr scope)
        : m_interpreter(interpreter)
        , m_scope(std::move(interpreter.m_scope))
        , m_out(interpreter.m_out)
    {
        interpreter.m_scope = std::move(scope);
        interpreter.m_out = &text;
    }
    ~Redirect()
    {
        m_interpreter.m_scope = std::move(m_scope);
        m_interpreter.m_out = m_out;
    }
    Redirect(const Redirect&) = delete;
    Redirect& operator=(const Redirect&) = delete;
    std::string text;

private:
    Interpreter& m_interpreter;
    ScopePtr m_scope;
    std::string* m_out;
};

} // namespace temper::jinja
