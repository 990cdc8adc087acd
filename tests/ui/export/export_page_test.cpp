// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/project/export_log.h"
#include "tests/ui/result_page_test.h"
#include "ui/export/export_page.h"
#include "ui/widgets/source_picker.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>

using namespace temper;

namespace {

constexpr int kPatience = 60000; // milliseconds

template <typename Button> Button* pressed(const QWidget& page, const QString& text)
{
    for (Button* found : page.findChildren<Button*>())
        if (found->text().startsWith(text))
            return found;
    return nullptr;
}

} // namespace

class ExportPageTest : public QObject, private ResultPageTest<ExportPage> {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { trainOnce(); }

    void init()
    {
        begin("exports");
        QTRY_VERIFY(start()->isEnabled());
    }

    void cleanup() { end(); }

    void sizeAndRoomAreToldBeforeTheStart()
    {
        QTRY_VERIFY(shows(QStringLiteral("are free on that disk")));
        QTRY_VERIFY(
            shows(QStringLiteral("about 6\u202FMB"))); // 106,816 parameters of 4 bytes, and the tokenizer
    }

    void exportedAdapterAnswersAsBefore()
    {
        QTest::mouseClick(start(), Qt::LeftButton);
        const ExportRecord record = onRecord();
        QCOMPARE(record.form, ExportForm::Adapter);
        QVERIFY(std::filesystem::exists(record.folder / "adapter_model.safetensors"));
        QVERIFY(record.check);
        QCOMPARE(record.check->greatestDifference, 0.0);
        QCOMPARE(record.check->sameChoice, record.check->positions);
        QTRY_VERIFY(shows(QStringLiteral("Loaded again")));
    }

    void mergedModelAnswersAsBefore()
    {
        merged();
        QTest::mouseClick(start(), Qt::LeftButton);
        const ExportRecord record = onRecord();
        QCOMPARE(record.form, ExportForm::Merged);
        QVERIFY(std::filesystem::exists(record.folder / "config.json"));
        QVERIFY(std::filesystem::exists(record.folder / "tokenizer.json"));
        QVERIFY(record.check && record.check->positions > 10);
        QVERIFY(record.check->greatestDifference < 1e-3);
        QVERIFY(record.bytes > 400'000);
    }

    void halfPrecisionTakesHalfTheRoom()
    {
        merged();
        auto* type = m_page->findChildren<QComboBox*>().last();
        type->setCurrentIndex(type->findData(QStringLiteral("bfloat16")));
        QTest::mouseClick(start(), Qt::LeftButton);
        const ExportRecord record = onRecord();
        QCOMPARE(record.numberType, std::string("bfloat16"));
        QVERIFY(std::filesystem::file_size(record.folder / "model.safetensors") < 250'000);
        QVERIFY(record.check && record.check->greatestDifference > 0);
    }

    void occupiedFolderIsRefusedBeforeTheStart()
    {
        m_page->findChild<QLineEdit*>()->setText(m_project->text("tiny"));
        QTRY_VERIFY(shows(QStringLiteral("holds something already")));
        QVERIFY(!start()->isEnabled());
    }

    void stoppedExportLeavesNothing()
    {
        merged();
        QTest::mouseClick(start(), Qt::LeftButton);
        QTest::mouseClick(pressed<QPushButton>(*m_page, QStringLiteral("Stop")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(start()->isVisible(), kPatience);
        const auto records = listExports(m_project->folder());
        if (records.empty()) { // else it was whole before the engine heard of it
            QVERIFY(shows(QStringLiteral("Stopped")));
            QVERIFY(!std::filesystem::exists(m_project->folder() / "exports")
                || std::filesystem::is_empty(m_project->folder() / "exports"));
        }
    }

    void exportsAreListedAgainWhenTheProjectIsOpened()
    {
        QTest::mouseClick(start(), Qt::LeftButton);
        onRecord();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        m_page->closeProject();
        QCOMPARE(list()->model()->rowCount(), 0);
        m_page->setProject({ m_project->folder(), QStringLiteral("project") });
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(list()->model()->index(0, 0).data().toString(), QStringLiteral("Persona · adapter"));
    }

private:
    QPushButton* start() const { return pressed<QPushButton>(*m_page, QStringLiteral("Export")); }
    QListView* list() const
    {
        for (QListView* view : m_page->findChildren<QListView*>())
            if (view->accessibleName() == QLatin1String("Exports made"))
                return view;
        return nullptr;
    }
    void merged()
    {
        QTest::mouseClick(
            pressed<QRadioButton>(*m_page, QStringLiteral("Merged")), Qt::LeftButton, {}, QPoint(8, 8));
    }
    bool shows(const QString& text) const
    {
        for (const QLabel* label : m_page->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    ExportRecord onRecord() const
    {
        std::vector<ExportRecord> records;
        if (!QTest::qWaitFor(
                [&] { return !(records = listExports(m_project->folder())).empty(); }, kPatience))
            qFatal("no export was recorded");
        return records.front();
    }
};

QTEST_MAIN(ExportPageTest)
#include "export_page_test.moc"
