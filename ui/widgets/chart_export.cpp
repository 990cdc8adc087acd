// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_export.h"

#include "core/common/base/error.h"
#include "ui/widgets/chart.h"

#include "ui/widgets/plot.h"
#include <QFileInfo>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>
#include <map>

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

bool saveText(const QString& path, const QString& text)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
}

QString quoted(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
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
    const QList<ChartSeries>& all = chart.series();
    std::map<double, QStringList> rows;
    QStringList header { quoted(chart.texts().xTitle) };
    const auto columns = all.size();
    for (qsizetype column = 0; column < columns; ++column) {
        const ChartSeries& series = all[column];
        header.append(quoted(series.name));
        for (qsizetype i = 0; i < series.x.size(); ++i) {
            QStringList& row = rows[series.x[i]];
            row.resize(columns);
            if (std::isfinite(series.y[i]))
                row[column] = QString::number(series.y[i], 'g', QLocale::FloatingPointShortest);
        }
    }
    QString text = header.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const auto& [x, values] : rows) {
        text += QString::number(x, 'g', QLocale::FloatingPointShortest) + QLatin1Char(',');
        text += values.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
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
    if (!(numbers ? saveText(path, chartCsv(chart)) : savePicture(chart, path, ending)))
        throw Error(ErrorKind::Environment, "the file cannot be written.", path.toStdString(),
            "Choose a folder you may write to, on a disk with room.");
}

} // namespace temper
