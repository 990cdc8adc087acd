// SPDX-License-Identifier: Apache-2.0
// The template language: small pictures, Jinja2's own answers, and templates that mean harm.
#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/text/chat_template.h"

#include <QTest>

using namespace temper;

namespace {

const std::string kFolder = TEMPER_SOURCE_DIR "/tests/reference/text/templates/jinja_features";

std::string render(const std::string& source, const OrderedJson& variables = OrderedJson::object())
{
    ChatRequest request;
    request.variables = variables;
    return ChatTemplate(source, "picture").render(request).text;
}

std::string failure(const std::string& source, const OrderedJson& variables = OrderedJson::object())
{
    try {
        render(source, variables);
    } catch (const Error& error) {
        return error.what();
    }
    return "no failure";
}

struct Picture {
    const char* source;
    const char* text;
};

void compare(const std::vector<Picture>& pictures)
{
    for (const Picture& picture : pictures)
        QCOMPARE(QString::fromStdString(render(picture.source)), QString::fromUtf8(picture.text));
}

std::vector<OrderedJson> readLines(const std::string& path)
{
    std::vector<OrderedJson> rows;
    const std::string text = readTextFile(path);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        rows.push_back(parseOrderedJson(text.substr(begin, end - begin), path));
        begin = end + 1;
    }
    return rows;
}

} // namespace

class JinjaTest : public QObject {
    Q_OBJECT
private slots:
    void rendersAsJinja2();
    void tagsTakeTheirLinesWithThem();
    void loopsKnowWhereTheyAre();
    void scopesEndWithTheirBlocks();
    void macrosTakeArgumentsAndCallers();
    void numbersPrintAsInPython();
    void textMethodsCountCodePoints();
    void filtersLookIntoItems();
    void formatsFollowTheirSpecifications();
    void jsonKeepsOrderAndLetters();
    void undefinedFailsOnlyWhenUsed();
    void safeTextIsNotEscapedAgain();
    void errorsNameTheLine();
    void whatWouldChangeDataIsRefused();
    void whatTheCompilerRefusesNeverRuns();
    void hostileTemplatesEnd_data();
    void hostileTemplatesEnd();
};

void JinjaTest::rendersAsJinja2()
{
    const OrderedJson context = readOrderedJsonFile(kFolder + "/context.json");
    const auto cases = readLines(kFolder + "/cases.jsonl");
    QVERIFY(cases.size() > 60);
    for (const OrderedJson& expected : cases) {
        const std::string source = expected["template"];
        if (expected["error"].is_null())
            QCOMPARE(QString::fromStdString(render(source, context)),
                QString::fromStdString(expected["rendered"]));
        else
            QVERIFY2(failure(source, context).find(expected["error"].get<std::string>()) != std::string::npos,
                source.c_str());
    }
}

void JinjaTest::tagsTakeTheirLinesWithThem()
{
    compare({
        { "a\n  {% if true %}\n  b\n  {% endif %}\nc", "a\n  b\nc" },
        { "a\n  {%+ if true %}b{% endif %}", "a\n  b" },
        { "a  {%- if true -%}\n b \n{%- endif -%}  c", "abc" },
        { "a\n  {# note #}\nb", "a\nb" },
        { "a\n  {{ 1 }}\nb\n", "a\n  1\nb" },
        { "{% if true +%}\nx{% endif %}", "\nx" },
        { "{% raw %}{{ x }}{% endraw %}\n!", "{{ x }}!" },
        { "a\r\nb\rc", "a\nb\nc" },
    });
}

void JinjaTest::loopsKnowWhereTheyAre()
{
    compare({
        { "{% for x in 'abc' %}{{ loop.index }}{{ loop.revindex0 }}{{ x }}{{ loop.last }} {% endfor %}",
            "12aFalse 21bFalse 30cTrue " },
        { "{% for x in [1,2,3] %}{{ loop.previtem }}<{{ x }}>{{ loop.nextitem }} {% endfor %}",
            "<1>2 1<2>3 2<3> " },
        { "{% for x in [1,1,2] %}{{ loop.changed(x) }} {{ loop.cycle('a','b') }};{% endfor %}",
            "True a;False b;True a;" },
        { "{% for x in [1,[2,[3]]] recursive %}{{ x if x is number else loop(x) }}@{{ loop.depth }} {% "
          "endfor %}",
            "1@1 2@2 3@3 @2 @1 " },
        { "{% for x in range(9) if x is odd %}{% if x == 5 %}{% break %}{% endif %}{{ x }}/{{ loop.index }} "
          "{% endfor %}",
            "1/1 3/2 " },
        { "{% for x in [] %}{% else %}none{% endfor %}", "none" },
        { "{% for x in [1] %}{% continue %}{% else %}also here{% endfor %}", "also here" },
        { "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}{{ v }}{% endfor %}", "a1b2" },
    });
}

