// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_project.h"
#include "ui/shell/interface_language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/menu_bar.h"
#include "ui/shell/pack_dialog.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"
#include "ui/shell/work_strip.h"
#include "ui/shell/workbench.h"
#include "ui/start/recent_list.h"
#include "ui/start/start_page.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/notice.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace temper;

class MainWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadResources(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_preferences = std::make_unique<Preferences>(std::make_unique<QSettings>(
            m_folder->filePath(QStringLiteral("temper.ini")), QSettings::IniFormat));
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<InterfaceLanguage>();
        m_language->setChoice(LanguageChoice::English);
        m_theme->setChoice(ThemeChoice::Light);
        m_window = std::make_unique<MainWindow>(*m_theme, *m_language, *m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_language->setChoice(LanguageChoice::English);
        m_language.reset();
        m_theme.reset();
        m_preferences.reset();
        m_folder.reset();
    }

    void startPageIsShownWithoutAProject()
    {
        QVERIFY(startPage()->isVisible());
        QVERIFY(!railButton(QStringLiteral("Runs"))->isEnabled());
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Temper"));
    }

    void openedProjectShowsItsFirstPageAndIsRemembered()
    {
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        QVERIFY(m_window->hasProject());
        QVERIFY(m_window->pages().first()->isVisible());
        QVERIFY(railButton(QStringLiteral("Data"))->isChecked());
        QCOMPARE(m_window->windowTitle(), QStringLiteral("project — Temper"));
        QCOMPARE(m_preferences->recentProjects(), QStringList { projectText() });
    }

    void recentProjectOpensByAClick()
    {
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        m_window->closeProject();
        QVERIFY(startPage()->isVisible());
        auto* list = startPage()->findChild<RecentList*>();
        QTest::mouseClick(
            list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QVERIFY(m_window->hasProject());
    }

    void recentProjectOpensAndIsForgottenByKeyboard()
    {
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        m_window->closeProject();
        auto* list = startPage()->findChild<RecentList*>();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(m_window->hasProject());
        m_window->closeProject();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(m_preferences->recentProjects().isEmpty());
    }

    void folderThatIsNoProjectIsToldInPlace()
    {
        m_window->openProject(m_folder->path());
        QVERIFY(!m_window->hasProject());
        auto* notice = m_window->centralWidget()->findChild<Notice*>();
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(QStringLiteral("not a Temper project")));
    }

    void newProjectIsMadeAndOpened()
    {
        m_window->createProject(projectText());
        QVERIFY(m_window->hasProject());
        QVERIFY(Project::isProject(projectFolder()));
    }

    void newProjectThatIsCancelledLeavesTheOpenOneAsItWas()
    {
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        m_window->workbench().show(PageId::Runs);
        Q_EMIT menus()->newProjectAsked();
        QVERIFY(startPage()->isVisible());
        for (QPushButton* button : startPage()->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Cancel"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(m_window->hasProject());
        QVERIFY(railButton(QStringLiteral("Runs"))->isChecked());
        QVERIFY(!startPage()->isVisible());
    }

    void returnPressesTheButtonThatHasTheFocus()
    {
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        QToolButton* runs = railButton(QStringLiteral("Runs"));
        runs->setFocus();
        QTest::keyClick(runs, Qt::Key_Return);
        QVERIFY(runs->isChecked());
    }

    void workbenchLeadsToAPageOnlyInAProject()
    {
        m_window->workbench().show(PageId::Runs);
        QVERIFY(startPage()->isVisible());
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        m_window->workbench().show(PageId::Runs);
        QVERIFY(railButton(QStringLiteral("Runs"))->isChecked());
    }

    void engineThatCannotBeStartedIsToldInPlace()
    {
        qputenv("TEMPER_ENGINE", "/nowhere/temper-engine");
        m_window->workbench().engine().call(QStringLiteral("engine.version"));
        auto* notice = m_window->centralWidget()->findChild<Notice*>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(QStringLiteral("/nowhere/temper-engine")));
        qputenv("TEMPER_ENGINE", TEMPER_ENGINE);
        m_window->workbench().engine().call(QStringLiteral("engine.version"));
        QTRY_VERIFY_WITH_TIMEOUT(!notice->isVisible(), 60000); // it works again
        qunsetenv("TEMPER_ENGINE");
    }

    void languageSwitchesAtOnce()
    {
        Q_EMIT menus()->languageAsked(LanguageChoice::Chinese);
        QTRY_VERIFY(railButton(QStringLiteral("运行")));
        QCOMPARE(m_preferences->language(), LanguageChoice::Chinese);
        QCOMPARE(QApplication::font().pixelSize(), 14);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));
        Q_EMIT menus()->languageAsked(LanguageChoice::English);
        QTRY_VERIFY(railButton(QStringLiteral("Runs")));
    }

    void themeSwitchesByTheRailsButtonAndIsRemembered()
    {
        QTest::mouseClick(railButton(QStringLiteral("Theme")), Qt::LeftButton);
        QCOMPARE(m_theme->scheme(), Scheme::Dark);
        QCOMPARE(m_preferences->theme(), ThemeChoice::Dark);
        QTest::mouseClick(railButton(QStringLiteral("Theme")), Qt::LeftButton);
        QCOMPARE(m_theme->scheme(), Scheme::Light);
    }

    void workOfAPageIsSeenAndStoppedFromEveryPage()
    {
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        WorkTeller* work = m_window->pages().last()->findChild<WorkTeller*>();
        auto* strip = m_window->findChild<WorkStrip*>();
        QVERIFY(work && !strip->isVisible());
        work->tell(QStringLiteral("Merging"), QStringLiteral("writing"), 0.5);
        QVERIFY(strip->isVisible());
        const QSignalSpy stopped(work, &WorkTeller::stopAsked);
        QTest::mouseClick(strip->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(stopped.size(), 1);
        QTest::mouseClick(strip->findChildren<QPushButton*>().first(), Qt::LeftButton);
        QVERIFY(m_window->pages().last()->isVisible());
        work->end();
        QVERIFY(!strip->isVisible());
    }

    void packedProjectIsUnpackedAndOpened()
    {
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        Q_EMIT menus()->packProjectAsked();
        auto* dialog = m_window->findChild<PackDialog*>();
        const QString archive = m_folder->filePath(QStringLiteral("packed.zip"));
        dialog->findChild<QLineEdit*>()->setText(archive);
        QTRY_VERIFY(dialog->findChild<QCheckBox*>()->text().contains(QStringLiteral("none")));
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Pack"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("packed.zip")));
        m_window->closeProject();
        m_window->openPacked(archive, m_folder->filePath(QStringLiteral("elsewhere")));
        QTRY_VERIFY(m_window->hasProject());
        QVERIFY(m_preferences->recentProjects().first().endsWith(QStringLiteral("elsewhere/project")));
    }

    void pagesThatAreHiddenTakeTheThemeWhenTheyAreShown()
    {
        makeSampleProject(projectFolder());
        m_window->openProject(projectText());
        QWidget* hidden = m_window->pages().last();
        m_theme->setChoice(ThemeChoice::Dark);
        const QString before = hidden->styleSheet();
        QVERIFY(before != m_window->pages().first()->styleSheet());
        m_window->showPage(static_cast<int>(m_window->pages().size()) - 1);
        QCOMPARE(hidden->styleSheet(), m_window->pages().first()->styleSheet());
    }

    void everyMenuEntryHasATextAndTheMainOnesAShortcut()
    {
        int shortcuts = 0;
        for (const QMenu* menu : menus()->findChildren<QMenu*>()) {
            for (const QAction* action : menu->actions()) {
                QVERIFY(action->isSeparator() || !action->text().isEmpty());
                shortcuts += !action->shortcut().isEmpty();
            }
        }
        QVERIFY(shortcuts >= 5);
    }

private:
    std::filesystem::path projectFolder() const { return projectText().toStdString(); }
    QString projectText() const { return m_folder->filePath(QStringLiteral("project")); }
    MenuBar* menus() const { return static_cast<MenuBar*>(m_window->menuBar()); }
    StartPage* startPage() const { return m_window->findChild<StartPage*>(); }

    QToolButton* railButton(const QString& text) const
    {
        for (QToolButton* button : m_window->findChildren<QToolButton*>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<InterfaceLanguage> m_language;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
