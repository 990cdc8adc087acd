// SPDX-License-Identifier: Apache-2.0
// What all adapters share: they sit on a decoder, have trainable tensors, and live in a PEFT folder.
#pragma once

#include "core/common/base/json.h"
#include "core/engine/model/decoder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace temper {

class Adapter {
public:
    virtual ~Adapter() = default;

    // Its tensors under the names that PEFT's files give them ("base_model.model.….lora_A.weight").
    virtual std::vector<NamedParameter> parameters() const = 0;
    // adapter_config.json as PEFT writes it.
    virtual OrderedJson config() const = 0;
    // Takes itself off the decoder, its effect added to the weights. Throws where the method does not allow it.
    virtual void merge(Decoder& decoder) = 0;
};

struct AdapterKind {
    std::string peftType; // "LORA"
    // Builds the adapter of a PEFT configuration on the decoder; tensors have their initial values.
    std::unique_ptr<Adapter> (*build)(Decoder& decoder, const Json& config, const std::string& subject, std::uint64_t seed);
};

// All kinds; to add one, write its file and name it here.
const std::vector<AdapterKind>& adapterKinds();

// Builds the adapter that a PEFT configuration describes. Throws Error(Input) naming the key for what is not known.
std::unique_ptr<Adapter> buildAdapter(
    Decoder& decoder, const Json& config, const std::string& subject, std::uint64_t seed);

// Builds and fills the adapter of a PEFT folder.
std::unique_ptr<Adapter> loadAdapter(Decoder& decoder, const std::filesystem::path& folder);

// Writes adapter_config.json and adapter_model.safetensors into a folder (made if needed).
void saveAdapter(const Adapter& adapter, const std::filesystem::path& folder);

// Makes the folder's tensors the adapter's own values; every tensor must be there with its shape.
void fillAdapter(const Adapter& adapter, const std::filesystem::path& weights);

} // namespace temper