void JinjaTest::scopesEndWithTheirBlocks()
{
    compare({
        { "{% set x = 1 %}{% for i in [1,2] %}{{ x }}{% set x = 5 %}{{ x }}{% endfor %}{{ x }}", "15151" },
        { "{% set ns = namespace(n=0) %}{% for i in [1,2] %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}",
            "3" },
        { "{% if true %}{% set x = 2 %}{% endif %}{{ x }}", "2" },
        { "{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a }}", "12" },
        { "{% set x %}a{{ 1 }}{% endset %}[{{ x }}]", "[a1]" },
        { "{% set x | upper | replace('A', 'x') %}abc{% endset %}{{ x }}", "xBC" },
        { "{% filter upper %}a{{ 'b' }}{% endfilter %}", "AB" },
        { "{% set a, (b, c) = 1, (2, 3) %}{{ a }}{{ b }}{{ c }}", "123" },
        { "{% block b %}in {{ 1 }}{% endblock %}", "in 1" },
    });
    // A name the template assigns later does not fall back to the caller's variable inside blocks.
    const OrderedJson given { { "f", 1 } };
    QCOMPARE(
        render("{% for i in [1] %}[{{ f }}]{% endfor %}{% set f = 2 %}{{ f }}", given), std::string("[]2"));
    QCOMPARE(
        render("{{ f }}{% for i in [1] %}[{{ f }}]{% endfor %}{% set f = 2 %}", given), std::string("1[1]"));
}

void JinjaTest::macrosTakeArgumentsAndCallers()
{
    compare({
        { "{% macro f(a, b=a) %}{{ a }}{{ b }};{% endmacro %}{{ f(1) }}{{ f(1, 2) }}{{ f(b=3, a=4) }}",
            "11;12;43;" },
        { "{% macro f(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ f(1, 2, 3, k=4) }}",
            "1(2, 3){'k': 4}" },
        { "{% macro f() %}<{{ caller(1, 2) }}>{% endmacro %}{% call(a, b) f() %}{{ a + b }}{% endcall %}",
            "<3>" },
        { "{% macro f(x) %}{{ x }}{{ f(x - 1) if x > 0 }}{% endmacro %}{{ f(3) }}", "3210" },
        { "{% macro f() %}{{ x }}{% endmacro %}{% set x = 7 %}{{ f() }}{{ f.name }}", "7f" },
        { "{% macro f(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ f(*[1, 2]) }}{{ f(**{'b': 1, 'a': 2}) }}",
            "1221" },
    });
}

void JinjaTest::numbersPrintAsInPython()
{
    compare({
        { "{{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7 / 2 }} {{ 2 ** 10 }} {{ 2 ** -1 }}",
            "3 -4 2 3.5 1024 0.5" },
        { "{{ 1e16 }} {{ 123456789012345.0 }} {{ 1e-5 }} {{ 0.0001 }} {{ -0.0 }}",
            "1e+16 123456789012345.0 1e-05 0.0001 -0.0" },
        { "{{ 0x10 }} {{ 0b101 }} {{ 0o17 }} {{ 1_000 }} {{ 1.5e3 }}", "16 5 15 1000 1500.0" },
        { "{{ 1 == 1.0 }} {{ true + 1 }} {{ 1 < 2 < 3 }} {{ 3 > 2 > 2 }}", "True 2 True False" },
        { "{{ 2.5 | round }} {{ 3.14159 | round(2) }} {{ 7 | round(-1) }} {{ 2.1 | round(0, 'ceil') }}",
            "2.0 3.14 10 3.0" },
        { "{{ '0x1f' | int(0, 16) }} {{ '42.9' | int }} {{ 'x' | int(-1) }} {{ ' 1e3 ' | float }}",
            "31 42 -1 1000.0" },
    });
}

