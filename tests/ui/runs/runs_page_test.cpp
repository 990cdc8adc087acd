// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/link/control_server.h"
#include "tests/ui/sample_project.h"
#include "ui/runs/run_charts.h"
#include "ui/runs/run_list_model.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace temper;

namespace {

QPushButton* button(const QWidget& page, const QString& text)
{
    for (QPushButton* found : page.findChildren<QPushButton*>()) {
        if (found->text() == text)
            return found;
    }
    return nullptr;
}

bool shows(const QWidget& page, const QString& text)
{
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace

class RunsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_page = std::make_unique<RunsPage>(*m_theme);
        m_page->resize(1300, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_folder.reset();
    }

    void projectWithoutRunsSaysHowToStartOne()
    {
        Project::create(projectFolder());
        open();
        QTRY_VERIFY(shows(*m_page, QStringLiteral("No runs yet")));
        QVERIFY(shows(*m_page, QStringLiteral("temper-engine train")));
    }

    void youngestRunIsShownAtOnceWithItsCharts()
    {
        makeSampleProject(projectFolder());
        open();
        QTRY_COMPARE(runs(), 4);
        QTRY_VERIFY(shows(*m_page, QStringLiteral("step 44 of 60")));
        QVERIFY(shows(*m_page, QStringLiteral("Interrupted")));
        QCOMPARE(lossChart()->series().size(), 2);
        QCOMPARE(lossChart()->series().first().x.size(), 44);
        QVERIFY(!button(*m_page, QStringLiteral("Stop"))->isVisible());
    }

    void clickOnARunShowsIt()
    {
        makeSampleProject(projectFolder());
        open();
        QTRY_COMPARE(runs(), 4);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
            list()->visualRect(list()->model()->index(4, 0)).center());
        QTRY_VERIFY(shows(*m_page, QStringLiteral("step 60 of 60")));
        QTest::keyClick(list(), Qt::Key_Up);
        QTRY_VERIFY(shows(*m_page, QStringLiteral("step 21 of 60")));
    }

    void failedRunTellsCauseAndRemedy()
    {
        Project project = Project::create(projectFolder());
        addSampleRun(project, { .name = "big", .steps = 2, .end = EndState::Failed, .error = "no memory." });
        open();
        QTRY_VERIFY(shows(*m_page, QStringLiteral("No memory. Choose a smaller batch.")));
    }

    void runWithoutAStepSaysSoInPlaceOfEmptyCharts()
    {
        Project project = Project::create(projectFolder());
        const RunFolder run = addSampleRun(project, { .name = "young", .steps = 0, .ended = false });
        open();
        QTRY_VERIFY(shows(*m_page, QStringLiteral("No step yet")));
        QVERIFY(!lossChart()->isVisible());
        EventWriter(run.eventsFile()).write(sampleStep(1, 60));
        QTRY_VERIFY(lossChart()->isVisible());
        QVERIFY(!shows(*m_page, QStringLiteral("No step yet")));
    }

    void eventsThatComeAreDrawn()
    {
        Project project = Project::create(projectFolder());
        const RunFolder run = addSampleRun(project, { .name = "live", .steps = 5, .ended = false });
        open();
        QTRY_VERIFY(lossChart()->series().size() == 1 && lossChart()->series().first().x.size() == 5);
        EventWriter(run.eventsFile()).write(sampleStep(6, 60));
        QTRY_COMPARE(lossChart()->series().first().x.size(), 6);
    }

    void buttonsReachTheLivingRun()
    {
        Project project = Project::create(projectFolder());
        const RunFolder run = addSampleRun(project, { .name = "live", .steps = 5, .ended = false });
        const FileLock lock = claimRun(run);
        ControlMailbox mailbox;
        const ControlServer server(run.folder(), mailbox);
        RunInfo info = run.readInfo();
        info.socket = server.socket().string();
        run.writeInfo(info);
        open();
        QTRY_VERIFY(button(*m_page, QStringLiteral("Pause"))->isVisible());
        QTest::mouseClick(button(*m_page, QStringLiteral("Pause")), Qt::LeftButton);
        QVERIFY(mailbox.wait(std::chrono::seconds(5)) == std::vector { ControlCommand::Pause });
        QTRY_VERIFY(button(*m_page, QStringLiteral("Save now"))->isEnabled());
        QTest::mouseClick(button(*m_page, QStringLiteral("Save now")), Qt::LeftButton);
        QVERIFY(mailbox.wait(std::chrono::seconds(5)) == std::vector { ControlCommand::Save });
        EventWriter(run.eventsFile()).write(PhaseEvent { RunPhase::Paused });
        QTRY_VERIFY(button(*m_page, QStringLiteral("Resume"))->isVisible());
        QVERIFY(!button(*m_page, QStringLiteral("Pause"))->isVisible());
    }

