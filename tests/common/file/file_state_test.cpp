// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/file_state.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

class FileStateTest : public QObject {
    Q_OBJECT

private slots:
    void stateChangesWhenAFileOfTheFolderIsWritten()
    {
        const QTemporaryDir place;
        const fs::path folder = place.path().toStdString();
        std::ofstream(folder / "a") << "one";
        const std::string before = fileState(folder);
        QCOMPARE(fileState(folder), before);
        std::ofstream(folder / "a") << "longer";
        QVERIFY(fileState(folder) != before);
    }

    void sameSizeWithAnotherTimeIsAnotherState()
    {
        const QTemporaryDir place;
        const fs::path file = fs::path(place.path().toStdString()) / "a";
        std::ofstream(file) << "one";
        const std::string before = fileState(file);
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(1));
        QVERIFY(fileState(file) != before);
    }

    void nothingHasNoState() { QCOMPARE(fileState("/nowhere/at/all"), std::string()); }
};

QTEST_GUILESS_MAIN(FileStateTest)
#include "file_state_test.moc"
