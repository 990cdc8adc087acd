// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset.h"
#include "core/common/data/dataset_editor.h"
#include "core/common/data/import.h"
#include "core/common/file/archive.h"
#include "core/common/project/model_library.h"
#include "core/common/project/packed_project.h"
#include "core/common/recipe/recipe.h"
#include "tests/common/sentence_of.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string contentOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

QString tree(const fs::path& folder)
{
    QStringList files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files << QString::fromStdString(entry.path().lexically_relative(folder).string());
    }
    files.sort();
    return files.join(' ');
}

} // namespace

class PackedProjectTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = fs::path(m_folder->path().toStdString());
        m_project = m_root / "my project";
        Project project = Project::create(m_project);
        write(m_root / "rows.jsonl", "{\"instruction\":\"Why?\",\"output\":\"Because.\"}\n");
        importFiles({ m_root / "rows.jsonl" }, m_project / "data/rows.sqlite", {});
        project.putDataset({ "rows", "data/rows.sqlite", 1, 0 });
        write(m_project / "runs/first/recipe.yaml", "stage: sft\n");
        write(m_project / "runs/first/lock", "");
        write(m_project / "runs/first/events.jsonl", "{\"t\":1,\"event\":\"phase\",\"phase\":\"done\"}\n");
        write(m_project / "runs/first/checkpoints/step-000001/DONE", "");
        write(m_project / "runs/first/checkpoints/step-000001/state.safetensors", std::string(5000, 'x'));
        write(m_project / "exports/merged/config.json", "{}");
        write(m_project / "cache/gone", "0");
    }

    void comesBackAsItWas()
    {
        packProject(m_project, m_root / "packed.zip", {});
        const fs::path back = unpackProject(m_root / "packed.zip", m_root / "elsewhere");
        QCOMPARE(back, m_root / "elsewhere/my-project");
        QCOMPARE(
            tree(back), "data/rows.sqlite project.sqlite runs/first/events.jsonl runs/first/recipe.yaml");
        QVERIFY(fs::is_directory(back / "exports") && fs::is_directory(back / "labels"));
        const Project project = Project::open(back);
        QCOMPARE(project.datasets().size(), 1u);
        QCOMPARE(Dataset(back / "data/rows.sqlite").rowCount(), 1u);
        QCOMPARE(contentOf(back / "runs/first/recipe.yaml"), "stage: sft\n");
        QVERIFY(!fs::exists((m_root / "packed.zip").string() + ".parts"));
    }

    void takesWhatIsChosen()
    {
        packProject(m_project, m_root / "packed.zip",
            { .models = false, .checkpoints = true, .originals = true, .exports = true });
        const fs::path back = unpackProject(m_root / "packed.zip", m_root / "elsewhere");
        QCOMPARE(tree(back),
            "data/rows.sqlite exports/merged/config.json originals/rows/rows.jsonl project.sqlite "
            "runs/first/checkpoints/step-000001/DONE runs/first/checkpoints/step-000001/state.safetensors "
            "runs/first/events.jsonl runs/first/recipe.yaml");
    }

    void toldSizesAreThoseOfTheParts()
    {
        const PackSizes sizes = packSizes(m_project);
        QCOMPARE(sizes.checkpoints, 5000u);
        QCOMPARE(sizes.exports, 2u);
        QCOMPARE(sizes.originals, fs::file_size(m_root / "rows.jsonl"));
        QCOMPARE(sizes.models, 0u);
        QVERIFY(sizes.always > 4096);
    }

    void anOpenProjectIsTakenWithItsLastEdit()
    {
        DatasetEditor editor(m_project / "data/rows.sqlite");
        const Project open = Project::open(m_project);
        editor.setAside(std::array<std::uint64_t, 1> { 0 });
        packProject(m_project, m_root / "packed.zip", {});
        const fs::path back = unpackProject(m_root / "packed.zip", m_root / "elsewhere");
        QCOMPARE(Dataset(back / "data/rows.sqlite").counts().setAside, 1u);
    }

    void anotherOneOfItsNameStays()
    {
        packProject(m_project, m_root / "packed.zip", {});
        QCOMPARE(unpackProject(m_root / "packed.zip", m_root), m_root / "my-project");
        QCOMPARE(unpackProject(m_root / "packed.zip", m_root), m_root / "my-project-2");
    }

    void halfAnArchiveIsRefusedAndLeavesNothing()
    {
        packProject(m_project, m_root / "packed.zip", {});
        fs::resize_file(m_root / "packed.zip", fs::file_size(m_root / "packed.zip") / 2);
        fs::create_directory(m_root / "elsewhere");
        QCOMPARE(sentenceOf([&] { unpackProject(m_root / "packed.zip", m_root / "elsewhere"); }),
            "this is no whole .zip archive.");
        QVERIFY(fs::is_empty(m_root / "elsewhere"));
    }

    void aChangedByteIsNoticed()
    {
        packProject(m_project, m_root / "packed.zip", { .checkpoints = true });
        std::string bytes = contentOf(m_root / "packed.zip");
        bytes[bytes.find(std::string(100, 'x')) + 50] = 'y';
        write(m_root / "packed.zip", bytes);
        fs::create_directory(m_root / "elsewhere");
        QVERIFY(sentenceOf([&] {
            unpackProject(m_root / "packed.zip", m_root / "elsewhere");
        }).startsWith("this archive is damaged at "));
        QVERIFY(fs::is_empty(m_root / "elsewhere"));
    }

    void aNameThatLeadsOutIsRefused()
    {
        writeArchive(m_root / "bad.zip",
            { { "p/project.sqlite", m_root / "rows.jsonl", 3 },
                { "p/../../out", m_root / "rows.jsonl", 3 } });
        QVERIFY(sentenceOf([&] {
            unpackProject(m_root / "bad.zip", m_root / "elsewhere");
        }).contains("leads elsewhere"));
        QVERIFY(!fs::exists(m_root / "out"));
    }

    void anotherArchiveIsNoProject()
    {
        writeArchive(m_root / "other.zip", { { "notes/a.txt", m_root / "rows.jsonl", 3 } });
        QCOMPARE(sentenceOf([&] { unpackProject(m_root / "other.zip", m_root / "elsewhere"); }),
            "this archive holds no Temper project.");
    }

    void stoppedItLeavesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(sentenceOf([&] { packProject(m_project, m_root / "packed.zip", {}, {}, stop.get_token()); }),
            "stopped on request.");
        QVERIFY(!fs::exists(m_root / "packed.zip"));
        QVERIFY(!fs::exists((m_root / "packed.zip").string() + ".parts"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    fs::path m_project;
};

QTEST_GUILESS_MAIN(PackedProjectTest)
#include "packed_project_test.moc"
