// SPDX-License-Identifier: Apache-2.0
// Turns an error number of the operating system into a sentence with a remedy.
#pragma once

#include <filesystem>
#include <string>

namespace temper {

// Throws Error(Environment): "<path>: <action> failed: <the system's words>. <what to do>".
// `action` is what was tried ("writing", "opening for reading"); `code` is an errno value.
[[noreturn]] void throwSystemError(int code, const std::string& action, const std::filesystem::path& path);

} // namespace temper
