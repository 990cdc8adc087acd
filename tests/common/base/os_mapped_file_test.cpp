// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

class OsMappedFileTest : public QObject {
    Q_OBJECT

private slots:
    void theContentIsSeen();
    void anEmptyFileHasNoBytes();
    void hintsChangeNothing();
    void theContentStaysWhenTheFileIsReplaced();
    void whatIsNoFileIsRefused();

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath("file").toStdString();
};

void OsMappedFileTest::theContentIsSeen()
{
    std::ofstream(m_path) << "content";
    const MappedFile file(m_path);
    QCOMPARE(file.bytes(), std::uint64_t { 7 });
    QCOMPARE(std::string(file.text()), std::string("content"));
    QCOMPARE(file.path(), m_path);
}

void OsMappedFileTest::anEmptyFileHasNoBytes()
{
    std::ofstream { m_path };
    const MappedFile file(m_path);
    QCOMPARE(file.bytes(), std::uint64_t { 0 });
    QVERIFY(file.text().empty());
    file.advise(Access::WillNeed);
}

void OsMappedFileTest::hintsChangeNothing()
{
    const std::string content(100'000, 'x');
    std::ofstream(m_path) << content;
    const MappedFile file(m_path);
    for (const Access access :
        { Access::Normal, Access::Sequential, Access::Random, Access::WillNeed, Access::DontNeed })
        file.advise(access, 5000, 1'000'000);
    QVERIFY(file.text() == content);
}

void OsMappedFileTest::theContentStaysWhenTheFileIsReplaced()
{
    std::ofstream(m_path) << "old";
    const auto file = MappedFile::open(m_path);
    std::filesystem::remove(m_path);
    std::ofstream(m_path) << "new one";
    QCOMPARE(std::string(file->text()), std::string("old"));
}

void OsMappedFileTest::whatIsNoFileIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(MappedFile(m_folder.path().toStdString()), Error);
    QVERIFY_EXCEPTION_THROWN(MappedFile("/dev/zero"), Error);
    QVERIFY_EXCEPTION_THROWN(MappedFile(m_path / "missing"), Error);
}

QTEST_GUILESS_MAIN(OsMappedFileTest)
#include "os_mapped_file_test.moc"
