// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/project/model_library.h"
#include "core/common/project/project.h"
#include "core/common/recipe/recipe_reader.h"
#include "ui/shell/theme/theme.h"
#include "ui/start/example_gallery.h"
#include "ui/start/new_project_panel.h"
#include "ui/start/start_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <memory>

using namespace temper;
namespace fs = std::filesystem;

namespace {
constexpr int kPatience = 30000; // milliseconds
}

class StartPageTest : public QObject {
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
        for (const char* variable : { "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME" })
            qputenv(variable, m_folder->filePath(QStringLiteral("home")).toUtf8());
        m_page = std::make_unique<StartPage>(*m_theme);
        m_page->gallery().setPlaces(path(QStringLiteral("projects")), {});
        m_page->newProjectPanel().setParentFolder(path(QStringLiteral("projects")));
        m_page->resize(1300, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        connect(
            m_page.get(), &StartPage::projectMade, this, [this](const QString& folder, const Json& forTrain) {
                m_made = folder;
                m_forTrain = forTrain;
            });
        m_made.clear();
    }

    void cleanup()
    {
        m_page.reset();
        m_folder.reset();
    }

    void galleryShowsWhatEachExampleTeaches()
    {
        QVERIFY(shows(QStringLiteral("Answer cards")));
        QVERIFY(shows(QStringLiteral("Everyday requests")));
        QVERIFY(shows(QStringLiteral("an answer in three labelled lines")));
        QVERIFY(button(QStringLiteral("Make the demo project"))->isVisible());
    }

    void demoProjectAsksForItsModelWhereItIsNotFound()
    {
        QTest::mouseClick(button(QStringLiteral("Make the demo project")), Qt::LeftButton);
        QTRY_VERIFY(shows(QStringLiteral("SmolLM2-135M-Instruct was not found on this machine")));
        QTest::mouseClick(button(QStringLiteral("Make without it")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_made.isEmpty(), kPatience);
        const Project project = Project::open(m_made.toStdString());
        QCOMPARE(project.dataset("cards")->rows, 337U);
        const std::string recipe = m_forTrain.value("recipe", "");
        QCOMPARE(readRecipeFile(recipe).recipe.dataset, std::vector<std::string> { "cards" });
    }

    void secondDemoProjectGetsAFolderOfItsOwn()
    {
        fs::create_directories(path(QStringLiteral("projects/cards")).toStdString());
        QTest::mouseClick(button(QStringLiteral("Make the demo project")), Qt::LeftButton);
        QTRY_VERIFY(button(QStringLiteral("Make without it"))->isVisible());
        QTest::mouseClick(button(QStringLiteral("Make without it")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_made.endsWith(QStringLiteral("cards-2")), kPatience);
    }

    void newProjectNeedsOnlyAName()
    {
        QTest::mouseClick(button(QStringLiteral("New project…")), Qt::LeftButton);
        QLineEdit* name = fields().first();
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, QStringLiteral("Mine"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_made, path(QStringLiteral("projects/Mine")), kPatience);
        QVERIFY(Project::open(m_made.toStdString()).datasets().empty());
    }

    void chosenDataBringsProposedSettingsWithReasons()
    {
        QTest::mouseClick(button(QStringLiteral("New project…")), Qt::LeftButton);
        m_page->newProjectPanel().setData(path(writeRows()));
        QVERIFY(!button(QStringLiteral("Create project"))->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("100 rows, LoRA")), kPatience);
        QTRY_VERIFY(shows(QStringLiteral("10 of 100 rows are held out")));
        QTest::mouseClick(button(QStringLiteral("Create project")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_made.isEmpty(), kPatience);
        QCOMPARE(Project::open(m_made.toStdString()).dataset("rows")->rows, 100U);
        QCOMPARE(m_forTrain["settings"].size(), 6U);
        QCOMPARE(readRecipeFile(m_forTrain["recipe"].get<std::string>()).recipe.valSize, 10.0);
    }

    void dataThatCannotBeReadIsToldInPlace()
    {
        QTest::mouseClick(button(QStringLiteral("New project…")), Qt::LeftButton);
        std::ofstream(path(QStringLiteral("empty.jsonl")).toStdString()).close();
        m_page->newProjectPanel().setData(path(QStringLiteral("empty.jsonl")));
        const Notice* notice = m_page->newProjectPanel().findChild<Notice*>();
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kPatience);
        QVERIFY(notice->text().contains(QStringLiteral("empty.jsonl")));
        QVERIFY(!button(QStringLiteral("Create project"))->isEnabled());
    }

    void folderThatIsAProjectAlreadyIsRefused()
    {
        Project::create(path(QStringLiteral("projects/Mine")).toStdString());
        QTest::mouseClick(button(QStringLiteral("New project…")), Qt::LeftButton);
        QTest::keyClicks(fields().first(), QStringLiteral("Mine"));
        QTest::mouseClick(button(QStringLiteral("Create project")), Qt::LeftButton);
        const Notice* notice = m_page->newProjectPanel().findChild<Notice*>();
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kPatience);
        QVERIFY(notice->text().contains(QStringLiteral("there is a project in this folder already")));
    }

    void escapeCancelsThePanel()
    {
        QTest::mouseClick(button(QStringLiteral("New project…")), Qt::LeftButton);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(button(QStringLiteral("New project…"))->isVisible());
    }

    void cancelledPanelLeadsBack()
    {
        QTest::mouseClick(button(QStringLiteral("New project…")), Qt::LeftButton);
        QVERIFY(!button(QStringLiteral("Make the demo project"))->isVisible());
        QTest::mouseClick(button(QStringLiteral("Cancel")), Qt::LeftButton);
        QVERIFY(button(QStringLiteral("Make the demo project"))->isVisible());
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QList<QLineEdit*> fields() const { return m_page->newProjectPanel().findChildren<QLineEdit*>(); }

    QString writeRows() const
    {
        std::ofstream out(path(QStringLiteral("rows.jsonl")).toStdString());
        for (int i = 0; i < 100; ++i)
            out << "{\"prompt\": \"What is " << i << "?\", \"completion\": \"A number.\"}\n";
        return QStringLiteral("rows.jsonl");
    }

    QPushButton* button(const QString& text) const
    {
        QPushButton* hidden = nullptr;
        for (QPushButton* found : m_page->findChildren<QPushButton*>()) {
            if (found->text() == text && found->isVisible())
                return found;
            if (found->text() == text)
                hidden = found;
        }
        return hidden;
    }

    bool shows(const QString& text) const
    {
        for (const QLabel* label : m_page->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StartPage> m_page;
    QString m_made;
    Json m_forTrain;
};

QTEST_MAIN(StartPageTest)
#include "start_page_test.moc"
