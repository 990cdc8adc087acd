// SPDX-License-Identifier: Apache-2.0
#include "tests/layout/source_tree.h"

#include <QtTest>
#include <set>

using namespace temper::layout;

class TestListTest : public QObject {
    Q_OBJECT

private slots:
    void everyTestFileIsBuilt();
    void everyTestFileAsserts();
};

void TestListTest::everyTestFileIsBuilt()
{
    std::set<std::string> onDisk;
    for (const std::string& path : shippedPaths()) {
        if (isBelow(path, "tests") && path.ends_with("_test.cpp"))
            onDisk.insert(path);
    }
    std::set<std::string> built;
    for (const std::string& line : linesOf(readText(TEMPER_TEST_LIST)))
        built.insert(line);

    std::vector<std::string> forgotten;
    std::ranges::set_difference(onDisk, built, std::back_inserter(forgotten));
    QVERIFY2(!onDisk.empty(), "no test file was found");
    QVERIFY2(forgotten.empty(), joined(forgotten).c_str());
}

void TestListTest::everyTestFileAsserts()
{
    std::vector<std::string> findings;
    for (const SourceFile& file : sourceFiles()) {
        const bool asserts = file.text.find("QVERIFY") != std::string::npos
            || file.text.find("QCOMPARE") != std::string::npos;
        if (isBelow(file.path, "tests") && file.path.ends_with("_test.cpp") && !asserts)
            findings.push_back(file.path);
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

QTEST_GUILESS_MAIN(TestListTest)
#include "test_list_test.moc"
