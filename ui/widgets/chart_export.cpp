// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_export.h"

#include "core/common/base/error.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/chart_table.h"

#include "ui/widgets/plot.h"
#include <QFileInfo>
#include <QSaveFile>
#include <QSvgGenerator>

namespace temper {

namespace {

constexpr int kPictureScale = 2;
constexpr QSize kLeastSize { 720, 400 };
constexpr double kFlatRow = 0.001; // takes no more room than it needs

// Title above, legend on, y title at the axis, for as long as the picture is drawn.
class PictureDress {
public:
    explicit PictureDress(Chart& chart)
        : m_chart(chart)
        , m_plot(chart.plot())
        , m_crosshair(chart.crosshair())
        , m_title(new QCPTextElement(&m_plot, chart.texts().title, m_plot.xAxis->labelFont()))
    {
        m_title->setTextColor(m_plot.xAxis->tickLabelColor());
        QFont font = m_plot.xAxis->labelFont();
        font.setWeight(QFont::DemiBold);
        m_title->setFont(font);
        m_plot.plotLayout()->insertRow(0);
        m_plot.plotLayout()->addElement(0, 0, m_title);
        m_plot.yAxis->setLabel(chart.texts().yTitle);
        m_plot.legend->setFont(m_plot.xAxis->labelFont());
        m_plot.legend->setTextColor(m_plot.xAxis->tickLabelColor());
        m_plot.legend->setBrush(Qt::NoBrush);
        m_plot.legend->setBorderPen(Qt::NoPen);
        if (chart.series().size() > 1)
            showLegend();
        m_chart.setCrosshair(std::nullopt);
    }

    ~PictureDress()
    {
        m_plot.legend->setVisible(false);
        m_plot.axisRect()->insetLayout()->addElement(m_plot.legend, Qt::AlignTop | Qt::AlignRight);
        m_plot.yAxis->setLabel(QString());
        m_plot.plotLayout()->remove(m_title);
        m_plot.plotLayout()->simplify();
        m_chart.setCrosshair(m_crosshair);
    }

    PictureDress(const PictureDress&) = delete;
    PictureDress& operator=(const PictureDress&) = delete;

private:
    void showLegend()
    {
        m_plot.plotLayout()->insertRow(1);
        m_plot.plotLayout()->addElement(1, 0, m_plot.legend);
        m_plot.plotLayout()->setRowStretchFactor(1, kFlatRow);
        m_plot.legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
        m_plot.legend->setVisible(true);
    }

    Chart& m_chart;
    QCustomPlot& m_plot;
    std::optional<double> m_crosshair;
    QCPTextElement* m_title;
};

bool saveSvg(QCustomPlot& plot, const QString& path, const QSize& size, const QString& title)
{
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setTitle(title);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    QCPPainter painter;
    if (!painter.begin(&generator))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    plot.toPainter(&painter, size.width(), size.height());
    return painter.end();
}

[[noreturn]] void refuseToWrite(const QString& path)
{
    throw Error(ErrorKind::Environment, "the file cannot be written.", path.toStdString(),
        "Choose a folder you may write to, on a disk with room.");
}

QString quoted(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString csvOf(const QList<ChartSeries>& all, const QString& xTitle)
{
    QStringList header { quoted(xTitle) };
    for (const ChartSeries& series : all)
        header.append(quoted(series.name));
    QString text = header.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const double x : allPlaces(all)) {
        text += QString::number(x, 'g', QLocale::FloatingPointShortest);
        for (const ChartSeries& series : all) {
            text += QLatin1Char(',');
            if (const auto value = valueAt(series, x))
                text += QString::number(*value, 'g', QLocale::FloatingPointShortest);
        }
        text += QLatin1Char('\n');
    }
    return text;
}

bool savePicture(Chart& chart, const QString& path, const QString& ending)
{
    const PictureDress dress(chart);
    QCustomPlot& plot = chart.plot();
    const QSize size = plot.size().expandedTo(kLeastSize);
    if (ending == QLatin1String("svg"))
        return saveSvg(plot, path, size, chart.texts().title);
    if (ending == QLatin1String("pdf"))
        return plot.savePdf(path, size.width(), size.height());
    return plot.savePng(path, size.width(), size.height(), kPictureScale);
}

} // namespace

QString chartCsv(const Chart& chart)
{
    return csvOf(chart.series(), chart.texts().xTitle);
}

void writeChartCsv(const QList<ChartSeries>& all, const QString& xTitle, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csvOf(all, xTitle).toUtf8()) < 0 || !file.commit())
        refuseToWrite(path);
}

void exportChart(Chart& chart, const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    static const QStringList kPictures { QStringLiteral("png"), QStringLiteral("svg"),
        QStringLiteral("pdf") };
    const bool numbers = ending == QLatin1String("csv");
    if (!numbers && !kPictures.contains(ending))
        throw Error(ErrorKind::Usage, "a chart is written as .png, .svg, .pdf or .csv.", path.toStdString(),
            "Choose one of these endings.");
    if (numbers)
        writeChartCsv(chart.series(), chart.texts().xTitle, path);
    else if (!savePicture(chart, path, ending))
        refuseToWrite(path);
}

} // namespace temper
