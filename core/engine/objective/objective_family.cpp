// SPDX-License-Identifier: Apache-2.0
#include "core/engine/objective/objective_family.h"

#include "core/common/base/error.h"
#include "core/engine/objective/objective_case.h"
#include "core/engine/objective/sft_family.h"

#include <array>

namespace temper {

namespace {

struct ObjectiveFamily {
    const char* name;
    ObjectiveOutputs (*evaluate)(ObjectiveCase& objective);
};

constexpr std::array kFamilies {
    ObjectiveFamily { "sft", evaluateSft }, // tokens to imitate
};

const ObjectiveFamily& familyNamed(const std::string& name)
{
    std::string known;
    for (const ObjectiveFamily& family : kFamilies) {
        if (family.name == name)
            return family;
        known += (known.empty() ? "" : ", ") + std::string(family.name);
    }
    throw Error(ErrorKind::Usage, "is no family of objectives.", name, "Known: " + known + ".");
}

} // namespace

std::vector<std::string> objectiveFamilies()
{
    std::vector<std::string> names;
    for (const ObjectiveFamily& family : kFamilies)
        names.emplace_back(family.name);
    return names;
}

OrderedJson evaluateObjective(const std::string& family, const OrderedJson& document, const std::string& file)
{
    const ObjectiveFamily& chosen = familyNamed(family);
    if (!document.is_object() || !document.contains("cases") || !document["cases"].is_array())
        throw Error(ErrorKind::Input, "has no list \"cases\".", file);
    OrderedJson answers = OrderedJson::array();
    for (const OrderedJson& source : document["cases"]) {
        ObjectiveCase objective(source, file);
        const ObjectiveOutputs outputs = chosen.evaluate(objective);
        answers.push_back(answerOf(objective, outputs));
    }
    return { { "cases", std::move(answers) } };
}

} // namespace temper
