// SPDX-License-Identifier: Apache-2.0
#include "core/engine/adapter/module_match.h"

#include "core/common/base/error.h"

#include <regex>

namespace temper {

namespace {

std::regex compile(const std::string& pattern, const std::string& subject)
{
    try {
        return std::regex(pattern, std::regex::ECMAScript);
    } catch (const std::regex_error&) {
        throw Error(ErrorKind::Input, "\"" + pattern + "\" is not a regular expression.", subject);
    }
}

bool endsInName(const std::string& module, const std::string& name)
{
    return module == name
        || (module.size() > name.size() && module.ends_with(name)
            && module[module.size() - name.size() - 1] == '.');
}

} // namespace

bool matchesTargets(const std::string& module, const Json& targets, const std::string& subject)
{
    if (targets.is_string()) {
        const auto text = targets.get<std::string>();
        return text == "all-linear" || std::regex_match(module, compile(text, subject));
    }
    if (!targets.is_array())
        throw Error(ErrorKind::Input, "target_modules is neither a list nor a text.", subject);
    for (const Json& name : targets) {
        if (!name.is_string())
            throw Error(ErrorKind::Input, "target_modules holds something that is not a name.", subject);
        if (endsInName(module, name.get<std::string>()))
            return true;
    }
    return false;
}

double patternValue(const std::string& module, const Json& patterns, double fallback, const std::string& subject)
{
    if (!patterns.is_object())
        return fallback;
    for (const auto& [key, value] : patterns.items()) {
        if (!value.is_number())
            throw Error(ErrorKind::Input, "the pattern \"" + key + "\" has no number.", subject);
        if (std::regex_match(module, compile("(.*\\.)?(" + key + ")", subject)))
            return value.get<double>();
    }
    return fallback;
}

} // namespace temper