    void runThatDoesNotAnswerIsToldInPlace()
    {
        Project project = Project::create(projectFolder());
        const RunFolder run = addSampleRun(project, { .name = "live", .steps = 5, .ended = false });
        const FileLock lock = claimRun(run);
        open();
        QTRY_VERIFY(button(*m_page, QStringLiteral("Pause"))->isVisible());
        QTest::mouseClick(button(*m_page, QStringLiteral("Pause")), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<Notice*>()->isVisible());
        QVERIFY(!m_page->findChild<Notice*>()->text().isEmpty());
        QVERIFY(button(*m_page, QStringLiteral("Pause"))->isEnabled());
    }

    void probeAnswersStandBesideTheBaseModels()
    {
        makeSampleProject(projectFolder());
        open();
        QTRY_VERIFY(answer(QStringLiteral("Rayleigh")));
        QVERIFY(answer(QStringLiteral("Air scatters blue light")));
        const QList<QComboBox*> boxes = m_page->findChildren<QComboBox*>();
        QCOMPARE(boxes[1]->currentText(), QStringLiteral("Base model"));
        QCOMPARE(boxes[2]->currentText(), QStringLiteral("Step 40"));
        // The two have hardly a word in common: none is marked.
        QVERIFY(!answer(QStringLiteral("Air scatters"))->text().contains(QStringLiteral("underline")));
        QTest::keyClick(boxes[0], Qt::Key_Down);
        QVERIFY(answer(QStringLiteral("Apple, pear, plum."))->text().contains(QStringLiteral("underline")));
        boxes[1]->setCurrentIndex(1); // step 20 answered the same
        QVERIFY(!answer(QStringLiteral("Apple, pear, plum."))->text().contains(QStringLiteral("underline")));
    }

    void smoothingZeroShowsTheRawSeriesAlone()
    {
        makeSampleProject(projectFolder());
        open();
        QTRY_VERIFY(lossChart()->series().size() == 2);
        QVERIFY(!lossChart()->series().first().smoothed.isEmpty());
        m_page->findChild<QSlider*>()->setValue(0);
        QVERIFY(lossChart()->series().first().smoothed.isEmpty());
    }

    void crosshairIsShared()
    {
        makeSampleProject(projectFolder());
        open();
        QTRY_VERIFY(lossChart()->series().size() == 2);
        Chart* other = m_page->findChildren<Chart*>().last();
        QTest::keyClick(lossChart(), Qt::Key_Left);
        QVERIFY(lossChart()->crosshair().has_value());
        QCOMPARE(other->crosshair(), lossChart()->crosshair());
    }

    void everyControlHasANameAndIsReachedByKeyboard()
    {
        makeSampleProject(projectFolder());
        open();
        QTRY_VERIFY(lossChart()->series().size() == 2);
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            if (qobject_cast<const QLineEdit*>(widget->parentWidget()))
                continue; // the button in a line edit that empties it
            const auto* pressed = qobject_cast<const QAbstractButton*>(widget);
            if (pressed && widget->isVisible()) {
                QVERIFY(!pressed->text().isEmpty() || !pressed->accessibleName().isEmpty());
                QVERIFY(widget->focusPolicy() & Qt::TabFocus);
            }
            if (qobject_cast<const Chart*>(widget))
                QVERIFY(!widget->accessibleName().isEmpty() && (widget->focusPolicy() & Qt::TabFocus));
        }
        QVERIFY(!list()->accessibleName().isEmpty());
    }

private:
    std::filesystem::path projectFolder() const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / "project";
    }
    void open() { m_page->setProject({ projectFolder(), QStringLiteral("project") }); }
    int runs() const { return m_page->findChild<RunListModel*>()->shownRuns(); }
    const QLabel* answer(const QString& text) const
    {
        for (const QLabel* label : m_page->findChildren<QLabel*>()) {
            if (label->isVisible() && label->accessibleName().contains(text))
                return label;
        }
        return nullptr;
    }
    QListView* list() const { return m_page->findChildren<QListView*>().first(); }
    Chart* lossChart() const { return m_page->findChildren<Chart*>().first(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunsPage> m_page;
};

QTEST_MAIN(RunsPageTest)
#include "runs_page_test.moc"
