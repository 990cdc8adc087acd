// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/export_log.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

class ExportLogTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void latestExportIsListedFirst()
    {
        addExport(project(), record("one"));
        ExportRecord second = record("two");
        second.form = ExportForm::Merged;
        second.numberType = "bfloat16";
        second.check = ExportCheck { 0.25, 40, 39 };
        addExport(project(), second);
        const std::vector<ExportRecord> records = listExports(project());
        QCOMPARE(records.size(), std::size_t { 2 });
        QVERIFY(records[0] == second);
        QVERIFY(records[1] == record("one"));
    }

    void movedProjectKeepsItsFolders()
    {
        addExport(project(), record("one"));
        const fs::path moved = project().parent_path() / "moved";
        fs::rename(project(), moved);
        QCOMPARE(listExports(moved).at(0).folder, moved / "exports" / "one");
    }

    void foreignLinesArePassedOver()
    {
        addExport(project(), record("one"));
        std::ofstream(project() / "exports" / "exports.jsonl", std::ios::app)
            << "{\"form\": 3}\n[]\nnot JSON";
        QCOMPARE(listExports(project()).size(), std::size_t { 1 });
    }

    void proposedFolderIsAlwaysNew()
    {
        const AnswerSource source { "My run", "/m", { "/a" }, "my-run", 40 };
        const fs::path first = newExportFolder(project(), source, ExportForm::Merged);
        QCOMPARE(first, project() / "exports" / "My-run-step-40-merged");
        fs::create_directories(first);
        QCOMPARE(newExportFolder(project(), source, ExportForm::Merged).filename().string(),
            std::string("My-run-step-40-merged-2"));
    }

    void folderBytesCountsEveryFileBelow()
    {
        fs::create_directories(project() / "in");
        std::ofstream(project() / "a") << "12345";
        std::ofstream(project() / "in" / "b") << "123";
        QCOMPARE(folderBytes(project()), std::uint64_t { 8 });
    }

private:
    fs::path project() const { return fs::path(m_folder->path().toStdString()) / "project"; }
    ExportRecord record(const std::string& name) const
    {
        ExportRecord made;
        made.source = { "Persona", "/models/base", { project() / "runs" / "p" / "adapter" }, "p", 0 };
        made.folder = project() / "exports" / name;
        made.bytes = 1234;
        made.created = 1.8e9;
        return made;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ExportLogTest)
#include "export_log_test.moc"
