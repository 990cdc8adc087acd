// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/base/os_process.h"
#include "core/common/data/dataset.h"
#include "tests/ui/data/sample_data.h"
#include "tests/ui/sample_project.h"
#include "tests/ui/shell/window_child.h"
#include "tests/ui/tiny_project.h"
#include "ui/shell/page.h"
#include "ui/train/recipe_form.h"
#include "ui/widgets/notice.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace temper;
namespace fs = std::filesystem;

namespace {

constexpr QSize kSmallest { 800, 600 };
constexpr QSize kUsual { 1440, 900 };

bool shows(const QWidget& window, const QString& text)
{
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && (label->text().contains(text) || label->accessibleName().contains(text)))
            return true;
    }
    return false;
}

} // namespace

// The window killed, its project moved, locked, damaged; screens that are small and systems without fonts.
class AccidentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TEMPER_ENGINE", TEMPER_ENGINE);
        loadResources();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = fs::path(m_folder->path().toStdString());
        m_project = m_root / "project";
    }

    void windowKilledInAnImportLeavesTheProjectAsItWas()
    {
        makeSampleSet(m_project, 20);
        writeSampleFile(m_root / "large.jsonl", sampleJsonLines(400000));
        WindowChild child({ QStringLiteral("import"), projectText(), text(m_root / "large.jsonl") });
        QVERIFY(child.waitFor("importing"));
        child.kill();
        WindowDesk desk(projectText());
        QVERIFY(desk.window().hasProject());
        QCOMPARE(Project::open(m_project).datasets().size(), 1u);
        QCOMPARE(Dataset(m_project / "data/first.sqlite").rowCount(), 20u);
        QTRY_VERIFY(shows(desk.window(), QStringLiteral("20 rows")));
    }

    void windowKilledBetweenEditsKeepsEveryOneItShowed()
    {
        makeSampleSet(m_project, 200);
        WindowChild child({ QStringLiteral("edit"), projectText() });
        QVERIFY(child.waitFor("set aside 40"));
        child.kill();
        const std::uint64_t kept = Dataset(m_project / "data/first.sqlite").counts().setAside;
        QVERIFY2(kept >= static_cast<std::uint64_t>(child.lastNumber()), qPrintable(QString::number(kept)));
        QCOMPARE(Dataset(m_project / "data/first.sqlite").rowCount(), 200u);
    }

    void runOutlivesItsKilledWindowAndIsFoundAgain()
    {
        Project project = makeTinyProject(m_folder->path());
        const RunFolder run = project.createRun(tinyRecipe(project, 60));
        project.enqueue(run.id());
        WindowChild child({ QStringLiteral("open"), projectText() });
        QTRY_VERIFY_WITH_TIMEOUT(summariseRun(run).step >= 3, 60000);
        child.kill();
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Done, 120000);
        QCOMPARE(summariseRun(run).step, 60);
        WindowDesk desk(projectText());
        QTRY_VERIFY(desk.runsPageSays(QStringLiteral("1 run")));
    }

    void secondWindowLooksOnlyAndSaysWhy()
    {
        makeSampleProject(m_project);
        const WindowDesk first(projectText());
        const WindowDesk second(projectText());
        QVERIFY(!first.notice().isVisible());
        QVERIFY(second.notice().text().contains(QStringLiteral("Another window has this project open")));
    }

    void projectOfALaterVersionIsToldAndNotTouched()
    {
        Project::create(m_project);
        SQLite::Database(text(m_project / "project.sqlite").toStdString(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version = 99");
        WindowDesk desk(projectText());
        QVERIFY(!desk.window().hasProject());
        QVERIFY(desk.notice().text().contains(QStringLiteral("later version of Temper")));
    }

    void projectMovedWhileItIsOpenIsOpenedWhereItLies()
    {
        makeSampleProject(m_project);
        WindowDesk desk(projectText());
        fs::rename(m_project, m_root / "moved");
        desk.visitAllPages();
        desk.window().closeProject();
        desk.window().openProject(projectText());
        QVERIFY(desk.notice().text().contains(QStringLiteral("moved, renamed or deleted")));
        desk.window().openProject(text(m_root / "moved"));
        QVERIFY(desk.window().hasProject());
        QTRY_VERIFY(desk.runsPageSays(QStringLiteral("4 runs")));
    }

    void setWhoseFileIsGoneIsToldInPlace()
    {
        makeSampleSet(m_project, 20);
        fs::remove(m_project / "data/first.sqlite");
        WindowDesk desk(projectText());
        QTRY_VERIFY(shows(desk.window(), QStringLiteral("first.sqlite")));
    }

    void runWithATornEventFileShowsItsCurve()
    {
        Project project = Project::create(m_project);
        const RunFolder run = addSampleRun(project, { .name = "torn", .steps = 30, .ended = false });
        fs::resize_file(run.eventsFile(), fs::file_size(run.eventsFile()) - 25);
        WindowDesk desk(projectText());
        desk.visitAllPages();
        QCOMPARE(summariseRun(run).step, 29);
        QTRY_VERIFY(desk.runsPageSays(QStringLiteral("1 run")));
    }

    void tenThousandRunsAreListed()
    {
        Project project = Project::create(m_project);
        const RunFolder first = addSampleRun(project, { .name = "run", .steps = 3, .totalSteps = 3 });
        for (int i = 1; i < 10000; ++i) {
            const fs::path copy = project.runsFolder() / ("run-" + std::to_string(i));
            fs::create_directory(copy);
            for (const char* file : { "recipe.yaml", "events.jsonl", "run.json" })
                fs::create_hard_link(first.folder() / file, copy / file);
        }
        WindowDesk desk(projectText());
        QTRY_VERIFY_WITH_TIMEOUT(desk.runsPageSays(QStringLiteral("10,000 runs")), 120000);
    }

    void rowOfFiftyMegabytesIsShown()
    {
        Project project = Project::create(m_project);
        const std::string megabytes(50 << 20, 'a');
        writeSampleFile(m_root / "rows.jsonl",
            "{\"instruction\": \"Long\", \"output\": \"" + megabytes + "\"}\n" + sampleJsonLines(2));
        importFiles({ m_root / "rows.jsonl" }, m_project / "data/rows.sqlite", {});
        project.putDataset({ "rows", "data/rows.sqlite", 3, 0 });
        WindowDesk desk(projectText());
        QTRY_VERIFY_WITH_TIMEOUT(shows(desk.window(), QStringLiteral("3 rows")), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isAtRest(), 120000);
    }

    void fullDiskInAnImportIsToldAndNothingIsLost()
    {
        makeSampleSet(m_project, 20);
        writeSampleFile(m_root / "large.jsonl", sampleJsonLines(60000));
        WindowChild child({ QStringLiteral("import"), projectText(), text(m_root / "large.jsonl") },
            QStringLiteral("ulimit -f 2000"));
        QVERIFY2(child.waitFor("refused"), child.output().constData());
        QVERIFY2(child.output().contains("disk"), child.output().constData());
        child.kill();
        QCOMPARE(Project::open(m_project).datasets().size(), 1u);
        QCOMPARE(Dataset(m_project / "data/first.sqlite").rowCount(), 20u);
    }

    void everyPageHoldsOnASmallScreen()
    {
        makeSampleProject(m_project);
        WindowDesk desk(projectText());
        desk.window().resize(kSmallest);
        desk.visitAllPages();
        QCOMPARE(desk.window().size(), kSmallest);
        desk.window().workbench().show(PageId::Train);
        desk.window().resize(kUsual);
        const auto* form = desk.window().findChild<RecipeForm*>();
        QTRY_COMPARE(form->widget()->width(), form->viewport()->width());
        QVERIFY(form->width() > kUsual.width() / 2);
    }

    void twiceTheSizeOpensAndPaints()
    {
        makeSampleProject(m_project);
        WindowChild child({ QStringLiteral("paint"), projectText() },
            QStringLiteral("QT_SCALE_FACTOR=2; export QT_SCALE_FACTOR"));
        QVERIFY2(child.waitFor("painted 2 "), child.output().constData());
    }

    void shippedFontStandsInWhereTheSystemHasNone()
    {
        makeSampleProject(m_project);
        writeSampleFile(m_root / "fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        WindowChild child({ QStringLiteral("paint"), projectText() },
            QStringLiteral("FONTCONFIG_FILE='%1'; export FONTCONFIG_FILE").arg(text(m_root / "fonts.conf")));
        QVERIFY2(child.waitFor("painted 1 Inter Tabular"), child.output().constData());
    }

private:
    static QString text(const fs::path& path) { return QString::fromStdString(path.string()); }
    QString projectText() const { return text(m_project); }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    fs::path m_project;
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    if (argc > 2 && argv[1] == std::string("--child"))
        return runWindowChild(application.arguments().mid(2));
    AccidentsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "accidents_test.moc"
