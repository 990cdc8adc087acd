// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_project.h"
#include "ui/shell/command_list.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/engine_light.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"
#include "ui/shell/workbench.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace temper;

class CommandPaletteTest : public QObject {
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
        m_window = std::make_unique<MainWindow>(*m_theme, *m_language, *m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
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

    void ctrlKOpensItAndEscapeGivesTheFocusBack()
    {
        openProject();
        QWidget* before = QApplication::focusWidget();
        openPalette();
        QCOMPARE(QApplication::focusWidget(), field());
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!palette()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void ctrlKAgainClosesIt()
    {
        openPalette();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!palette()->isVisible());
    }

    void everyPageIsReachedByItsNameAndTellsItsShortcut()
    {
        openProject();
        for (int i = 0; i < m_window->pages().size(); ++i) {
            const QString title = m_window->pages()[i]->title();
            openPalette();
            QTest::keyClicks(field(), title);
            const int row = rowOf(title, QStringLiteral("View"));
            QVERIFY2(row >= 0, qPrintable(title));
            QCOMPARE(
                list()->command(row).shortcut, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
            press(row);
            QVERIFY(m_window->pages()[i]->isVisible());
        }
    }

    void runIsReachedByALetterOfEachWord()
    {
        openProject();
        auto* runs = page(PageId::Runs);
        QTRY_VERIFY(!runs->places().isEmpty());
        openPalette();
        QTest::keyClicks(field(), QStringLiteral("pers long"));
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(runs->isVisible());
        QTRY_VERIFY(shows(*runs, QStringLiteral("Persona, long · LoRA r16")));
    }

    void settingIsReachedByItsName()
    {
        openProject();
        openPalette();
        QTest::keyClicks(field(), QStringLiteral("weight decay"));
        press(rowOf(QStringLiteral("Weight decay"), QStringLiteral("Settings")));
        QVERIFY(page(PageId::Train)->isVisible());
    }

    void buttonOfAnotherPageIsPressedThere()
    {
        openProject();
        auto* runs = page(PageId::Runs);
        QTRY_VERIFY(!runs->places().isEmpty());
        QTRY_VERIFY(button(*runs, QStringLiteral("Log y"))->isVisibleTo(runs)); // the curves have been read
        openPalette();
        press(rowOf(QStringLiteral("Log y"), QStringLiteral("Runs")));
        QVERIFY(runs->isVisible());
        QVERIFY(button(*runs, QStringLiteral("Log y"))->isChecked());
    }

    void withoutAProjectOnlyWhatCanBeDoneIsOffered()
    {
        openPalette();
        QVERIFY(rowOf(QStringLiteral("New project…"), QStringLiteral("File")) >= 0);
        QCOMPARE(rowOf(QStringLiteral("Close project"), QStringLiteral("File")), -1);
        QCOMPARE(rowOf(QStringLiteral("Runs"), QStringLiteral("View")), -1);
    }

    void whatFitsNothingSaysSo()
    {
        openPalette();
        QTest::keyClicks(field(), QStringLiteral("qqqq"));
        QVERIFY(shows(*palette(), QStringLiteral("Nothing is called so.")));
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(palette()->isVisible());
    }

    void arrowsGoRoundTheList()
    {
        openPalette();
        auto* view = palette()->findChild<QListView*>();
        QTest::keyClick(field(), Qt::Key_Up);
        QCOMPARE(view->currentIndex().row(), list()->rowCount() - 1);
        QTest::keyClick(field(), Qt::Key_Down);
        QCOMPARE(view->currentIndex().row(), 0);
    }

    void chineseCommandsHaveNoMnemonics()
    {
        m_window->setLanguage(LanguageChoice::Chinese);
        QTRY_VERIFY(m_window->menuBar()->actions().first()->text().startsWith(QStringLiteral("文件")));
        openPalette();
        QVERIFY(rowOf(QStringLiteral("新建项目…"), QStringLiteral("文件")) >= 0);
    }

    void statusStripTellsHowTheEngineStands()
    {
        const auto* light = m_window->findChild<EngineLight*>();
        QCOMPARE(light->words(), QStringLiteral("Engine at rest"));
        qputenv("TEMPER_ENGINE", "/nowhere/temper-engine");
        m_window->workbench().engine().call(QStringLiteral("engine.version"));
        QTRY_VERIFY(shows(*light, QStringLiteral("Engine stopped")));
        qunsetenv("TEMPER_ENGINE");
    }

private:
    void openProject()
    {
        const QString folder = m_folder->filePath(QStringLiteral("project"));
        makeSampleProject(folder.toStdString());
        m_window->openProject(folder);
        QVERIFY(m_window->hasProject());
    }

    void openPalette()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette()->isVisible());
    }

    void press(int row)
    {
        QVERIFY(row >= 0);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(!palette()->isVisible());
    }

    int rowOf(const QString& title, const QString& group) const
    {
        for (int row = 0; row < list()->rowCount(); ++row) {
            if (list()->command(row).title == title && list()->command(row).group == group)
                return row;
        }
        return -1;
    }

    Page* page(PageId id) const
    {
        for (Page* each : m_window->pages()) {
            if (each->id() == id)
                return each;
        }
        return nullptr;
    }

    static QAbstractButton* button(const QWidget& place, const QString& text)
    {
        for (QAbstractButton* each : place.findChildren<QAbstractButton*>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    static bool shows(const QWidget& place, const QString& text)
    {
        for (const QLabel* label : place.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    CommandPalette* palette() const { return m_window->findChild<CommandPalette*>(); }
    QLineEdit* field() const { return palette()->findChild<QLineEdit*>(); }
    CommandList* list() const { return palette()->findChild<CommandList*>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<InterfaceLanguage> m_language;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(CommandPaletteTest)
#include "command_palette_test.moc"
