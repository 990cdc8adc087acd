// SPDX-License-Identifier: GPL-3.0-or-later
// Where the engine's program lies.
#pragma once

#include <filesystem>

namespace temper {

// TEMPER_ENGINE where it is set, else temper-engine beside the window's own program.
std::filesystem::path engineProgram();

} // namespace temper
