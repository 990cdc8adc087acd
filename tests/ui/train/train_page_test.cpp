// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/project/model_library.h"
#include "core/common/project/project.h"
#include "tests/ui/tiny_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/train/estimate_panel.h"
#include "ui/train/kept_draft.h"
#include "ui/train/key_editor.h"
#include "ui/train/key_row.h"
#include "ui/train/preset_button.h"
#include "ui/train/recipe_form.h"
#include "ui/train/train_page.h"
#include "ui/widgets/notice.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

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

} // namespace

class TrainPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        qputenv("TEMPER_ENGINE", TEMPER_ENGINE);
        loadResources();
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workbench = std::make_unique<Workbench>();
        makeTinyProject(m_folder->path());
        m_page = std::make_unique<TrainPage>(*m_theme);
        m_page->setWorkbench(*m_workbench);
        m_page->resize(1300, 800);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->setProject({ project(), QStringLiteral("project") });
        QTRY_COMPARE(text("lora_rank"), QStringLiteral("16")); // the shipped LoRA preset
    }

    void cleanup()
    {
        m_page.reset();
        m_workbench.reset();
        m_folder.reset();
    }

    void everyKeyOfTheTableHasAnEditorWithAName()
    {
        for (const RecipeKey& key : recipeKeys()) {
            const KeyRow* row = form()->row(key.name);
            QVERIFY2(row, std::string(key.name).c_str());
            QVERIFY(!row->editor()->focusProxy()->accessibleName().isEmpty());
            QVERIFY(row->editor()->focusProxy()->focusPolicy() & Qt::TabFocus);
        }
    }

    void simpleViewFoldsTheRestByGroup()
    {
        QVERIFY(form()->row("learning_rate")->isVisible());
        QVERIFY(!form()->row("adam_beta1")->isVisible());
        QTest::mouseClick(button(QStringLiteral("All settings")), Qt::LeftButton);
        QVERIFY(form()->row("adam_beta1")->isVisible());
        QVERIFY(!form()->row("freeze_trainable_layers")->isVisible()); // of another method
    }

    void typedValueIsWrittenToTheFileAndReadBack()
    {
        type("learning_rate", "3e-4");
        const QString file = m_folder->filePath(QStringLiteral("saved.yaml"));
        m_page->saveRecipe(file);
        type("learning_rate", "1e-5");
        m_page->openRecipe(file);
        QCOMPARE(text("learning_rate"), QStringLiteral("3e-4"));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("\nlearning_rate: 3e-4\n"));
    }

    void valueOutOfRangeIsToldUnderItsField()
    {
        type("learning_rate", "3");
        QTRY_VERIFY(shows(*form()->row("learning_rate"), QStringLiteral("3 is above 1; did you mean 3e-4?")));
        QVERIFY(!start()->isEnabled());
        type("learning_rate", "3e-4");
        QTRY_VERIFY(!shows(*form()->row("learning_rate"), QStringLiteral("above")));
    }

    void changedValueIsResetByItsButton()
    {
        type("seed", "7");
        KeyRow* row = form()->row("seed");
        QTRY_VERIFY(row->state().changed);
        auto* reset = row->findChild<QToolButton*>();
        for (QToolButton* found : row->findChildren<QToolButton*>())
            reset = found->accessibleName().startsWith(QStringLiteral("Reset")) ? found : reset;
        QTRY_VERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(text("seed"), QStringLiteral("42"));
        QVERIFY(!row->state().changed);
    }

    void clearedFieldHasItsDefaultAgain()
    {
        type("seed", "7");
        QLineEdit* field = line("seed");
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QCOMPARE(field->text(), QString());
        QTest::keyClick(field, Qt::Key_Return);
        field->clearFocus();
        QTRY_COMPARE(text("seed"), QStringLiteral("42"));
    }

    void undoGoesBackOverTheWholeForm()
    {
        type("lora_rank", "64");
        type("learning_rate", "1e-3");
        QTest::keySequence(line("learning_rate"), QKeySequence::Undo);
        QCOMPARE(text("learning_rate"), QStringLiteral("2e-4"));
        QCOMPARE(text("lora_rank"), QStringLiteral("64"));
        QTest::keySequence(line("learning_rate"), QKeySequence::Undo);
        QCOMPARE(text("lora_rank"), QStringLiteral("16"));
        QTest::keySequence(line("learning_rate"), QKeySequence::Redo);
        QCOMPARE(text("lora_rank"), QStringLiteral("64"));
    }

    void methodBringsItsPresetAndUndoTakesItBack()
    {
        type("seed", "7");
        QTest::mouseClick(method(QStringLiteral("Full")), Qt::LeftButton);
        QCOMPARE(text("learning_rate"), QStringLiteral("2e-5"));
        QVERIFY(!form()->row("lora_rank")->isVisible());
        QVERIFY(method(QStringLiteral("Full"))->isChecked());
        QTest::keySequence(m_page.get(), QKeySequence::Undo);
        QCOMPARE(text("learning_rate"), QStringLiteral("2e-4"));
        QVERIFY(method(QStringLiteral("LoRA"))->isChecked());
    }

    void missingModelIsAnOpenPointThatLeadsToItsField()
    {
        QTRY_VERIFY(shows(*panel(), QStringLiteral("No model is chosen")));
        QPushButton* jump = nullptr;
        for (QPushButton* found : panel()->findChildren<QPushButton*>()) {
            if (found->accessibleName().contains(QStringLiteral("model_name_or_path")))
                jump = found;
        }
        QVERIFY(jump);
        QTest::mouseClick(jump, Qt::LeftButton);
        QTRY_VERIFY(line("model_name_or_path")->hasFocus());
    }

    void unknownKeyOfAnOpenedFileIsShownAndCanBeUsed()
    {
        const QString file = m_folder->filePath(QStringLiteral("other.yaml"));
        write(file, "# mine\nlr: 7e-4\nreport_to: none\nlora_rank: 4\n");
        drop(file);
        QTRY_COMPARE(text("lora_rank"), QStringLiteral("4"));
        QTRY_VERIFY(shows(*form(), QStringLiteral("lr: 7e-4")));
        QTest::mouseClick(button(QStringLiteral("Use as learning_rate")), Qt::LeftButton);
        QCOMPARE(text("learning_rate"), QStringLiteral("7e-4"));
        m_page->saveRecipe(file);
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray bytes = saved.readAll();
        QVERIFY2(bytes.startsWith("# mine\nreport_to: none\nlora_rank: 4\n"), bytes.constData());
        QVERIFY(bytes.contains("learning_rate: 7e-4"));
    }

    void fileThatIsNoRecipeIsToldAndTheFormStays()
    {
        const QString file = m_folder->filePath(QStringLiteral("list.yaml"));
        write(file, "- a\n- b\n");
        type("lora_rank", "64");
        m_page->openRecipe(file);
        QVERIFY(m_page->findChild<Notice*>()->isVisible());
        QCOMPARE(text("lora_rank"), QStringLiteral("64"));
    }

    void choicesAndSwitchesAreChangedByKeyboard()
    {
        QTest::mouseClick(button(QStringLiteral("All settings")), Qt::LeftButton);
        auto* box = form()->row("lr_scheduler_type")->findChild<QComboBox*>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(draft("lr_scheduler_type"), std::string("constant"));
        auto* packing = form()->row("packing")->findChild<QCheckBox*>();
        packing->setFocus();
        QTest::keyClick(packing, Qt::Key_Space);
        QCOMPARE(draft("packing"), std::string("true"));
    }

    void searchShowsWhatMatchesBehindTheFold()
    {
        auto* search = m_page->findChild<QLineEdit*>(QStringLiteral("search"));
        QTest::keyClicks(search, QStringLiteral("adam_beta"));
        QVERIFY(form()->row("adam_beta1")->isVisible());
        QVERIFY(!form()->row("learning_rate")->isVisible());
    }

    void projectsSetsAreOfferedAndTheWorkIsSentHere()
    {
        m_page->receive({ { "dataset", "rows.jsonl" }, { "model", "model" },
            { "settings",
                { { { "key", "num_train_epochs" }, { "value", "5" },
                    { "reason", "the set has few rows" } } } } });
        QCOMPARE(draft("dataset"), std::string("rows.jsonl"));
        QTRY_VERIFY(shows(*form()->row("num_train_epochs"), QStringLiteral("the set has few rows")));
        type("num_train_epochs", "4");
        QVERIFY(!shows(*form()->row("num_train_epochs"), QStringLiteral("the set has few rows")));
    }

    void firstModelOfTheProjectIsTakenAndAClearedFieldStaysClear()
    {
        QVERIFY(draft("model_name_or_path").empty());
        m_page->hide();
        {
            Project opened = Project::open(project());
            addModel(opened, project() / "model");
        }
        m_page->show();
        QTRY_VERIFY(text("model_name_or_path").endsWith(QStringLiteral("/model")));
        type("model_name_or_path", " ");
        m_page->hide();
        m_page->show();
        QTRY_VERIFY(m_page->isVisible());
        QTest::qWait(300);
        QCOMPARE(QString::fromStdString(draft("model_name_or_path")).trimmed(), QString());
    }

    void recipeThatTheProjectBringsIsTheFirstDraft()
    {
        m_page->closeProject();
        QTemporaryDir folder;
        makeTinyProject(folder.path());
        const QString other = folder.filePath(QStringLiteral("project"));
        write(other + QStringLiteral("/recipe.yaml"), "dataset: rows.jsonl\nlora_rank: 4\nmax_steps: 7\n");
        m_page->setProject({ other.toStdString(), QStringLiteral("project") });
        QTRY_COMPARE(text("lora_rank"), QStringLiteral("4"));
        QCOMPARE(draft("max_steps"), std::string("7"));
    }

    void whatWasTypedIsThereAgainAfterReopening()
    {
        type("lora_rank", "64");
        m_page->closeProject();
        m_page = std::make_unique<TrainPage>(*m_theme);
        m_page->setProject({ project(), QStringLiteral("project") });
        QTRY_COMPARE(text("lora_rank"), QStringLiteral("64"));
    }

    void listAsksForSeveralRunsAndSaysSo()
    {
        useTinyModel();
        type("learning_rate", "1e-4, 2e-4");
        QTRY_COMPARE(start()->text(), QStringLiteral("Start 2 runs"));
    }

    void startedRunReallyTrainsAndThePageJumpsToIt()
    {
        useTinyModel();
        type("learning_rate", "1e-3, 2e-3");
        QTRY_VERIFY(start()->text().contains(QLatin1Char('2')) && start()->isEnabled());
        QSignalSpy asked(m_workbench.get(), &Workbench::pageAsked);
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 60000);
        QCOMPARE(asked.first().first().value<PageId>(), PageId::Runs);
        const Project opened = Project::open(project());
        QTRY_COMPARE(opened.runs().size(), std::size_t { 2 });
        const std::vector<RunSummary> runs = opened.runs();
        for (const RunSummary& summary : runs) {
            QTRY_COMPARE_WITH_TIMEOUT(summary.run.state(), RunState::Done, 120000);
            QVERIFY(summary.info.name.find("learning_rate") != std::string::npos);
        }
        QTRY_VERIFY(opened.queue().empty());
    }

