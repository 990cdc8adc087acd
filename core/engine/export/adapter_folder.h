// SPDX-License-Identifier: Apache-2.0
// A trained adapter as a PEFT folder of its own, to take away.
#pragma once

#include "core/common/base/progress.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct ExportedAdapter {
    std::vector<std::string> files; // names in the folder
    std::uint64_t bytes = 0;
    std::string type; // PEFT's: "LORA"
};

// Copies adapter_config.json and adapter_model.safetensors (and README.md where there is one) out of a PEFT
// folder into a new or empty one, after reading both whole; the copy is there wholly or not at all. Throws
// Error(Input) for a folder that holds no adapter or a damaged one, and as NewFolder; Error(Cancelled) on
// stop.
ExportedAdapter exportAdapter(const std::filesystem::path& adapter,
    const std::filesystem::path& out,
    const ProgressFunction& onProgress,
    const std::stop_token& stop);

} // namespace temper
