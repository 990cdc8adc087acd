// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/quoted_name.h"

#include <algorithm>

namespace temper {

std::string quotedName(std::string_view name)
{
    constexpr std::size_t kShown = 80;
    std::size_t length = std::min(name.size(), kShown);
    while (length < name.size() && length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U)
        --length; // not within a character
    return '"' + printableName(name.substr(0, length)) + (length < name.size() ? "…\"" : "\"");
}

std::string printableName(std::string_view name)
{
    std::string result(name);
    std::replace_if(
        result.begin(), result.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
    return result;
}

} // namespace temper
