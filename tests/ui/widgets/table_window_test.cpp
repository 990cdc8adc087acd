// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_window.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/histogram.h"
#include "ui/widgets/token_view.h"

#include <QAction>
#include <QTableView>
#include <QTest>

using namespace temper;

namespace {

const QAbstractItemModel& tableOf(QWidget& view)
{
    view.actions().first()->trigger();
    return *view.findChild<TableWindow*>()->findChild<QTableView*>()->model();
}

} // namespace

class TableWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadResources(); }

    void histogramIsReadAsATable()
    {
        const Theme theme(*qApp);
        Histogram histogram(theme);
        histogram.setBins({ { 1, 9, 3 }, { 10, 99, 12 } });
        const QAbstractItemModel& table = tableOf(histogram);
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.index(1, 0).data().toString(), QStringLiteral("10"));
        QCOMPARE(table.index(1, 2).data().toString(), QStringLiteral("12"));
        QCOMPARE(table.headerData(2, Qt::Horizontal).toString(), QStringLiteral("Rows"));
    }

    void tokensAreReadAsATable()
    {
        const Theme theme(*qApp);
        TokenView view(theme);
        auto sequence = std::make_shared<TokenSequence>();
        ShownToken token;
        token.text = QStringLiteral(" bread");
        token.id = 712;
        token.supervised = true;
        sequence->tokens.append(token);
        view.setSequence(sequence);
        const QAbstractItemModel& table = tableOf(view);
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.index(0, 1).data().toString(), QStringLiteral("712"));
        QCOMPARE(table.index(0, 3).data().toString(), QStringLiteral("yes"));
    }
};

QTEST_MAIN(TableWindowTest)
#include "table_window_test.moc"
