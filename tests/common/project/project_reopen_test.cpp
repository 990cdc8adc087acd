// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/project/project_claim.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>

using namespace temper;
namespace fs = std::filesystem;

namespace {

constexpr const char* kOpenerArgument = "--open-and-close";
constexpr int kRounds = 150;

// Opens, writes and closes again and again; the complaint of the first that did not succeed.
std::string openAndClose(const fs::path& place, const std::string& writer)
{
    try {
        for (int i = 0; i < kRounds; ++i) {
            Project project = Project::open(place);
            project.putDataset({ writer, "data/" + writer + ".sqlite", static_cast<std::uint64_t>(i), 0 });
            Project::open(place, ProjectAccess::ReadOnly).datasets();
        }
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

class ProjectReopenTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = fs::path(m_folder->path().toStdString()) / "project";
        Project::create(m_place);
    }

    void reopenedAtOnceItIsTheEditorsAgain()
    {
        for (int i = 0; i < kRounds; ++i)
            QCOMPARE(claimProject(m_place).as, ClaimedAs::Editor);
    }

    void readersThatCloseDoNotLockOutAWindowThatOpens()
    {
        std::atomic<bool> isDone = false;
        std::vector<std::jthread> readers;
        for (int i = 0; i < 3; ++i)
            readers.emplace_back([&] {
                while (!isDone)
                    Project::open(m_place, ProjectAccess::ReadOnly).datasets();
            });
        QString complaint;
        for (int i = 0; i < kRounds && complaint.isEmpty(); ++i) {
            try {
                if (claimProject(m_place).as != ClaimedAs::Editor)
                    complaint = "opened to look only";
            } catch (const Error& error) {
                complaint = QString::fromStdString(error.what());
            }
        }
        isDone = true;
        readers.clear();
        QCOMPARE(complaint, QString());
    }

    void threadsOpenOneProjectAtOnce()
    {
        std::array<std::string, 3> complaints;
        std::vector<std::jthread> openers;
        for (std::size_t i = 0; i < complaints.size(); ++i)
            openers.emplace_back(
                [&, i] { complaints[i] = openAndClose(m_place, "set" + std::to_string(i)); });
        openers.clear();
        for (const std::string& complaint : complaints)
            QCOMPARE(QString::fromStdString(complaint), QString());
        QCOMPARE(Project::open(m_place).datasets().size(), complaints.size());
    }

    void programsOpenOneProjectAtOnce()
    {
        std::array<QProcess, 2> programs;
        for (std::size_t i = 0; i < programs.size(); ++i)
            programs[i].start(QCoreApplication::applicationFilePath(),
                { kOpenerArgument, QString::fromStdString(m_place.string()), QString("set%1").arg(i) });
        for (QProcess& program : programs) {
            QVERIFY(program.waitForFinished(-1));
            QCOMPARE(QString::fromUtf8(program.readAllStandardError()), QString());
            QCOMPARE(program.exitCode(), 0);
        }
        QCOMPARE(Project::open(m_place).datasets().size(), programs.size());
    }

    void anIndexWithoutAJournalOfItsOwnGetsOne()
    {
        const fs::path other = m_place.parent_path() / "other";
        Project::create(other);
        QVERIFY(!fs::exists(other / "project.sqlite-wal")); // emptied and gone with the last that closed it
        const Project held = Project::open(other);
        held.datasets();
        QVERIFY(fs::exists(other / "project.sqlite-wal"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_place;
};

int main(int argc, char** argv)
{
    if (argc == 4 && argv[1] == std::string(kOpenerArgument)) {
        const std::string complaint = openAndClose(argv[2], argv[3]);
        std::fputs(complaint.c_str(), stderr);
        return complaint.empty() ? 0 : 1;
    }
    QCoreApplication application(argc, argv);
    ProjectReopenTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "project_reopen_test.moc"
