// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/families/family.h"

#include "core/common/base/error.h"
#include "core/engine/model/families/llama.h"

namespace temper {

namespace {

std::string knownFamilies()
{
    std::string names;
    for (const Family& family : families())
        names += (names.empty() ? "" : ", ") + family.modelType;
    return names;
}

std::string textOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

[[noreturn]] void refuse(const std::string& name, const std::string& subject)
{
    throw Error(ErrorKind::Input, "the architecture \"" + name + "\" is not known.", subject,
        "Known are: " + knownFamilies() + ".");
}

} // namespace

const std::vector<Family>& families()
{
    static const std::vector<Family> list = { llamaFamily() };
    return list;
}

const Family& familyOfConfig(const Json& config, const std::string& subject)
{
    const std::string type = textOf(config, "model_type");
    if (type.empty())
        throw Error(ErrorKind::Input, "model_type is missing.", subject, "Is this a model's config.json?");
    for (const Family& family : families())
        if (family.modelType == type)
            return family;
    refuse(type, subject);
}

const Family& familyOfGguf(const Json& metadata, const std::string& subject)
{
    const std::string architecture = textOf(metadata, "general.architecture");
    for (const Family& family : families())
        if (!architecture.empty() && family.ggufArchitecture == architecture)
            return family;
    refuse(architecture, subject);
}

} // namespace temper
