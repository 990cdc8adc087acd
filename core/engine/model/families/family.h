// SPDX-License-Identifier: Apache-2.0
// A model family is data: how its configuration becomes DecoderOptions, and where its weights lie under which names.
#pragma once

#include "core/common/base/json.h"
#include "core/engine/model/decoder_options.h"
#include "core/engine/model/weight_source.h"

#include <string>
#include <vector>

namespace temper {

struct Family {
    std::string modelType; // config.json's model_type
    std::string ggufArchitecture; // general.architecture; empty when GGUF files of it are not known
    DecoderOptions (*fromConfig)(const Json& config, const std::string& subject);
    DecoderOptions (*fromGguf)(const Json& metadata, const std::string& subject);
    WeightPlaces (*ggufPlaces)(const DecoderOptions& options);
};

// All families; to add one, write its file and name it here.
const std::vector<Family>& families();

// Throws Error(Input) that names the architecture and lists the known ones.
const Family& familyOfConfig(const Json& config, const std::string& subject);
const Family& familyOfGguf(const Json& metadata, const std::string& subject);

} // namespace temper
