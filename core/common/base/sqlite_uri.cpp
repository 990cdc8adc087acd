// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/sqlite_uri.h"

namespace temper {

std::string unchangingDatabaseUri(const std::filesystem::path& path)
{
    std::string uri = "file:";
    for (const char c : path.string()) {
        if (c == '?' || c == '#' || c == '%')
            uri += c == '?' ? "%3f" : c == '#' ? "%23" : "%25";
        else
            uri.push_back(c);
    }
    return uri + "?immutable=1";
}

} // namespace temper
