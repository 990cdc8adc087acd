// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/os_append_file.h"
#include "core/common/base/text_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

class OsAppendFileTest : public QObject {
    Q_OBJECT

private slots:
    void linesAreAppendedToWhatIsThere();
    void aTornLastLineIsCut_data();
    void aTornLastLineIsCut();
    void aLongTornLineIsCut();
    void aFullDiskIsSaidSo();

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath("log.jsonl").toStdString();
};

void OsAppendFileTest::linesAreAppendedToWhatIsThere()
{
    std::filesystem::remove(m_path);
    AppendFile(m_path).append("1");
    AppendFile file(m_path);
    file.append("2\n3\n");
    AppendFile moved = std::move(file);
    moved.append("4");
    moved.sync();
    QCOMPARE(readTextFile(m_path), std::string("1\n2\n3\n4\n"));
}

void OsAppendFileTest::aTornLastLineIsCut_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("empty") << QByteArray() << QByteArray("x\n");
    QTest::newRow("whole") << QByteArray("a\nb\n") << QByteArray("a\nb\nx\n");
    QTest::newRow("torn") << QByteArray("a\nb") << QByteArray("a\nx\n");
    QTest::newRow("only torn") << QByteArray("ab") << QByteArray("x\n");
    QTest::newRow("empty line") << QByteArray("a\n\n") << QByteArray("a\n\nx\n");
}

void OsAppendFileTest::aTornLastLineIsCut()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    std::ofstream(m_path, std::ios::binary) << before.toStdString();
    AppendFile(m_path).append("x");
    QCOMPARE(QByteArray::fromStdString(readTextFile(m_path)), after);
}

void OsAppendFileTest::aLongTornLineIsCut()
{
    std::ofstream(m_path, std::ios::binary) << "a\n" << std::string(200'000, 'b');
    AppendFile(m_path).append("x");
    QCOMPARE(readTextFile(m_path), std::string("a\nx\n"));
}

void OsAppendFileTest::aFullDiskIsSaidSo()
{
    AppendFile file("/dev/full"); // answers every write with "no space left"
    try {
        file.append("x");
        QFAIL("a full device took a line");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Environment);
        QCOMPARE(std::string(error.what()),
            std::string("/dev/full: appending failed: No space left on device. "
                        "The disk is full: free some space or choose another folder."));
    }
}

QTEST_GUILESS_MAIN(OsAppendFileTest)
#include "os_append_file_test.moc"
