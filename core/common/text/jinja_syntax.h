// SPDX-License-Identifier: Apache-2.0
// A template as a tree of statements and expressions.
#pragma once

#include "core/common/text/jinja_value.h"

#include <memory>
#include <string>
#include <vector>

namespace temper::jinja {

enum class ExpressionKind {
    Constant, // constant
    Name, // name
    NamespaceItem, // name.attribute as a target; parts: none
    Tuple, // parts
    List, // parts
    Dict, // parts: key, value, key, value …
    Condition, // parts: test, value, other (null: undefined)
    Or,
    And, // parts: left, right
    Not,
    Negate,
    Plus, // parts: operand
    Compare, // parts: first, then one for each of operators
    Binary, // parts: left, right; operators[0]
    Concat, // parts
    Attribute, // parts: object; name
    Item, // parts: object, index
    Slice, // parts: start, stop, step (each may be null)
    Call, // parts: callee; arguments
    Filter, // parts: input (null inside a filter block); name, arguments
    Test, // parts: value; name, arguments
};

enum class Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    NotIn
};

struct Builtin;
struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

struct CallArguments {
    std::vector<ExpressionPtr> positional;
    std::vector<std::pair<std::string, ExpressionPtr>> named;
    ExpressionPtr moreItems; // *args
    ExpressionPtr moreNamed; // **kwargs
};

struct Expression {
    ExpressionKind kind = ExpressionKind::Constant;
    int line = 0;
    int depth = 1;
    std::string name;
    std::string attribute;
    Value constant = nullptr;
    std::vector<ExpressionPtr> parts;
    std::vector<Operator> operators;
    CallArguments arguments;
    const Builtin* builtin = nullptr; // of a filter or test, once checked; null: there is none of that name
};

enum class StatementKind {
    Text, // text
    Output, // expressions
    If, // expressions: tests; bodies: one each, and one more for else
    For, // target; expressions: items, condition (may be null); bodies: loop, else
    Set, // target; expressions: value
    SetBlock, // target; expressions: filter (may be null); bodies: what is captured
    FilterBlock, // expressions: filter; bodies
    Macro, // name, parameters, bodies
    CallBlock, // expressions: call; parameters, bodies
    Generation, // bodies
    With, // targets, expressions: values; bodies
    Scope, // bodies (autoescape false)
    Block, // name; bodies
    Break,
    Continue,
};

struct Statement;
using Body = std::vector<std::unique_ptr<Statement>>;

struct Parameter {
    std::string name;
    ExpressionPtr fallback; // null: none
};

struct Statement {
    StatementKind kind = StatementKind::Text;
    int line = 0;
    std::string text; // template text, or the name of a macro or block
    bool recursive = false; // for … recursive
    bool usesCaller = false, usesNamed = false, usesPositional = false; // what a macro's body reads
    std::vector<ExpressionPtr> targets;
    std::vector<ExpressionPtr> expressions;
    std::vector<Parameter> parameters;
    std::vector<Body> bodies;
    std::vector<std::vector<std::string>>
        hidden; // for each body: names that are undefined until it assigns them
};

struct Template {
    Body body;
    std::vector<std::string> hidden;
    bool hasGeneration = false;
};

// Reads a template under trim_blocks and lstrip_blocks with loop controls and generation blocks. Throws
// Failure with the line for anything that is not Jinja, and for include, import and extends, which a lone
// template cannot do.
Body parseTemplate(const std::string& source);
// What Jinja's compiler refuses before anything runs: unknown filters and tests outside conditions, break
// outside a loop, repeated parameters. Also fills in what macros use. Throws Failure.
void checkTemplate(Body& body);
bool hasGeneration(const Body& body);
// Fills in Statement::hidden everywhere below; returns the names of the whole template.
std::vector<std::string> findHiddenNames(Body& body);
Template compileTemplate(const std::string& source); // all of the above

} // namespace temper::jinja
