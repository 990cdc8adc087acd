// SPDX-License-Identifier: Apache-2.0
// How large a model is, as far as a first recipe wants to know.
#pragma once

#include <cstdint>
#include <filesystem>

namespace temper {

struct ModelShape {
    std::uint64_t parameters = 0; // 0: not known
    std::int64_t contextLength = 0; // tokens; 0: not known
};

// Reads the heads of a model's files alone. Throws Error as ModelFiles does.
ModelShape readModelShape(const std::filesystem::path& folderOrGguf);

} // namespace temper
