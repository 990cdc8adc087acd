// SPDX-License-Identifier: Apache-2.0
#include "tests/layout/source_tree.h"

#include <QtTest>
#include <regex>

using namespace temper::layout;

namespace {

struct Include {
    std::string file;
    std::string name; // without its brackets
};

std::vector<Include> allIncludes()
{
    static const std::regex kInclude("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
    std::vector<Include> includes;
    for (const SourceFile& file : sourceFiles()) {
        if (!isCode(file.path))
            continue;
        for (const std::string& line : linesOf(file.text)) {
            std::smatch match;
            if (std::regex_search(line, match, kInclude))
                includes.push_back({ file.path, match[1] });
        }
    }
    return includes;
}

bool isBelowAny(std::string_view path, const std::vector<std::string_view>& folders)
{
    return std::ranges::any_of(folders, [&](std::string_view folder) { return isBelow(path, folder); });
}

bool isQt(const std::string& name)
{
    static const std::regex kQt(R"(^(Q[A-Z]|Qt|qcustomplot))");
    return std::regex_search(name, kQt);
}

bool isTorch(std::string_view name)
{
    return isBelowAny(name, { "torch", "ATen", "c10", "caffe2" });
}

bool isOfOperatingSystem(std::string_view name)
{
    static constexpr std::string_view kHeaders[] = { "dirent.h", "dlfcn.h", "fcntl.h", "ftw.h", "glob.h",
        "ifaddrs.h", "netdb.h", "poll.h", "pthread.h", "pwd.h", "sched.h", "semaphore.h", "signal.h",
        "spawn.h", "syslog.h", "termios.h", "unistd.h", "windows.h" };
    return isBelowAny(name, { "sys", "arpa", "net", "netinet", "linux" })
        || std::ranges::find(kHeaders, name) != std::end(kHeaders);
}

std::string sentence(const Include& include)
{
    return include.file + " includes " + include.name;
}

} // namespace

class IncludeDirectionTest : public QObject {
    Q_OBJECT

private slots:
    void foldersIncludeOnlyThoseBelowThem();
    void torchStaysInTheEngine();
    void qtStaysInTheWindow();
    void operatingSystemStaysInItsOwnFiles();
};

void IncludeDirectionTest::foldersIncludeOnlyThoseBelowThem()
{
    struct Rule {
        std::string_view folder;
        std::vector<std::string_view> mayInclude;
    };
    const std::vector<Rule> rules {
        { "core/common", { "core/common" } },
        { "kernels", { "kernels", "core/common" } },
        { "core/engine", { "core/engine", "core/common", "kernels" } },
        { "app/engine", { "app/engine", "core/engine", "core/common", "kernels" } },
        { "ui", { "ui", "core/common" } },
        { "app/workbench", { "app/workbench", "ui", "core/common" } },
    };
    std::vector<std::string> findings;
    for (const Include& include : allIncludes()) {
        const bool isOurs = isBelowAny(include.name, { "app", "core", "kernels", "tests", "ui" });
        for (const Rule& rule : rules) {
            if (isOurs && isBelow(include.file, rule.folder) && !isBelowAny(include.name, rule.mayInclude))
                findings.push_back(sentence(include));
        }
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

void IncludeDirectionTest::torchStaysInTheEngine()
{
    std::vector<std::string> findings;
    for (const Include& include : allIncludes()) {
        const bool isKernel = isBelow(include.file, "kernels") && !include.file.ends_with("_torch.cpp")
            && !include.file.ends_with("_torch.h");
        if (isTorch(include.name)
            && (isKernel || isBelowAny(include.file, { "core/common", "ui", "app/workbench", "tests/ui" })))
            findings.push_back(sentence(include));
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

void IncludeDirectionTest::qtStaysInTheWindow()
{
    std::vector<std::string> findings;
    for (const Include& include : allIncludes()) {
        if (isQt(include.name) && isBelowAny(include.file, { "core", "kernels", "app/engine" }))
            findings.push_back(sentence(include));
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

void IncludeDirectionTest::operatingSystemStaysInItsOwnFiles()
{
    std::vector<std::string> findings;
    for (const Include& include : allIncludes()) {
        if (isOfOperatingSystem(include.name) && !include.file.starts_with("core/common/base/os_"))
            findings.push_back(sentence(include));
    }
    QVERIFY2(findings.empty(), joined(findings).c_str());
}

QTEST_GUILESS_MAIN(IncludeDirectionTest)
#include "include_direction_test.moc"
