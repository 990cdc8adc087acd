// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/file/safetensors.h"
#include "tests/ui/model/model_server.h"
#include "ui/model/model_page.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
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

// A model whose files can be read, though no engine would run it.
void putModel(const fs::path& folder, float value)
{
    fs::create_directories(folder);
    std::ofstream(folder / "config.json") << R"({"model_type": "llama"})";
    const std::vector<float> values(500, value);
    writeSafetensors(folder / "model.safetensors",
        std::vector { TensorView {
            "x", DataType::F32, { 500 }, reinterpret_cast<const std::byte*>(values.data()), 2000 } });
}

} // namespace

class ModelPageTest : public QObject {
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
        m_root = m_folder->path().toStdString();
        for (const char* variable : { "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME" })
            qputenv(variable, QByteArray::fromStdString((m_root / "home").string()));
        Project::create(m_root / "project");
        m_page = std::make_unique<ModelPage>(*m_theme);
        m_page->resize(1200, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_workbench.reset();
        m_folder.reset();
    }

    void projectWithoutModelsSaysHowToGetOne()
    {
        open();
        QTRY_VERIFY(shows(QStringLiteral("No model yet")));
        QVERIFY(button(QStringLiteral("Get a model…"))->isEnabled());
    }

    void droppedFolderBecomesAModelOfTheProject()
    {
        putModel(m_root / "tiny", 1);
        open();
        drop(m_root / "tiny");
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_VERIFY(shows(QStringLiteral("tiny")));
        QCOMPARE(Project::open(m_root / "project").models().size(), 1U);
    }

    void droppedFolderThatIsNoModelIsToldInPlace()
    {
        fs::create_directories(m_root / "pictures");
        open();
        drop(m_root / "pictures");
        QTRY_VERIFY(m_page->findChild<Notice*>()->isVisible());
        QVERIFY(m_page->findChild<Notice*>()->text().contains(QStringLiteral("config.json")));
    }

