// SPDX-License-Identifier: Apache-2.0
// Several adapters over one decoder's weights, of which any may be on at a time: base and tuned share the
// weights.
#pragma once

#include "core/engine/adapter/adapter.h"

#include <deque>
#include <utility>

namespace temper {

class AdapterSwitch {
public:
    // The decoder outlives it and has no adapter of its own.
    explicit AdapterSwitch(Decoder& decoder);
    ~AdapterSwitch(); // leaves the decoder without adapters

    AdapterSwitch(const AdapterSwitch&) = delete;
    AdapterSwitch& operator=(const AdapterSwitch&) = delete;

    // Some adapters in their order; none: the base model. Of use as long as the switch.
    class Choice;

    // Makes the adapters of these PEFT folders ready. A folder is read once, and again when its files have
    // changed. Afterwards none is on. Throws as loadAdapter().
    Choice choose(const std::vector<std::filesystem::path>& folders);
    // From now on the decoder computes with these and no others.
    void turnOn(const Choice& choice);

private:
    struct Kept {
        std::filesystem::path folder;
        std::string state; // of its files when it was read
        std::unique_ptr<Adapter> adapter;
        std::vector<std::pair<Linear*, std::shared_ptr<LinearAdapter>>> placed;
    };

    void clear();
    std::shared_ptr<const Kept> kept(const std::filesystem::path& folder);

    Decoder& m_decoder;
    std::deque<std::shared_ptr<const Kept>> m_kept; // the one used last in front
};

class AdapterSwitch::Choice {
    friend class AdapterSwitch;
    std::vector<std::shared_ptr<const Kept>> m_chosen;
};

} // namespace temper
