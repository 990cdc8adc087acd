// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/palette.h"
#include "ui/shell/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFontInfo>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace temper;

namespace {

double luminance(const QColor& colour)
{
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

// WCAG 2.1, relative luminance contrast.
double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

constexpr Colour kSurfaces[] { Colour::Window, Colour::Surface, Colour::Raised, Colour::Hover,
    Colour::Selection };
constexpr Colour kPlainSurfaces[] { Colour::Window, Colour::Surface, Colour::Raised };
constexpr Scheme kSchemes[] { Scheme::Light, Scheme::Dark };

void requireContrast(Colour front, Colour back, Scheme scheme, double least)
{
    const double found = contrast(tokenColour(front, scheme), tokenColour(back, scheme));
    QVERIFY2(found >= least,
        qPrintable(QStringLiteral("%1 on %2: %3")
                       .arg(QLatin1String(tokenName(front)), QLatin1String(tokenName(back)))
                       .arg(found)));
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadResources(); }

    void textReadsOnEverySurface()
    {
        for (const Scheme scheme : kSchemes) {
            for (const Colour surface : kSurfaces) {
                for (const Colour text : { Colour::Text, Colour::Muted, Colour::AccentText })
                    requireContrast(text, surface, scheme, 4.5);
            }
            requireContrast(Colour::Bad, Colour::Hover, scheme, 4.5);
            for (const Colour surface : kPlainSurfaces) {
                for (const Colour text :
                    { Colour::Bad, Colour::Faint, Colour::Good, Colour::Warn, Colour::SideA, Colour::SideB })
                    requireContrast(text, surface, scheme, 4.5);
            }
            requireContrast(Colour::PrimaryText, Colour::Primary, scheme, 4.5);
        }
    }

    void controlsStandOutFromEverySurface()
    {
        for (const Scheme scheme : kSchemes) {
            for (const Colour surface : kPlainSurfaces) {
                for (const Colour control : { Colour::FieldBorder, Colour::Accent, Colour::Primary,
                         Colour::BaseModel, Colour::TunedModel })
                    requireContrast(control, surface, scheme, 3.0);
            }
            for (const Colour surface : { Colour::Hover, Colour::Selection }) {
                for (const Colour icon : { Colour::Good, Colour::Warn, Colour::Bad, Colour::Accent })
                    requireContrast(icon, surface, scheme, 3.0);
            }
        }
    }

    void chartLinesAndTheirLabelsReadOnTheSurface()
    {
        for (const Scheme scheme : kSchemes) {
            for (int i = 0; i < 7; ++i)
                QVERIFY(contrast(seriesColour(i, scheme), tokenColour(Colour::Surface, scheme))
                    >= (i < 2 ? 3.5 : 3.0));
        }
    }

    void styleSheetLeavesNoNameUnfilled()
    {
        for (const Scheme scheme : kSchemes) {
            const QString sheet = schemeStyleSheet(scheme, false);
            QVERIFY(sheet.size() > 1000);
            QVERIFY(!sheet.contains(QLatin1Char('@')));
        }
        QVERIFY(schemeStyleSheet(Scheme::Light, true) != schemeStyleSheet(Scheme::Light, false));
    }

    void everyIconDraws()
    {
        Theme theme(*qApp);
        int icons = 0;
        for (QDirIterator files(QStringLiteral(":/icons")); files.hasNext();) {
            files.next();
            const QImage image = theme.icon(files.fileInfo().baseName()).pixmap(20).toImage();
            bool drawn = false;
            for (int i = 0; i < 400 && !drawn; ++i)
                drawn = qAlpha(image.pixel(i % 20, i / 20)) > 0;
            QVERIFY2(drawn, qPrintable(files.fileName()));
            ++icons;
        }
        QVERIFY(icons > 20);
    }

    void choiceSwitchesAtOnce()
    {
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokenColour(Colour::Window, Scheme::Dark));
        theme.setChoice(ThemeChoice::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokenColour(Colour::Window, Scheme::Light));
        QCOMPARE(changed.count(), 2);
    }

    void shippedFontHasFiguresOfEqualWidth()
    {
        const QFont font = tokenFont(TextRole::Base, false);
        QCOMPARE(QFontInfo(font).family(), QStringLiteral("Inter Tabular"));
        const QFontMetricsF metrics(font);
        for (const QChar figure : QStringLiteral("0123456789"))
            QCOMPARE(metrics.horizontalAdvance(figure), metrics.horizontalAdvance(QLatin1Char('0')));
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
