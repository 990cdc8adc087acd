// SPDX-License-Identifier: Apache-2.0
// Where the uncompressed entries of a zip archive lie within its bytes, so that they can be used in place.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace temper {

// Name to content, as views into `archive`. Throws Error(Input) naming `subject` for an archive that is cut
// off or lies about itself, for an entry that is compressed or encrypted, and for two of one name. `remedy`
// says what to do about it.
std::map<std::string, std::string_view>
storedZipEntries(std::string_view archive, const std::string& subject, const std::string& remedy);

} // namespace temper
