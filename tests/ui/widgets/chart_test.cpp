// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/base/error.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/chart_export.h"
#include "ui/widgets/plot.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace temper;

class ChartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void init()
    {
        m_chart = std::make_unique<Chart>(*m_theme);
        m_chart->setTexts(
            { QStringLiteral("Loss"), QStringLiteral("step"), QStringLiteral("loss per token") });
        m_chart->resize(480, 240);
        m_chart->setSeries(
            { { QStringLiteral("training"), 0, { 1, 2, 3, 4 }, { 2.5, 2, 1.75, 1.5 }, {}, SeriesShape::Line },
                { QStringLiteral("evaluation"), 1, { 2, 4 }, { 2.25, 1.625 }, {},
                    SeriesShape::LineWithPoints } });
    }

    void csvHoldsEverySeriesByStep()
    {
        QCOMPARE(chartCsv(*m_chart),
            QStringLiteral("\"step\",\"training\",\"evaluation\"\n1,2.5,\n2,2,2.25\n3,1.75,\n4,1.5,1.625\n"));
    }

    void exportWritesEachFormat_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("\"step\"");
    }

    void exportWritesEachFormat()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, start);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("loss.") + ending);
        exportChart(*m_chart, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(start.size()), start);
        QVERIFY(file.size() > 50);
    }

    void exportRefusesOtherEndingsAndFoldersThatAreNotThere()
    {
        QVERIFY_THROWS_EXCEPTION(Error, exportChart(*m_chart, QStringLiteral("loss.docx")));
        QVERIFY_THROWS_EXCEPTION(Error, exportChart(*m_chart, QStringLiteral("/no/such/folder/loss.csv")));
        QVERIFY_THROWS_EXCEPTION(Error, exportChart(*m_chart, QStringLiteral("/no/such/folder/loss.png")));
    }

    void arrowKeysMoveTheCrosshairFromStepToStep()
    {
        QSignalSpy moved(m_chart.get(), &Chart::crosshairMoved);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(moved.count(), 2);
        QCOMPARE(moved.last().first().value<std::optional<double>>(), std::optional<double>(3));
        QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("1.750")));
    }

    void accessibleTextTellsTheLastValues()
    {
        QCOMPARE(m_chart->accessibleName(), QStringLiteral("Loss"));
        QCOMPARE(m_chart->accessibleDescription(),
            QStringLiteral("training 1.500, step 4; evaluation 1.625, step 4"));
    }

    void zoomStaysWhileDataComesAndGoesOnReset()
    {
        m_chart->setXRange(2, 3);
        QVERIFY(m_chart->isZoomed());
        m_chart->setSeries(m_chart->series());
        QVERIFY(m_chart->isZoomed());
        m_chart->resetZoom();
        QVERIFY(!m_chart->isZoomed());
    }

    void linesAreDrawnInTheColoursOfTheTheme()
    {
        m_theme->setChoice(ThemeChoice::Dark);
        const QImage image = m_chart->grab().toImage();
        m_theme->setChoice(ThemeChoice::Light);
        const QRgb background = tokenColour(Colour::Surface, Scheme::Dark).rgb();
        const QRgb line = seriesColour(0, Scheme::Dark).rgb();
        int backgroundPixels = 0;
        int linePixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                backgroundPixels += image.pixel(x, y) == background;
                linePixels += image.pixel(x, y) == line;
            }
        }
        QVERIFY(backgroundPixels > image.width() * image.height() / 2);
        QVERIFY(linePixels > 20);
    }

    void emptyChartDrawsWithoutSeries()
    {
        m_chart->setSeries({});
        QVERIFY(!m_chart->grab().isNull());
        QCOMPARE(chartCsv(*m_chart), QStringLiteral("\"step\"\n"));
    }

    void plusAndMinusZoomAndHomeShowsEverything()
    {
        QSignalSpy chosen(m_chart.get(), &Chart::xRangeChosen);
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        QVERIFY(m_chart->isZoomed());
        const double near = m_chart->plot().xAxis->range().size();
        QVERIFY(near < 4);
        QTest::keyClick(m_chart.get(), Qt::Key_Minus);
        QVERIFY(m_chart->plot().xAxis->range().size() > near);
        QCOMPARE(chosen.count(), 2);
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QVERIFY(!m_chart->isZoomed());
    }

    void logarithmicStepsBeginAboveZero()
    {
        m_chart->setXScale(AxisScale::Logarithmic);
        QCOMPARE(m_chart->plot().xAxis->range().lower, 1.0);
        m_chart->setXScale(AxisScale::Linear);
        QCOMPARE(m_chart->plot().xAxis->range().lower, 0.0);
    }

    void tableShowsTheNumbersOfTheChart()
    {
        ChartCard card(*m_theme);
        card.chart().setTexts(m_chart->texts());
        card.chart().setSeries(m_chart->series());
        card.setShowsTable(true);
        const QAbstractItemModel& table = *card.findChild<QTableView*>()->model();
        QAbstractItemModelTester tester(&table);
        QCOMPARE(table.rowCount(), 4);
        QCOMPARE(table.headerData(2, Qt::Horizontal).toString(), QStringLiteral("evaluation"));
        QCOMPARE(table.index(0, 1).data().toString(), QStringLiteral("2.500"));
        QCOMPARE(table.index(0, 2).data().toString(), QString());
        QCOMPARE(table.index(3, 2).data().toString(), QStringLiteral("1.625"));
        card.setShowsTable(false);
        QVERIFY(!card.showsTable());
    }

    void peakOfAMillionPointsIsDrawn()
    {
        QList<double> x;
        QList<double> y;
        for (int i = 1; i <= 1'000'000; ++i) {
            x.append(i);
            y.append(1 + 0.1 * (i % 7));
        }
        y[777'777] = 1.9;
        m_chart->setSeries({ { QStringLiteral("training"), 0, x, y, {}, SeriesShape::Line } });
        const QCPGraph* graph = m_chart->plot().graph(0);
        QVERIFY(graph->dataCount() < 2000);
        bool found = false;
        for (int i = 0; i < graph->dataCount(); ++i)
            found = found || graph->dataMainValue(i) == 1.9;
        QVERIFY(found);
        QCOMPARE(m_chart->pointsOutside(), 0);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Chart> m_chart;
};

QTEST_MAIN(ChartTest)
#include "chart_test.moc"
