// SPDX-License-Identifier: Apache-2.0
// Llama 1 to 3 and everything built like them (SmolLM2, TinyLlama, Yi, …).
#pragma once

#include "core/engine/model/families/family.h"

namespace temper {

Family llamaFamily();

} // namespace temper
