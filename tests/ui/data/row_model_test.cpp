// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data/sample_data.h"
#include "ui/data/dataset_thread.h"
#include "ui/data/problem_model.h"
#include "ui/data/row_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace temper;

class RowModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const std::filesystem::path project = std::filesystem::path(m_folder->path().toStdString()) / "p";
        makeSampleSet(project, 500);
        m_set = project / "data/first.sqlite";
    }

    void modelKeepsItsPromisesWhilePagesArrive()
    {
        RowModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DatasetThread thread(&model, m_set);
        model.setSelection(&thread, Dataset(m_set).select({}));
        QCOMPARE(model.rowCount(), 500);
        QTRY_COMPARE(text(model, 0, RowModel::PromptColumn), QStringLiteral("Question 1 about bread"));
        QTRY_COMPARE(text(model, 499, RowModel::AnswerColumn), QStringLiteral("Answer 500"));
        model.refetch();
        QTRY_COMPARE(text(model, 250, RowModel::NumberColumn), QStringLiteral("251"));
        model.setSelection(&thread, RowSelection::of({ 3, 400 }));
        QCOMPARE(model.rowCount(), 2);
        QTRY_COMPARE(text(model, 1, RowModel::PromptColumn), QStringLiteral("Question 401 about bread"));
        QCOMPARE(model.rowOf(400), 1);
        QCOMPARE(model.rowOf(5), -1);
    }

    void onlyPagesLookedAtAreRead()
    {
        RowModel model;
        DatasetThread thread(&model, m_set);
        model.setSelection(&thread, Dataset(m_set).select({}));
        QTRY_VERIFY(model.summary(400));
        QTest::qWait(50);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(!model.summary(0));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), PageCache<RowSummary>::kPageRows - 1);
    }

    void rowsOverTheLimitSaySo()
    {
        RowModel model;
        DatasetThread thread(&model, m_set);
        model.setSelection(&thread, Dataset(m_set).select({}));
        auto lengths = std::make_shared<RowLengths>(500, 12);
        (*lengths)[2] = 80;
        model.setLengths(lengths, 50);
        QTRY_COMPARE(text(model, 2, RowModel::TokensColumn), QStringLiteral("80"));
        QCOMPARE(text(model, 2, RowModel::StateColumn), QStringLiteral("over 50 tokens"));
        QCOMPARE(text(model, 3, RowModel::StateColumn), QString());
    }

    void aSetThatIsGoneIsToldOnce()
    {
        RowModel model;
        DatasetThread thread(&model, m_set.parent_path() / "none.sqlite");
        QSignalSpy failed(&model, &RowModel::failed);
        model.setSelection(&thread, RowSelection::allBut(100, {}));
        QVERIFY(!model.summary(0));
        QTRY_COMPARE(failed.size(), 1);
    }

    void problemsTellFileLineFieldAndReason()
    {
        ProblemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DatasetThread thread(&model, m_set);
        model.setProblems(&thread, 1);
        QTRY_COMPARE(
            model.index(0, ProblemModel::FileColumn).data().toString(), QStringLiteral("first.jsonl"));
        QCOMPARE(model.index(0, ProblemModel::LineColumn).data().toString(), QStringLiteral("501"));
        QCOMPARE(model.index(0, ProblemModel::FieldColumn).data().toString(), QStringLiteral("output"));
        QVERIFY(!model.index(0, ProblemModel::ReasonColumn).data().toString().isEmpty());
    }

private:
    static QString text(const RowModel& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_set;
};

QTEST_MAIN(RowModelTest)
#include "row_model_test.moc"
