// SPDX-License-Identifier: Apache-2.0
// Tokens to a tree: statements in jinja_parser.cpp, expressions in jinja_parse_expression.cpp.
#pragma once

#include "core/common/text/jinja_lexer.h"
#include "core/common/text/jinja_syntax.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace temper::jinja {

// Python, which runs Jinja's templates, refuses more than 200 nested brackets; a tree as deep is walked
// safely.
constexpr int kMaximumExpressionDepth = 200;

class Parser {
public:
    explicit Parser(std::vector<Token> tokens)
        : m_tokens(std::move(tokens))
    {
    }
    Body parse();

private:
    enum class Conditions { Allowed, Refused };
    enum class Targets { Plain, WithNamespace };
    using Names = std::initializer_list<std::string_view>;

    const Token& current() const { return m_tokens[m_at]; }
    const Token& following() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }
    const Token& take();
    bool isName(std::string_view name) const
    {
        return current().kind == TokenKind::Name && current().text == name;
    }
    bool isOperator(std::string_view text) const { return isOperator(current(), text); }
    static bool isOperator(const Token& token, std::string_view text)
    {
        return token.kind == TokenKind::Operator && token.text == text;
    }
    bool skipName(std::string_view name);
    bool skipOperator(std::string_view text);
    void expectOperator(std::string_view text);
    std::string expectName();
    void expectName(std::string_view name);
    void expect(TokenKind kind, const char* description);
    [[noreturn]] void fail(const std::string& message, int line = 0) const;
    [[noreturn]] void failExpected(std::string_view expected) const;

    // Statements.
    Body parseBody(const std::vector<std::string_view>& endNames);
    Body parseBlockBody(const std::vector<std::string_view>& endNames); // from after the tag's own words
    std::unique_ptr<Statement> parseStatement();
    std::unique_ptr<Statement> statement(StatementKind kind) const;
    std::unique_ptr<Statement> parseOutput();
    std::unique_ptr<Statement> parseFor();
    std::unique_ptr<Statement> parseIf();
    std::unique_ptr<Statement> parseSet();
    std::unique_ptr<Statement> parseMacro();
    std::unique_ptr<Statement> parseCall();
    std::unique_ptr<Statement> parseFilterBlock();
    std::unique_ptr<Statement> parseWith();
    std::unique_ptr<Statement> parseBlock();
    std::unique_ptr<Statement> parseAutoescape();
    std::unique_ptr<Statement> parsePrint();
    std::unique_ptr<Statement> parseGeneration();
    void parseSignature(Statement& statement);
    [[noreturn]] void failUnknownTag(const std::string& name) const;
    [[noreturn]] void failEnd() const;
    std::string lookingFor() const;
    ExpressionPtr parseTarget(std::string_view endName, Targets targets);
    std::string parseTargetName();
    void checkAssignable(const Expression& target) const;

    // Expressions.
    ExpressionPtr node(ExpressionKind kind, int line, std::vector<ExpressionPtr> parts = {}) const;
    ExpressionPtr binary(Operator operation, int line, ExpressionPtr left, ExpressionPtr right) const;
    ExpressionPtr pair(ExpressionKind kind, int line, ExpressionPtr left, ExpressionPtr right) const;
    ExpressionPtr constant(Value value, int line) const;
    void deepen(Expression& expression, const ExpressionPtr& part) const;
    ExpressionPtr parseExpression(Conditions conditions = Conditions::Allowed);
    ExpressionPtr parseCondition();
    ExpressionPtr parseOr();
    ExpressionPtr parseAnd();
    ExpressionPtr parseNot();
    ExpressionPtr parseCompare();
    bool takeComparison(Operator& operation);
    ExpressionPtr parseSum();
    ExpressionPtr parseConcat();
    ExpressionPtr parseProduct();
    ExpressionPtr parsePower();
    ExpressionPtr parseUnary(bool withFilters = true);
    ExpressionPtr parsePrimary(Targets targets = Targets::Plain);
    ExpressionPtr parseNameOrConstant(Targets targets);
    ExpressionPtr parsePostfix(ExpressionPtr expression);
    ExpressionPtr parseFilters(ExpressionPtr expression);
    ExpressionPtr parseSubscript(ExpressionPtr expression);
    ExpressionPtr parseSubscribed();
    ExpressionPtr parseFilter(ExpressionPtr input, bool nameFollows);
    ExpressionPtr parseTest(ExpressionPtr value);
    ExpressionPtr parseCallOf(ExpressionPtr callee);
    void parseArguments(Expression& call);
    ExpressionPtr parseList();
    ExpressionPtr parseDict();
    struct TupleOptions {
        Conditions conditions = Conditions::Allowed;
        std::string_view endName = {};
        bool targetsOnly = false;
        bool inParentheses = false;
        Targets targets = Targets::Plain;
    };
    ExpressionPtr parseTuple(const TupleOptions& options);
    bool atTupleEnd(std::string_view endName) const;
    std::string parseDottedName();

    class Nesting; // counts open brackets and blocks against the stack

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_nesting = 0;
    std::vector<std::string> m_tags; // open ones, innermost last
    std::vector<std::vector<std::string_view>> m_ends; // what each of them waits for
};

class Parser::Nesting {
public:
    explicit Nesting(Parser& parser)
        : m_parser(parser)
    {
        if (++m_parser.m_nesting > kMaximumExpressionDepth)
            m_parser.fail("the expression is nested too deeply");
    }
    ~Nesting() { --m_parser.m_nesting; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

private:
    Parser& m_parser;
};

} // namespace temper::jinja
