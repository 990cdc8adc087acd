// SPDX-License-Identifier: Apache-2.0
// The same rows whatever encoding a file is written in, and bytes that its encoding does not know.
#include "core/common/data/reading.h"
#include "core/common/data/write_rows.h"
#include "tests/common/data/row_picture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <fstream>
#include <unicode/ucnv.h>

using namespace temper;

namespace {

const std::filesystem::path kSamples = TEMPER_SOURCE_DIR "/tests/reference/data";

} // namespace

class EncodingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const std::string& name, const std::string& content) const
    {
        const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }

    void compare(const std::string& actual, const std::string& expected) const
    {
        QCOMPARE(QString::fromStdString(actual), QString::fromStdString(expected));
    }

    static QByteArray converted(const QByteArray& utf8, const QString& encoding)
    {
        QByteArray out(utf8.size() * 4 + 16, 0);
        UErrorCode status = U_ZERO_ERROR;
        const int length = ucnv_convert(encoding.toLatin1().constData(), "UTF-8", out.data(),
            static_cast<int>(out.size()), utf8.constData(), static_cast<int>(utf8.size()), &status);
        out.truncate(U_SUCCESS(status) ? length : 0);
        return out;
    }

private slots:
    void everyEncodingGivesTheSameRows_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("same");
        QTest::newRow("utf8_mark.csv") << "UTF-8"
                                       << "simplified";
        QTest::newRow("utf16le_mark.csv") << "UTF-16LE"
                                          << "simplified";
        QTest::newRow("utf16be.jsonl") << "UTF-16BE"
                                       << "simplified";
        QTest::newRow("utf32le.jsonl") << "UTF-32LE"
                                       << "simplified";
        QTest::newRow("gb18030.csv") << "GB18030"
                                     << "simplified";
        QTest::newRow("gb18030.jsonl") << "GB18030"
                                       << "simplified";
        QTest::newRow("big5.jsonl") << "Big5"
                                    << "traditional";
        QTest::newRow("shift_jis.jsonl") << "Shift_JIS"
                                         << "japanese";
        QTest::newRow("euc_jp.jsonl") << "EUC-JP"
                                      << "japanese";
        QTest::newRow("euc_kr.jsonl") << "EUC-KR"
                                      << "korean";
        QTest::newRow("windows_1252.jsonl") << "windows-1252"
                                            << "french";
    }

    void everyEncodingGivesTheSameRows()
    {
        QFETCH(QString, encoding);
        QFETCH(QString, same);
        const std::filesystem::path path = kSamples / QTest::currentDataTag();
        compare(readRows(path, {}, [](DataRow&&) {}).encoding, encoding.toStdString());
        compare(rowsOnly(path), rowsOnly(kSamples / ("utf8_" + same.toStdString() + ".jsonl")));
    }

    void everyEncodingIsFoundInEveryTextFormat_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mark");
        const std::vector<std::array<const char*, 3>> encodings = { { "UTF-8", "simplified", "" },
            { "UTF-8", "simplified", "EFBBBF" }, { "UTF-16LE", "simplified", "FFFE" },
            { "UTF-16LE", "simplified", "" }, { "UTF-16BE", "simplified", "FEFF" },
            { "UTF-16BE", "simplified", "" }, { "GB18030", "simplified", "" }, { "Big5", "traditional", "" },
            { "Shift_JIS", "japanese", "" }, { "EUC-JP", "japanese", "" }, { "EUC-KR", "korean", "" } };
        for (const auto& [encoding, text, mark] : encodings)
            for (const char* format : { "jsonl", "json", "csv", "crlf.jsonl" })
                QTest::addRow("%s%s.%s", encoding, *mark ? " marked" : "", format)
                    << encoding << text << mark;
    }

    void everyEncodingIsFoundInEveryTextFormat()
    {
        QFETCH(QString, encoding);
        QFETCH(QString, text);
        QFETCH(QString, mark);
        const std::string tag = QTest::currentDataTag();
        const std::filesystem::path source = kSamples / ("utf8_" + text.toStdString() + ".jsonl");
        const std::filesystem::path utf8 = std::filesystem::path(m_folder.path().toStdString()) / "utf8";
        const RowFormat format = tag.ends_with("csv") ? RowFormat::Csv
            : tag.ends_with(".json")                  ? RowFormat::Alpaca
                                                      : RowFormat::JsonLines;
        RowWriter writer(utf8, format);
        readRows(source, {}, [&](DataRow&& row) { QCOMPARE(writer.write(row), std::string()); });
        writer.finish();
        QFile written(QString::fromStdString(utf8.string()));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QByteArray content = written.readAll();
        if (tag.ends_with("crlf.jsonl"))
            content.replace("\n", "\r\n");
        const QByteArray encoded = QByteArray::fromHex(mark.toLatin1()) + converted(content, encoding);
        const auto path = file("rows" + tag.substr(tag.find('.')), encoded.toStdString());
        compare(readRows(path, {}, [](DataRow&&) {}).encoding, encoding.toStdString());
        compare(rowsOnly(path), rowsOnly(source));
    }

    // Half of the simplified characters are Hangul in the Korean table, and UTF-16 has bytes of every value.
    void chineseTextIsFoundToBeChinese_data()
    {
        QTest::addColumn<QString>("encoding");
        for (const char* encoding : { "GB18030", "UTF-16LE", "UTF-16BE" })
            QTest::newRow(encoding) << encoding;
    }

    void chineseTextIsFoundToBeChinese()
    {
        QFETCH(QString, encoding);
        const QByteArray words = "三原色通常指红、绿、蓝三种颜色，它们混合起来可以产生其他各种颜色。\n"
                                 "组织、细胞、蛋白质、脂肪、糖类；睡眠、锻炼、营养；预防疾病，维护健康。\n";
        QFile cards(TEMPER_SOURCE_DIR "/datasets/cards-zh/train.jsonl");
        QVERIFY(cards.open(QIODevice::ReadOnly));
        const QByteArray rows = cards.readAll();
        for (const auto& [name, text] : { std::pair("t.txt", words), std::pair("t.jsonl", rows) }) {
            const auto path = file(name, converted(text, encoding).toStdString());
            const ReadReport report = readRows(path, {}, [](DataRow&&) {});
            compare(report.encoding, encoding.toStdString());
            QCOMPARE(report.rows, static_cast<std::uint64_t>(text.count('\n')));
            QCOMPARE(report.problems.total, 0u);
        }
    }

    void aToldEncodingWinsAndItsBadBytesAreListed()
    {
        compare(picture(file("g.jsonl", "{\"text\":\"\xB9\xE2\"}\n{\"text\":\"\xFF\"}\n"), { {}, "GB18030" }),
            "jsonl GB18030 text\n1 {\"text\":\"光\"}\n! 2 [] holds bytes that are not valid GB18030.\n");
        compare(refusal(file("h.jsonl", "{}"), { {}, "EBCDIC-99" }),
            "the encoding \"EBCDIC-99\" is not known. Use a name such as UTF-8, GB18030, Big5, Shift_JIS or "
            "windows-1252.");
    }

    void aBadByteInUtf8CostsItsRowOnly()
    {
        std::string text;
        for (int i = 0; i < 20; ++i)
            text += "{\"text\":\"光合作用是植物\"}\n";
        const std::string rows = picture(file("u.jsonl", text + "{\"text\":\"\xE5\x85\"}\n"));
        QVERIFY(rows.starts_with("jsonl UTF-8 text\n1 {\"text\":\"光合作用是植物\"}\n"));
        QVERIFY(rows.ends_with(
            "\n20 {\"text\":\"光合作用是植物\"}\n! 21 [] holds bytes that are not valid UTF-8.\n"));
    }
};

QTEST_GUILESS_MAIN(EncodingTest)
#include "encoding_test.moc"
