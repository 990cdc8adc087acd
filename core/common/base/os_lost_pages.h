// SPDX-License-Identifier: Apache-2.0
// A mapped file that is cut short, or whose drive goes away, while it is in use: touching the pages that are
// gone raises SIGBUS. Here the program then ends with a sentence that names the file instead of a bare crash.
#pragma once

#include <cstdint>
#include <filesystem>

namespace temper {

// Call once at the program's start.
void endWithSentenceOnLostPages();

// Remembers whose pages [begin, begin + bytes) are. Answers a number for forgetPages; −1 when the list is
// full, and then only the name will be missing.
int rememberPages(const void* begin, std::uint64_t bytes, const std::filesystem::path& path) noexcept;
void forgetPages(int number) noexcept;

} // namespace temper
