// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_samples.h"

namespace temper {

SampleOptions sampleOptionsOf(const Recipe& recipe)
{
    SampleOptions options;
    options.cutoffLength = static_cast<std::size_t>(recipe.cutoffLen);
    if (recipe.stage == Stage::PreTraining || recipe.trainOnPrompt)
        options.lossOn = LossOn::Everything;
    else if (recipe.maskHistory)
        options.lossOn = LossOn::LastAnswer;
    return options;
}

} // namespace temper
