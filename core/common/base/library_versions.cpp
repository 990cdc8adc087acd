// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/library_versions.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <array>
#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <pcre2.h>
#include <simdjson.h>
#include <sqlite3.h>
#include <unicode/uversion.h>

namespace temper {

namespace {

std::string pcre2Version()
{
    std::array<char, 64> text {};
    pcre2_config(PCRE2_CONFIG_VERSION, text.data());
    return text.data();
}

std::string icuVersion()
{
    UVersionInfo version;
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text {};
    u_getVersion(version);
    u_versionToString(version, text.data());
    return text.data();
}

} // namespace

std::vector<std::pair<std::string, std::string>> libraryVersions()
{
    return {
        { "SQLite", sqlite3_libversion() },
        { "ICU", icuVersion() },
        { "PCRE2", pcre2Version() },
        { "simdjson", SIMDJSON_STRINGIFY(SIMDJSON_VERSION) },
        { "fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100) },
        { "nlohmann json",
            fmt::format("{}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR,
                NLOHMANN_JSON_VERSION_PATCH) },
    };
}

} // namespace temper