private:
    std::filesystem::path project() const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / "project";
    }
    RecipeForm* form() const { return m_page->findChild<RecipeForm*>(); }
    EstimatePanel* panel() const { return m_page->findChild<EstimatePanel*>(); }
    QPushButton* start() const { return m_page->findChild<QPushButton*>(QStringLiteral("start")); }
    QLineEdit* line(const char* key) const { return form()->row(key)->findChild<QLineEdit*>(); }
    QString text(const char* key) const { return line(key)->text(); }
    std::string draft(const char* key) const { return draftText(m_page->draft(), *findRecipeKey(key)); }

    QPushButton* button(const QString& words) const
    {
        for (QPushButton* found : m_page->findChildren<QPushButton*>()) {
            if (found->text() == words)
                return found;
        }
        return nullptr;
    }

    PresetButton* method(const QString& name) const
    {
        for (PresetButton* found : m_page->findChildren<PresetButton*>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }

    // As a person would, also for keys behind the fold.
    void type(const char* key, const char* words)
    {
        form()->jumpTo(key);
        QLineEdit* field = line(key);
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(words));
        QTest::keyClick(field, Qt::Key_Return);
    }

    void useTinyModel()
    {
        type("model_name_or_path", (project() / "model").string().c_str());
        form()->jumpTo("dataset");
        QTest::keyClicks(form()->row("dataset")->findChild<QPlainTextEdit*>(),
            QString::fromStdString((project() / "rows.jsonl").string()));
        type("max_steps", "3");
        type("threads", "1");
        type("val_size", "0");
        type("early_stopping_patience", "0");
        form()->jumpTo("load_best_model_at_end");
        QTest::keyClick(form()->row("load_best_model_at_end")->findChild<QCheckBox*>(), Qt::Key_Space);
    }

    static void write(const QString& file, const QByteArray& bytes)
    {
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(bytes);
    }

    void drop(const QString& file) const
    {
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(file) });
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page.get(), &enter);
        QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page.get(), &event);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<TrainPage> m_page;
};

QTEST_MAIN(TrainPageTest)
#include "train_page_test.moc"
