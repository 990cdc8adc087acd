// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/presets.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/text_file.h"
#include "ui/shell/open_project.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>
#include <array>

namespace temper {

namespace {

QDir folder()
{
    return QDir(
        QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/presets"));
}

bool saysWhichWork(std::string_view key)
{
    constexpr std::array<std::string_view, 11> kKeys { "model_name_or_path", "adapter_name_or_path",
        "template", "dataset", "dataset_dir", "columns", "eval_dataset", "output_dir", "run_name",
        "probe_prompts", "threads" };
    return std::ranges::find(kKeys, key) != kKeys.end();
}

} // namespace

RecipeDraft shippedPreset(std::string_view method)
{
    QFile file(QStringLiteral(":/recipes/%1.yaml")
                   .arg(QString::fromUtf8(method.data(), static_cast<qsizetype>(method.size()))));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return readDraft(file.readAll().toStdString(), file.fileName().toStdString(), {});
}

QList<Preset> ownPresets()
{
    QList<Preset> presets;
    const QFileInfoList files = folder().entryInfoList({ QStringLiteral("*.yaml") }, QDir::Files, QDir::Name);
    for (const QFileInfo& file : files)
        presets.append({ file.completeBaseName(), file.absoluteFilePath() });
    return presets;
}

void savePreset(const QString& name, const RecipeDraft& draft)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith(QLatin1Char('.')) || trimmed.contains(QLatin1Char('/'))
        || trimmed.contains(QLatin1Char('\\')))
        throw Error(ErrorKind::Input, "a preset cannot be called this.", trimmed.toStdString(),
            "Choose a name without / and \\ that does not begin with a dot.");
    folder().mkpath(QStringLiteral("."));
    RecipeDraft settings;
    for (const auto& [key, text] : draft.texts) {
        if (!saysWhichWork(key))
            settings.texts[key] = text;
    }
    writeFileAtomically(
        toPath(folder().filePath(trimmed + QStringLiteral(".yaml"))), draftYaml(settings, false));
}

void removePreset(const Preset& preset)
{
    QFile::moveToTrash(preset.file) || QFile::remove(preset.file);
}

RecipeDraft readPreset(const Preset& preset)
{
    return readDraft(readTextFile(toPath(preset.file)), preset.file.toStdString(), {});
}

RecipeDraft withPreset(RecipeDraft draft, const RecipeDraft& preset)
{
    std::erase_if(draft.texts, [](const auto& entry) { return !saysWhichWork(entry.first); });
    draft.reasons.clear();
    for (const auto& [key, text] : preset.texts) {
        const std::optional<double> number = parseNumber(text);
        if (!saysWhichWork(key) && !text.empty())
            draft.texts[key] = number ? numberText(*number) : text; // 2e-4 for 2.0e-4
    }
    return draft;
}

} // namespace temper