void JinjaTest::textMethodsCountCodePoints()
{
    compare({
        { "{{ '你好世界'[1:3] }} {{ '你好世界'[::-1] }} {{ '你好' | length }} {{ '你好世界'.find('世') }}",
            "好世 界世好你 2 2" },
        { "{{ 'straße'.upper() }} {{ 'ΑΣ'.lower() }} {{ 'hello wORLD'.title() }} {{ 'éa'.capitalize() }}",
            "STRASSE ας Hello World Éa" },
        { "{{ ' a b  c '.split() }} {{ 'a,b,c'.split(',', 1) }} {{ 'a b c'.rsplit(none, 1) }}",
            "['a', 'b', 'c'] ['a', 'b,c'] ['a b', 'c']" },
        { "{{ 'xxaxx'.strip('x') }} {{ 'a.b.c'.rpartition('.') }} {{ 'abc'.removeprefix('a') }}",
            "a ('a.b', '.', 'c') bc" },
        { "{{ 'ab'.center(5, '*') }} {{ '7'.zfill(3) }} {{ 'a'.rjust(3) }} {{ 'aba'.count('a') }}",
            "**ab* 007   a 2" },
        { "{{ ['it\\'s', 'q\"', '\\n\\x00é\\u200b'] }}", "[\"it's\", 'q\"', '\\n\\x00é\\u200b']" },
        { "{{ 'a\\nb\\r\\nc'.splitlines() }} {{ '\\u4f60\\x41\\101' }}", "['a', 'b', 'c'] 你AA" },
    });
}

void JinjaTest::filtersLookIntoItems()
{
    compare({
        { "{{ [{'a': {'b': 1}}, {'a': {'b': 2}}] | map(attribute='a.b') | list }}", "[1, 2]" },
        { "{{ ['b', 'A', 'c'] | sort | join(',') }} {{ ['b', 'A'] | sort(case_sensitive=true) }}",
            "A,b,c ['A', 'b']" },
        { "{{ [{'k': 2}, {'k': 1}] | sort(attribute='k') }}", "[{'k': 1}, {'k': 2}]" },
        { "{% for g in [{'k': 'a'}, {'k': 'B'}, {'k': 'a'}] | groupby('k') %}{{ g.grouper }}{{ g.list | "
          "length }} {% endfor %}",
            "a2 B1 " },
        { "{{ [1, 2, 3, 4] | select('even') | list }} {{ [1, none] | reject('none') | list }}",
            "[2, 4] [1]" },
        { "{{ [1, 2, 3] | batch(2, 0) | list }} {{ [1, 2, 3] | slice(2) | list }}",
            "[[1, 2], [3, 0]] [[1, 2], [3]]" },
        { "{{ {'b': 1, 'A': 2} | dictsort }} {{ [3, 1] | min }} {{ 'ab' | last }}",
            "[('A', 2), ('b', 1)] 1 b" },
        { "{{ 'a b\\nc' | indent }} {{ 'one two three' | truncate(9, leeway=0) }} {{ 'a-b c' | title }}",
            "a b\n    c one... A-B C" },
        { "{{ ['a', 'b'] | map('upper') | join }} {{ {} | default('x', true) }} {{ 'ab' | first }}",
            "AB x a" },
    });
}

void JinjaTest::formatsFollowTheirSpecifications()
{
    compare({
        { "{{ '%05.1f|%-4d|%+d|%x|%s|%r|%%' % (3.14159, 7, 5, 255, 'a', 'b') }}",
            "003.1|7   |+5|ff|a|'b'|%" },
        { "{{ '%(a)s-%(b)02d' % {'a': 1, 'b': 2} }} {{ '%s' % [1] }}", "1-02 [1]" },
        { "{{ '{:>6}|{:^5}|{:08.3f}|{:,}|{:#x}|{:.1%}'.format('a', 'b', 3.14159, 1234567, 255, 0.256) }}",
            "     a|  b  |0003.142|1,234,567|0xff|25.6%" },
        { "{{ '{0[k]} {x!r} {{}} {}'.format({'k': 1}, x='q') if false else '{0} {1}'.format(1, 2) }}",
            "1 2" },
        { "{{ '{0[k]} {x!r} {{}}'.format({'k': 1}, x='q') }}", "1 'q' {}" },
    });
}

void JinjaTest::jsonKeepsOrderAndLetters()
{
    compare({
        { "{{ {'b': [1, 2.0, none, true], 'a': '<é\\n\"'} | tojson }}",
            "{\"b\": [1, 2.0, null, true], \"a\": \"<é\\n\\\"\"}" },
        { "{{ {'b': 1, 'a': []} | tojson(indent=2, sort_keys=true) }}", "{\n  \"a\": [],\n  \"b\": 1\n}" },
        { "{{ 'é😀' | tojson(ensure_ascii=true) }} {{ [1, 2] | tojson(separators=(',', ':')) }}",
            "\"\\u00e9\\ud83d\\ude00\" [1,2]" },
    });
}

