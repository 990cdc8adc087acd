// SPDX-License-Identifier: GPL-3.0-or-later
// With which model, template and limits a row is shown and counted as training would take it.
#pragma once

#include "core/common/data/sample.h"

#include <QList>
#include <QString>
#include <filesystem>
#include <memory>
#include <string>

namespace temper {

struct RenderSettings {
    std::filesystem::path model; // empty: none is chosen
    std::string chatTemplate; // as chooseChatTemplate takes it; empty: the model's own
    LossOn lossOn = LossOn::Answers;
    std::size_t cutoffLength = 2048;

    bool operator==(const RenderSettings&) const = default;
};

struct RenderTools {
    RenderSettings settings;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::shared_ptr<const ChatTemplate> chatTemplate; // null: the model has none

    SampleMaker maker(SampleDetail detail) const;
};

// Throws Error for a model without a usable tokenizer or a broken template. Takes a while.
std::shared_ptr<const RenderTools> loadRenderTools(const RenderSettings& settings);

struct ModelChoice {
    QString name;
    std::filesystem::path path; // folder or GGUF file that is there
};

// The models of a project: those it lists and those its runs name. Reads files.
QList<ModelChoice> projectModels(const std::filesystem::path& project);

} // namespace temper