    void goneModelAsksForItsPlace()
    {
        addToProject(1);
        fs::rename(m_root / "tiny", m_root / "elsewhere");
        open();
        QTRY_VERIFY(shows(QStringLiteral("None of the places where it was seen exists any more.")));
        QVERIFY(button(QStringLiteral("Locate…"))->isVisible());
        QVERIFY(!button(QStringLiteral("Train with this model"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Get it…")), Qt::LeftButton);
        QTRY_VERIFY(shows(QStringLiteral("From a server")));
        QCOMPARE(field(QStringLiteral("owner/name"))->text(), QStringLiteral("tiny"));
    }

    void modelIsTakenOffTheListAndItsFilesStay()
    {
        addToProject(1);
        open();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_VERIFY(button(QStringLiteral("Take off the list"))->isVisible());
        QTest::mouseClick(button(QStringLiteral("Take off the list")), Qt::LeftButton);
        QTRY_VERIFY(shows(QStringLiteral("No model yet")));
        QVERIFY(fs::exists(m_root / "tiny" / "model.safetensors"));
    }

    void engineTellsWhyItCannotUseAModel()
    {
        qputenv("TEMPER_ENGINE", TEMPER_ENGINE);
        m_workbench = std::make_unique<Workbench>();
        m_page->setWorkbench(*m_workbench);
        addToProject(1);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("vocab_size")), kPatience);
        QVERIFY(!button(QStringLiteral("Train with this model"))->isEnabled());
    }

    void modelsOfThisMachineAreFoundAndAdded()
    {
        const fs::path hub = m_root / "home" / "huggingface" / "hub" / "models--me--tiny";
        putModel(hub / "snapshots" / "1", 1);
        open();
        QTest::mouseClick(button(QStringLiteral("Get a model…")), Qt::LeftButton);
        QTRY_VERIFY(shows(QStringLiteral("1 found")));
        QTest::mouseClick(button(QStringLiteral("Add to the project")), Qt::LeftButton);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(list()->model()->index(0, 0).data().toString(), QStringLiteral("me/tiny"));
    }

    void modelIsFetchedFromAServerAndAdded()
    {
        putModel(m_root / "source", 3);
        ModelServer server;
        for (const char* name : { "config.json", "model.safetensors" }) {
            QFile file(QString::fromStdString((m_root / "source" / name).string()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            server.addFile(QString::fromLatin1(name), file.readAll());
        }
        open();
        QTest::mouseClick(button(QStringLiteral("Get a model…")), Qt::LeftButton);
        QVERIFY(!button(QStringLiteral("Look up"))->isEnabled());
        QVERIFY(server.asked.isEmpty());
        QTest::keyClicks(field(QStringLiteral("https://huggingface.co")), server.address());
        QTest::keyClicks(field(QStringLiteral("owner/name")), QStringLiteral("me/tiny"));
        QTest::mouseClick(button(QStringLiteral("Look up")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("apache-2.0")), kPatience);
        QPushButton* get = nullptr;
        for (QPushButton* found : m_page->findChildren<QPushButton*>()) {
            if (found->isVisible() && found->text().startsWith(QStringLiteral("Get 2")))
                get = found;
        }
        QVERIFY(get);
        QTest::mouseClick(get, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, kPatience);
        QVERIFY(fs::exists(m_root / "home" / "temper" / "models" / "me" / "tiny" / "model.safetensors"));
    }

    void serverThatRefusesIsToldInPlaceAndTheAddressIsKept()
    {
        ModelServer server;
        open();
        QTest::mouseClick(button(QStringLiteral("Get a model…")), Qt::LeftButton);
        QTest::keyClicks(field(QStringLiteral("https://huggingface.co")), server.address());
        QTest::keyClicks(field(QStringLiteral("owner/name")), QStringLiteral("me/other"));
        QTest::keyClick(field(QStringLiteral("owner/name")), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("the server does not have this")), kPatience);
        const ModelPage again(*m_theme);
        bool kept = false;
        for (const QLineEdit* found : again.findChildren<QLineEdit*>())
            kept = kept || found->text() == server.address();
        QVERIFY(kept);
    }

    void readOnlyProjectShowsItsModelsAndChangesNothing()
    {
        addToProject(1);
        m_page->setProject({ m_root / "project", QStringLiteral("project"), ProjectAccess::ReadOnly,
            QStringLiteral("Another window has it.") });
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        for (const char* text : { "Get a model…", "Add folder…", "Add GGUF…", "Take off the list" }) {
            QVERIFY(!button(QString::fromUtf8(text))->isEnabled());
            QCOMPARE(button(QString::fromUtf8(text))->toolTip(), QStringLiteral("Another window has it."));
        }
    }

    void trainIsAskedForWithThePlaceOfTheModel()
    {
        m_workbench = std::make_unique<Workbench>();
        m_page->setWorkbench(*m_workbench);
        addToProject(1);
        Json sent;
        connect(m_workbench.get(), &Workbench::pageAsked, this, [&](PageId page, const Json& what) {
            QCOMPARE(page, PageId::Train);
            sent = what;
        });
        open();
        QTRY_VERIFY(button(QStringLiteral("Train with this model"))->isVisible());
        button(QStringLiteral("Train with this model"))->setEnabled(true); // the engine has not answered yet
        QTest::mouseClick(button(QStringLiteral("Train with this model")), Qt::LeftButton);
        QCOMPARE(QString::fromStdString(sent.value("model", "")),
            QString::fromStdString((m_root / "tiny").string()));
    }

private:
    void open() { m_page->setProject({ m_root / "project", QStringLiteral("project") }); }
    void addToProject(float value)
    {
        putModel(m_root / "tiny", value);
        Project project = Project::open(m_root / "project");
        addModel(project, m_root / "tiny");
    }
    QListView* list() const { return m_page->findChildren<QListView*>().first(); }

    QPushButton* button(const QString& text) const
    {
        for (QPushButton* found : m_page->findChildren<QPushButton*>()) {
            if (found->text() == text)
                return found;
        }
        return nullptr;
    }

    QLineEdit* field(const QString& placeholder) const
    {
        for (QLineEdit* found : m_page->findChildren<QLineEdit*>()) {
            if (found->placeholderText() == placeholder)
                return found;
        }
        return nullptr;
    }

    bool shows(const QString& text) const
    {
        for (const QLabel* label : m_page->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    void drop(const fs::path& path)
    {
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(QString::fromStdString(path.string())) });
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page.get(), &event);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<ModelPage> m_page;
};

QTEST_MAIN(ModelPageTest)
#include "model_page_test.moc"
