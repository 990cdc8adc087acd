// SPDX-License-Identifier: GPL-3.0-or-later
// The project the window works on.
#pragma once

#include <QString>
#include <filesystem>

namespace temper {

struct OpenProject {
    std::filesystem::path folder; // absolute
    QString name;
};

std::filesystem::path toPath(const QString& text);
QString toText(const std::filesystem::path& path);

// Throws Error(Input) when the folder is not a project.
OpenProject openProjectFolder(const std::filesystem::path& folder);

// Makes the folder and what belongs into it. Throws Error(Input) when a project is there already,
// Error(Environment) when it cannot be written.
OpenProject createProjectFolder(const std::filesystem::path& folder);

} // namespace temper
