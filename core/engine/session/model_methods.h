// SPDX-License-Identifier: Apache-2.0
// The methods of a session that need a model or its recipe. core/common/link/README.md lists all of them.
#pragma once

#include "core/common/link/session.h"

namespace temper {

// model.info, model.release, generate, compare, score, perplexity, merge, export.adapter: they share one
// loaded model.
void addModelMethods(SessionMethods& methods);

// recipe.estimate, recipe.sample: they share the rows read last.
void addEstimateMethods(SessionMethods& methods);

} // namespace temper
