// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/project/tensorboard_writer.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>

using namespace temper;

class TensorBoardWriterTest : public QObject {
    Q_OBJECT

private slots:
    void checksumIsTheOneOfTheStandard();
    void theBytesAreThoseOfTensorBoard();
    void aResumedRunTakesBackLaterPoints();
    void filesOfTheSameSecondAreApart();
    void anUnwritableFolderIsAnError();

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_place = m_folder.path().toStdString();
};

void TensorBoardWriterTest::checksumIsTheOneOfTheStandard()
{
    // CRC-32C of "123456789" is e3069283 (RFC 3720); masked: rotated right by 15, plus a282ead8.
    const std::uint32_t expected = ((0xE3069283U >> 15U) | (0xE3069283U << 17U)) + 0xA282EAD8U;
    QCOMPARE(maskedCrc32c("123456789"), expected);
}

void TensorBoardWriterTest::theBytesAreThoseOfTensorBoard()
{
    TensorBoardWriter writer(m_place / "plain", 1700000000.5);
    const std::array<TensorBoardWriter::Scalar, 2> scalars { { { "train/loss", 1.5 },
        { "train/lr", 1e-4 } } };
    writer.writeScalars(300, 1700000001.0, scalars);
    const std::string bytes = readTextFile(writer.path());
    // written by RecordWriter of TensorBoard 2 for the same values
    const QByteArray expected = QByteArray::fromHex(
        "1800000000000000a37f4b220900002040fc54d9411a0d627261696e2e4576656e743a322b3531103200000000000000"
        "241956ec0900004040fc54d94110ac022a240a110a0a747261696e2f6c6f7373150000c03f0a0f0a08747261696e2f6c"
        "721517b7d1384c8039df");
    QCOMPARE(QByteArray::fromStdString(bytes).toHex(), expected.toHex());
}

void TensorBoardWriterTest::aResumedRunTakesBackLaterPoints()
{
    const TensorBoardWriter writer(m_place / "resumed", 1700000000.5, 41);
    const QByteArray bytes = QByteArray::fromStdString(readTextFile(writer.path()));
    // step 41 (10 29), session_log of length 2 (3a 02) with status START (08 01)
    QVERIFY(bytes.contains(QByteArray::fromHex("10293a020801")));
}

void TensorBoardWriterTest::filesOfTheSameSecondAreApart()
{
    const TensorBoardWriter first(m_place / "two", 1700000000.5);
    const TensorBoardWriter second(m_place / "two", 1700000000.5);
    QVERIFY(first.path() != second.path());
    QVERIFY(first.path().filename().string().starts_with("events.out.tfevents.1700000000."));
}

void TensorBoardWriterTest::anUnwritableFolderIsAnError()
{
    QVERIFY_EXCEPTION_THROWN(TensorBoardWriter("/proc/no/such", 1.0), Error);
}

QTEST_GUILESS_MAIN(TensorBoardWriterTest)
#include "tensorboard_writer_test.moc"
