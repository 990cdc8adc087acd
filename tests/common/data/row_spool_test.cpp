// SPDX-License-Identifier: Apache-2.0
// Rows on the disk come back as they were.
#include "core/common/data/row_spool.h"

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

using namespace temper;

class RowSpoolTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::size_t spoolFiles() const
    {
        const std::filesystem::path folder = m_folder.path().toStdString() + "/temper/spool";
        std::error_code none;
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder, none), {}));
    }

private slots:
    void initTestCase() { qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8()); }

    void manyRowsGoToTheDiskAndComeBackByNumber()
    {
        {
            RowSpool spool;
            const std::string filler(700, 'x');
            for (int i = 0; i < 100000; ++i)
                spool.add(std::to_string(i) + filler);
            spool.add("");
            spool.finish();
            QCOMPARE(spoolFiles(), 1u);
            QCOMPARE(spool.size(), 100001u);
            for (const std::uint64_t number : { 0u, 99999u, 50000u, 93619u })
                QCOMPARE(std::string(spool.line(number)), std::to_string(number) + filler);
            spool.release();
            QCOMPARE(std::string(spool.line(7)), "7" + filler);
            QVERIFY(spool.line(100000).empty());
        }
        QCOMPARE(spoolFiles(), 0u);
    }

    void fewRowsStayInMemory()
    {
        RowSpool spool;
        spool.add("a");
        spool.add("b");
        spool.finish();
        const RowSpool moved = std::move(spool);
        QCOMPARE(std::string(moved.line(1)), std::string("b"));
        QCOMPARE(spoolFiles(), 0u);
    }

    void theLinesOfAFileAreItsRows()
    {
        const std::filesystem::path path = m_folder.path().toStdString() + "/lines";
        std::ofstream(path) << "one\n\nthree";
        const RowSpool spool(path);
        QCOMPARE(spool.size(), 3u);
        QCOMPARE(std::string(spool.line(0)), std::string("one"));
        QVERIFY(spool.line(1).empty());
        QCOMPARE(std::string(spool.line(2)), std::string("three"));
        std::ofstream(path, std::ios::trunc).close();
        QCOMPARE(RowSpool(path).size(), 0u);
    }
};

QTEST_GUILESS_MAIN(RowSpoolTest)
#include "row_spool_test.moc"
