// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/added_tokens.h"

#include <QTest>

using namespace temper;

namespace {

AddedToken token(const char* content)
{
    AddedToken made;
    made.content = content;
    return made;
}

// Ordinary text in brackets, tokens in braces.
std::string drawn(const std::vector<AddedToken>& tokens, const std::string& text)
{
    AddedTokenMatcher matcher;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        matcher.add(tokens[i].content, tokens[i], static_cast<std::int32_t>(i));
    std::vector<AddedTokenMatcher::Part> parts;
    matcher.split(text, parts);
    std::string picture;
    for (const AddedTokenMatcher::Part& part : parts) {
        const std::string content = text.substr(part.span.begin, part.span.end - part.span.begin);
        picture += part.token < 0 ? "[" + content + "]" : "{" + content + "}";
    }
    return picture;
}

} // namespace

class AddedTokensTest : public QObject {
    Q_OBJECT

private slots:
    void theLongestTokenAtAPlaceIsTaken();
    void strippingTakesTheSpaceAround();
    void spaceBelongsToTheFirstThatTakesIt();
    void singleWordsStandAlone();
    void textWithoutTokensStaysWhole();
};

void AddedTokensTest::theLongestTokenAtAPlaceIsTaken()
{
    QCOMPARE(drawn({ token("<a"), token("<a>") }, "x<a><ab"), "[x]{<a>}{<a}[b]");
    QCOMPARE(drawn({ token("abcd"), token("bc") }, "abcx"), "[a]{bc}[x]");
}

void AddedTokensTest::strippingTakesTheSpaceAround()
{
    AddedToken mask = token("<m>");
    mask.stripsLeft = true;
    QCOMPARE(drawn({ mask }, "a \t<m> b"), "[a]{ \t<m>}[ b]");
    mask.stripsRight = true;
    QCOMPARE(drawn({ mask },
                 "a <m>\xE3\x80\x80"
                 "b"),
        "[a]{ <m>\xE3\x80\x80}[b]");
}

void AddedTokensTest::spaceBelongsToTheFirstThatTakesIt()
{
    AddedToken both = token("<m>");
    both.stripsLeft = both.stripsRight = true;
    QCOMPARE(drawn({ both }, "<m> <m>"), "{<m> }{<m>}");
}

void AddedTokensTest::singleWordsStandAlone()
{
    AddedToken word = token("cat");
    word.singleWord = true;
    QCOMPARE(drawn({ word }, "cat cats (cat) Kät_cat"), "{cat}[ cats (]{cat}[) Kät_cat]");
}

void AddedTokensTest::textWithoutTokensStaysWhole()
{
    QCOMPARE(drawn({}, "abc"), "[abc]");
    QCOMPARE(drawn({ token("x") }, ""), "");
}

QTEST_GUILESS_MAIN(AddedTokensTest)
#include "added_tokens_test.moc"