void JinjaTest::undefinedFailsOnlyWhenUsed()
{
    compare({
        { "[{{ x }}{{ {}.a }}{{ 'a'[9] }}{{ none.y }}]", "[]" },
        { "{{ x is defined }} {{ x | length }} {{ x | default(1) }} {{ x == y }} {{ x ~ 'a' }}",
            "False 0 1 True a" },
    });
    QCOMPARE(failure("{{ x.y }}"), std::string("picture, template line 1: 'x' is undefined"));
    QCOMPARE(failure("{{ x + 1 }}"), std::string("picture, template line 1: 'x' is undefined"));
    QCOMPARE(failure("{{ {'a': 1}.b.c }}"),
        std::string("picture, template line 1: 'dict object' has no attribute 'b'"));
}

void JinjaTest::safeTextIsNotEscapedAgain()
{
    compare({
        { "{{ '<a>' | e }} {{ '<a>' | e | e }} {{ '<a>' | safe | e }}", "&lt;a&gt; &lt;a&gt; <a>" },
        { "{{ ('<a>' | safe) + '<b>' }} {{ ('%s' | safe) % '<' }}", "<a>&lt;b&gt; &lt;" },
    });
}

void JinjaTest::errorsNameTheLine()
{
    QCOMPARE(failure("a\n\n{{ 1 / 0 }}"), std::string("picture, template line 3: division by zero"));
    QCOMPARE(failure("\n{{ raise_exception('no ' ~ 1) }}"), std::string("picture, template line 2: no 1"));
    QCOMPARE(failure("\n{% if %}"),
        std::string("picture, template line 2: Expected an expression, got 'end of statement block'"));
    QCOMPARE(failure("{{ 'a' + 1 }}"),
        std::string("picture, template line 1: can only concatenate str (not \"int\") to str"));
    QVERIFY(failure("{% for x in y %}").find("'endfor' or 'else'") != std::string::npos);
}

void JinjaTest::whatWouldChangeDataIsRefused()
{
    QVERIFY(failure("{{ [1].append(2) }}").find("unsafe") != std::string::npos);
    QVERIFY(failure("{{ {}.update(a=1) }}").find("unsafe") != std::string::npos);
    QVERIFY(failure("{{ ''.__class__.__mro__ }}").find("unsafe") != std::string::npos);
    QVERIFY(failure("{% set n = namespace() %}{% set n._x = 1 %}").find("underscore") != std::string::npos);
    QVERIFY(failure("{% include 'x' %}").find("stands alone") != std::string::npos);
}

void JinjaTest::whatTheCompilerRefusesNeverRuns()
{
    QVERIFY(failure("{% for x in [] %}{{ x | nofilter }}{% endfor %}").find("No filter named")
        != std::string::npos);
    QCOMPARE(render("{% if false %}{{ 1 | nofilter }}{% endif %}"), std::string());
    QVERIFY(failure("{% break %}").find("outside loop") != std::string::npos);
    QVERIFY(failure("{% macro f(a, a) %}{% endmacro %}").find("duplicate argument") != std::string::npos);
    QVERIFY(failure("{% block a %}{% endblock %}{% block a %}{% endblock %}").find("defined twice")
        != std::string::npos);
}

void JinjaTest::hostileTemplatesEnd_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("long repeat") << "{{ 'a' * 10 ** 12 }}";
    QTest::newRow("doubling") << "{% set n = namespace(s='aaaaaaaa') %}{% for i in range(99) %}{% set n.s = "
                                 "n.s ~ n.s %}{% endfor %}";
    QTest::newRow("wide") << "{{ '%999999999d' % 1 }}";
    QTest::newRow("recursion") << "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}";
    QTest::newRow("nested loops")
        << "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}";
    QTest::newRow("brackets") << QString(100000, u'(').prepend(QStringLiteral("{{ "));
    QTest::newRow("minus") << QString(100000, u'-').prepend(QStringLiteral("{{ "));
    QTest::newRow("sum") << QStringLiteral("{{ 1%1 }}").arg(QStringLiteral("+1").repeated(100000));
    QTest::newRow("blocks") << QStringLiteral("{% if 1 %}").repeated(100000);
    QTest::newRow("nested lists")
        << "{% set n = namespace(l=[]) %}{% for i in range(99999) %}{% set n.l = [n.l] %}{% endfor %}";
    QTest::newRow("nested generators") << "{% set n = namespace(l=[1]) %}{% for i in range(99999) %}{% set "
                                          "n.l = n.l | map('abs') %}{% endfor %}";
    QTest::newRow("large power") << "{{ 9 ** 99999999 }}";
    QTest::newRow("large range") << "{{ range(10 ** 9) | list }}";
}

void JinjaTest::hostileTemplatesEnd()
{
    QFETCH(QString, source);
    QVERIFY(failure(source.toStdString()) != "no failure");
}

QTEST_GUILESS_MAIN(JinjaTest)
#include "jinja_test.moc"
