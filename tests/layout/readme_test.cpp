// SPDX-License-Identifier: Apache-2.0
#include "tests/layout/source_tree.h"

#include <QtTest>
#include <map>
#include <regex>
#include <set>

using namespace temper::layout;

namespace {

// The folders named in the first column of a table, in its order; the table is the one whose head begins with
// `head`.
std::vector<std::string> foldersOfTable(const std::string& text, std::string_view head)
{
    static const std::regex kRow("^\\| `([a-z_0-9]+)/`.*");
    std::vector<std::string> folders;
    bool inTable = false;
    for (const std::string& line : linesOf(text)) {
        if (line.starts_with(head))
            inTable = true;
        else if (!line.starts_with("|"))
            inTable = false;
        std::smatch match;
        if (inTable && std::regex_match(line, match, kRow))
            folders.push_back(match[1]);
    }
    return folders;
}

// Folders below `parent` in which there is code.
std::set<std::string> codeFoldersOf(const std::string& parent)
{
    std::set<std::string> folders;
    for (const SourceFile& file : sourceFiles()) {
        if (!isCode(file.path) || !isBelow(file.path, parent))
            continue;
        const std::string rest = file.path.substr(parent.size() + 1);
        if (rest.find('/') != std::string::npos)
            folders.insert(rest.substr(0, rest.find('/')));
    }
    return folders;
}

std::vector<std::string> missingFrom(const std::vector<std::string>& listed,
    const std::set<std::string>& wanted)
{
    std::vector<std::string> missing;
    for (const std::string& folder : wanted) {
        if (std::ranges::find(listed, folder) == listed.end())
            missing.push_back(folder);
    }
    return missing;
}

} // namespace

class ReadmeTest : public QObject {
    Q_OBJECT

private slots:
    void everyFolderStandsInItsReadme_data();
    void everyFolderStandsInItsReadme();
    void foldersOfCommonIncludeOnlyThoseAboveThem();
    void everySubCommandStandsInTheReadme();
};

void ReadmeTest::everyFolderStandsInItsReadme_data()
{
    QTest::addColumn<QString>("readme");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("folder");
    QTest::newRow("common") << "core/README.md"
                            << "| common/"
                            << "core/common";
    QTest::newRow("engine") << "core/README.md"
                            << "| engine/"
                            << "core/engine";
    QTest::newRow("ui") << "ui/README.md"
                        << "| Folder"
                        << "ui";
    QTest::newRow("kernels") << "kernels/README.md"
                             << "| Kernel"
                             << "kernels";
}

void ReadmeTest::everyFolderStandsInItsReadme()
{
    QFETCH(QString, readme);
    QFETCH(QString, head);
    QFETCH(QString, folder);
    const std::vector<std::string> listed
        = foldersOfTable(readText(repository() / readme.toStdString()), head.toStdString());
    const std::vector<std::string> missing = missingFrom(listed, codeFoldersOf(folder.toStdString()));
    QVERIFY2(!listed.empty(), "the table was not found");
    QVERIFY2(missing.empty(), joined(missing).c_str());
}

void ReadmeTest::foldersOfCommonIncludeOnlyThoseAboveThem()
{
    const std::vector<std::string> order
        = foldersOfTable(readText(repository() / "core/README.md"), "| common/");
    std::map<std::string, std::size_t> rank;
    for (std::size_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i;

    static const std::regex kInclude("#include \"core/common/([a-z]+)/");
    static const std::regex kFolder("core/common/([a-z]+)/.*");
    std::set<std::string> findings;
    for (const SourceFile& file : sourceFiles()) {
        std::smatch owner;
        if (!std::regex_match(file.path, owner, kFolder))
            continue;
        for (const std::string& line : linesOf(file.text)) {
            std::smatch match;
            if (std::regex_search(line, match, kInclude) && rank[match[1]] > rank[owner[1]])
                findings.insert(file.path + " includes from " + match[1].str());
        }
    }
    QVERIFY2(findings.empty(), joined({ findings.begin(), findings.end() }).c_str());
}

void ReadmeTest::everySubCommandStandsInTheReadme()
{
    static const std::regex kFile("app/engine/([a-z_]+)_command\\.cpp");
    const std::string readme = readText(repository() / "README.md");
    std::vector<std::string> findings;
    for (const std::string& path : shippedPaths()) {
        std::smatch match;
        if (std::regex_match(path, match, kFile)
            && !std::regex_search(readme, std::regex("`" + match[1].str() + "[` ]")))
            findings.push_back(match[1]);
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

QTEST_GUILESS_MAIN(ReadmeTest)
#include "readme_test.moc"
