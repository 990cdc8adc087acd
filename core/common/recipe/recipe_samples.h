// SPDX-License-Identifier: Apache-2.0
// How a recipe has its rows cut and where it takes loss: the same for a run and for whoever shows the rows.
#pragma once

#include "core/common/data/sample.h"
#include "core/common/recipe/recipe.h"

namespace temper {

SampleOptions sampleOptionsOf(const Recipe& recipe);

} // namespace temper
