// SPDX-License-Identifier: Apache-2.0
#include "core/engine/export/new_folder.h"

#include "core/common/base/error.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

class NewFolderTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }

    void committedFolderHasItsNameAndContent()
    {
        NewFolder folder(at("out"));
        std::ofstream(folder.path() / "a.txt") << "a";
        QVERIFY(!fs::exists(at("out")));
        folder.commit();
        QVERIFY(fs::exists(at("out") / "a.txt"));
    }

    void withoutCommitNothingRemains()
    {
        {
            NewFolder folder(at("out"));
            std::ofstream(folder.path() / "a.txt") << "a";
        }
        QVERIFY(fs::is_empty(at("")));
    }

    void emptyFolderIsTaken()
    {
        fs::create_directory(at("out"));
        NewFolder folder(at("out"));
        std::ofstream(folder.path() / "a.txt") << "a";
        folder.commit();
        QVERIFY(fs::exists(at("out") / "a.txt"));
    }

    void occupiedFolderIsRefusedByWhatItHolds()
    {
        fs::create_directory(at("out"));
        std::ofstream(at("out") / "mine.txt") << "mine";
        try {
            const NewFolder folder(at("out"));
            QFAIL("an occupied folder was taken");
        } catch (const Error& error) {
            QCOMPARE(error.sentence(), std::string("already holds mine.txt."));
        }
        QVERIFY(fs::exists(at("out") / "mine.txt"));
    }

    void fileIsRefused()
    {
        std::ofstream(at("out")) << "a file";
        QVERIFY_EXCEPTION_THROWN(NewFolder { at("out") }, Error);
    }

private:
    fs::path at(const char* name) const { return fs::path(m_place->path().toStdString()) / name; }

    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(NewFolderTest)
#include "new_folder_test.moc"
