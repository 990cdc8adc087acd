// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data/data_page_fixture.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace temper;

class DataPageEditTest : public DataPageFixture {
    Q_OBJECT
private Q_SLOTS:
    void init() { beginPage(); }
    void cleanup() { endPage(); }

    void editIsKeptUndoneAndThereAfterReopening()
    {
        openSample(30);
        click(table_(), 4);
        QTRY_VERIFY(detail().number() == 4u);
        QTest::keyClick(table_(), Qt::Key_Return);
        auto* answer = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 2"));
        QTRY_VERIFY(answer && answer->toPlainText() == QStringLiteral("Answer 5"));
        answer->setFocus();
        QTest::keyClick(answer, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(answer, QStringLiteral("Quite another"));
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Save row")), Qt::LeftButton);
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("Quite another"));
        makePage();
        open();
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("Quite another"));
        QTRY_VERIFY(button(QStringLiteral("Undo editing row 5")));
        QTest::keyClick(table_(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("Answer 5"));
        QTRY_VERIFY(button(QStringLiteral("Redo editing row 5"))->isEnabled());
        QTest::keyClick(table_(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("Quite another"));
    }

    void savingByKeyLeavesTheCursorInTheField()
    {
        openSample(30);
        click(table_(), 4);
        QTRY_VERIFY(detail().number() == 4u);
        QTest::keyClick(table_(), Qt::Key_Return);
        QPlainTextEdit* answer = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 2"));
        answer->setFocus();
        QTest::keyClicks(answer, QStringLiteral("So: "));
        QTest::keyClick(answer, Qt::Key_S, Qt::ControlModifier);
        QTest::keyClicks(answer, QStringLiteral("well, ")); // while it is being saved
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("So: Answer 5"));
        QCOMPARE(answer->toPlainText(), QStringLiteral("So: well, Answer 5"));
        QVERIFY(detail().editor().hasChanges());
        QTest::keyClick(answer, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(cell(4, RowModel::AnswerColumn), QStringLiteral("So: well, Answer 5"));
        const auto field = [this] { return qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()); };
        QTRY_VERIFY(field() && field()->accessibleName() == QStringLiteral("Text of turn 2"));
        QTest::keyClicks(field(), QStringLiteral("again "));
        QCOMPARE(field()->toPlainText(), QStringLiteral("So: well, again Answer 5"));
    }

    void choosingAnotherRowKeepsWhatWasTyped()
    {
        openSample(30);
        click(table_(), 0);
        QTRY_VERIFY(detail().number() == 0u);
        detail().showEditor();
        auto* prompt = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 1"));
        QTRY_VERIFY(prompt);
        prompt->setFocus();
        QTest::keyClicks(prompt, QStringLiteral("X"));
        click(table_(), 2);
        QTRY_VERIFY(detail().number() == 2u);
        QTRY_COMPARE(cell(0, RowModel::PromptColumn), QStringLiteral("XQuestion 1 about bread"));
    }

    void rowThatAnImportWouldNotTakeStaysInTheFields()
    {
        openSample(30);
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Add row")), Qt::LeftButton);
        auto* prompt = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 1"));
        QTRY_VERIFY(prompt);
        QTest::keyClicks(prompt, QStringLiteral("A question alone"));
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Save row")), Qt::LeftButton);
        QTRY_VERIFY(notice()->isVisible());
        QCOMPARE(prompt->toPlainText(), QStringLiteral("A question alone"));
        auto* answer = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of turn 2"));
        QTest::keyClicks(answer, QStringLiteral("And its answer"));
        QTest::mouseClick(named<QPushButton>(*m_page, QStringLiteral("Save row")), Qt::LeftButton);
        QTRY_COMPARE(table_()->model()->rowCount(), 31);
        QTRY_VERIFY(detail().number() == 30u);
        QTRY_COMPARE(cell(30, RowModel::AnswerColumn), QStringLiteral("And its answer"));
    }
};

QTEST_MAIN(DataPageEditTest)
#include "data_page_edit_test.moc"
