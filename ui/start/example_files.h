// SPDX-License-Identifier: GPL-3.0-or-later
// The examples and data sets that the window carries, as files.
#pragma once

#include "core/common/project/example_project.h"

#include <QTemporaryDir>

namespace temper {

// Written out once into a folder of its own, which goes with this object.
class ExampleFiles {
public:
    // Throws Error(Environment) where no temporary file can be written.
    ExampleFiles();

    std::filesystem::path folder() const; // holds datasets/ and resources/projects/
    std::vector<ExampleProject> examples() const;

private:
    QTemporaryDir m_folder;
};

} // namespace temper
