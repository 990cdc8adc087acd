// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/project_claim.h"
#include "tests/common/sentence_of.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>

using namespace temper;
namespace fs = std::filesystem;

class ProjectClaimTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = fs::path(m_folder->path().toStdString()) / "my project";
        Project::create(m_place);
    }

    void firstWindowEditsAndSecondLooks()
    {
        auto first = std::make_optional(claimProject(m_place));
        QCOMPARE(first->access(), ProjectAccess::ReadWrite);
        const ProjectClaim second = claimProject(m_place);
        QCOMPARE(second.as, ClaimedAs::OpenElsewhere);
        QCOMPARE(second.access(), ProjectAccess::ReadOnly);
        first.reset();
        QCOMPARE(claimProject(m_place).as, ClaimedAs::Editor);
    }

    void unwritableFolderIsOpenedToLook()
    {
        fs::create_directory(
            m_place / "window.lock"); // what keeps even the system's own user from writing it
        QCOMPARE(claimProject(m_place).as, ClaimedAs::NotWritable);
    }

    void indexOnAnUnwritableDiskIsRead()
    {
        fs::permissions(m_place, fs::perms::owner_read | fs::perms::owner_exec);
        const bool obeyed
            = !QFile(QString::fromStdString((m_place / "x").string())).open(QIODevice::WriteOnly);
        const ProjectClaim claim = claimProject(m_place);
        fs::permissions(m_place, fs::perms::owner_all);
        if (!obeyed)
            QSKIP("this user may write where permissions forbid it");
        QCOMPARE(claim.as, ClaimedAs::NotWritable);
    }

    void missingFolderIsToldAsMoved()
    {
        fs::rename(m_place, m_place.string() + " 2");
        QCOMPARE(sentenceOf([&] { claimProject(m_place); }), "this project's folder is not there.");
        QCOMPARE(claimProject(m_place.string() + " 2").as, ClaimedAs::Editor);
    }

    void laterVersionIsRefusedAndNotLocked()
    {
        SQLite::Database((m_place / "project.sqlite").string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version = 99");
        QVERIFY(sentenceOf([&] { claimProject(m_place); }).contains("later version of Temper"));
        QVERIFY(!FileLock::isHeld(m_place / "window.lock"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_place;
};

QTEST_GUILESS_MAIN(ProjectClaimTest)
#include "project_claim_test.moc"
