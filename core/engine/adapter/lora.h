// SPDX-License-Identifier: Apache-2.0
// LoRA (Hu et al. 2021) and rsLoRA (Kalajdzievski 2023): y += s · x Aᵀ Bᵀ with s = α/r, or α/√r.
#pragma once

#include "core/engine/adapter/adapter.h"

#include <map>

namespace temper {

// What a person chooses; written into and read from PEFT's configuration.
struct LoraSettings {
    std::int64_t rank = 8;
    double alpha = 16.0;
    double dropout = 0.0;
    bool rankStabilised = false;
    Json targets = Json("all-linear"); // as PEFT's target_modules
    std::string baseModel; // base_model_name_or_path
};

OrderedJson loraConfig(const LoraSettings& settings);

AdapterKind loraKind();

} // namespace temper
