// SPDX-License-Identifier: Apache-2.0
#include "tests/layout/source_tree.h"

#include <QtTest>
#include <regex>

using namespace temper::layout;

namespace {

constexpr std::size_t kLineBudget = 400;

std::string licenceOf(std::string_view path)
{
    const bool isWindow = isBelow(path, "ui") || isBelow(path, "app/workbench") || isBelow(path, "tests/ui");
    return isWindow ? "GPL-3.0-or-later" : "Apache-2.0";
}

// The text before the first line that is neither a comment nor empty: where a file speaks of itself.
std::string openingOf(const std::vector<std::string>& lines)
{
    std::string opening;
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 4); ++i)
        opening += lines[i] + '\n';
    return opening;
}

// This file names what the others must not.
std::vector<SourceFile> filesButThisOne()
{
    std::vector<SourceFile> files = sourceFiles();
    std::erase_if(
        files, [](const SourceFile& file) { return file.path == "tests/layout/house_rules_test.cpp"; });
    return files;
}

} // namespace

class HouseRulesTest : public QObject {
    Q_OBJECT

private slots:
    void everyFileNamesTheLicenceOfItsFolder();
    void everyLicenceNamedIsShipped();
    void filesKeepTheLineBudgetOrSayWhyNot();
    void headersAreIncludedOnce();
    void fileNamesAreSnakeCase();
    void nothingIsLeftForLater();
    void noFileKnowsTheMachineItWasWrittenOn();
};

void HouseRulesTest::everyFileNamesTheLicenceOfItsFolder()
{
    std::vector<std::string> findings;
    for (const SourceFile& file : sourceFiles()) {
        const std::string wanted = "SPDX-License-Identifier: " + licenceOf(file.path);
        const std::vector<std::string> lines = linesOf(file.text);
        const std::size_t place = !lines.empty() && lines[0].starts_with("#!") ? 1 : 0;
        if (lines.size() <= place || !lines[place].ends_with(wanted))
            findings.push_back(file.path + " does not begin with " + wanted);
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

void HouseRulesTest::everyLicenceNamedIsShipped()
{
    for (const std::string name : { "Apache-2.0", "GPL-3.0-or-later", "CC0-1.0" })
        QVERIFY2(readText(repository() / "LICENSES" / (name + ".txt")).size() > 5000, name.c_str());
}

void HouseRulesTest::filesKeepTheLineBudgetOrSayWhyNot()
{
    std::vector<std::string> findings;
    for (const SourceFile& file : sourceFiles()) {
        const std::vector<std::string> lines = linesOf(file.text);
        if (lines.size() > kLineBudget && openingOf(lines).find("Over budget: ") == std::string::npos)
            findings.push_back(file.path + " has " + std::to_string(lines.size()) + " lines");
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

void HouseRulesTest::headersAreIncludedOnce()
{
    std::vector<std::string> findings;
    for (const SourceFile& file : sourceFiles()) {
        // Highway includes such a header once for every instruction set.
        const bool once = file.text.find("\n#pragma once\n") != std::string::npos
            || file.text.find("HWY_TARGET_TOGGLE") != std::string::npos;
        if (file.path.ends_with(".h") && !once)
            findings.push_back(file.path + " lacks #pragma once");
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

void HouseRulesTest::fileNamesAreSnakeCase()
{
    static const std::regex kSnakeCase("[a-z0-9]+(_[a-z0-9]+)*\\.(h|cpp|cu|cmake)");
    std::vector<std::string> findings;
    for (const std::string& path : shippedPaths()) {
        const std::string name = path.substr(path.rfind('/') + 1);
        if ((isCode(path) || path.ends_with(".cmake")) && !std::regex_match(name, kSnakeCase))
            findings.push_back(path);
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

void HouseRulesTest::nothingIsLeftForLater()
{
    static const std::regex kMarks("\\b(TODO|FIXME|XXX|HACK)\\b");
    std::vector<std::string> findings;
    for (const SourceFile& file : filesButThisOne()) {
        std::smatch match;
        if (std::regex_search(file.text, match, kMarks))
            findings.push_back(file.path + ": " + match[1].str());
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

void HouseRulesTest::noFileKnowsTheMachineItWasWrittenOn()
{
    static const std::regex kHomes("/(home|root)/[A-Za-z]");
    static const std::regex kWorkplaces("/work/[A-Za-z]|\\.\\./shared");
    std::vector<std::string> findings;
    for (const SourceFile& file : filesButThisOne()) {
        std::smatch match;
        // Tests may speak of somebody's home as an example.
        const bool isTest = isBelow(file.path, "tests");
        if ((!isTest && std::regex_search(file.text, match, kHomes))
            || std::regex_search(file.text, match, kWorkplaces))
            findings.push_back(file.path + ": " + match[0].str());
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

QTEST_GUILESS_MAIN(HouseRulesTest)
#include "house_rules_test.moc"
