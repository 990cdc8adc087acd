// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tiny_project.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart.h"

#include <QApplication>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace temper;

namespace {

bool shows(const QWidget& page, const QString& text)
{
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

QPushButton* visibleButton(const QWidget& page, const QString& text)
{
    for (QPushButton* found : page.findChildren<QPushButton*>()) {
        if (found->isVisible() && found->text() == text)
            return found;
    }
    return nullptr;
}

} // namespace

// The real engine, killed and gone on with.
class EngineKilledTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TEMPER_ENGINE", TEMPER_ENGINE);
        loadResources();
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void killedRunIsInterruptedAndResumedFromTheWindow()
    {
        const QTemporaryDir folder;
        Project project = makeTinyProject(folder.path());
        Recipe recipe = tinyRecipe(project, 100000);
        recipe.saveStrategy = Interval::Steps;
        recipe.saveSteps = 5;
        const RunFolder run = project.createRun(recipe);
        project.enqueue(run.id());
        RunsPage page(*m_theme);
        page.resize(1300, 800);
        page.show();
        page.setProject({ project.folder(), QStringLiteral("project") }); // starts what waits
        QTRY_VERIFY_WITH_TIMEOUT(visibleButton(page, QStringLiteral("Stop")), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(summariseRun(run).step >= 12, 60000);
        QProcess::execute(
            QStringLiteral("kill"), { QStringLiteral("-9"), QString::number(run.readInfo().processId) });
        QTRY_VERIFY_WITH_TIMEOUT(shows(page, QStringLiteral("Interrupted")), 20000);
        QVERIFY(shows(page, QStringLiteral("Resume goes on from the checkpoint of step")));
        QTRY_VERIFY_WITH_TIMEOUT(project.queue().empty(), 20000);
        const std::int64_t before = summariseRun(run).step;
        QTest::mouseClick(visibleButton(page, QStringLiteral("Resume")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(visibleButton(page, QStringLiteral("Stop")), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(summariseRun(run).step > before, 60000);
        const Chart* loss = page.findChildren<Chart*>().first();
        QTRY_VERIFY(loss->series().first().x.size() > before); // the whole curve, each step once
        QTest::mouseClick(visibleButton(page, QStringLiteral("Stop")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Stopped, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(shows(page, QStringLiteral("Stopped")), 20000);
    }

    // As after the queue's engine was killed: nobody else would take it up.
    void runThatWaitsInARestingQueueIsTakenUp()
    {
        const QTemporaryDir folder;
        Project project = makeTinyProject(folder.path());
        RunsPage page(*m_theme);
        page.resize(1300, 800);
        page.show();
        page.setProject({ project.folder(), QStringLiteral("project") });
        const RunFolder run = project.createRun(tinyRecipe(project, 3));
        project.enqueue(run.id());
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Done, 60000);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(EngineKilledTest)
#include "engine_killed_test.moc"
