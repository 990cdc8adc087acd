// SPDX-License-Identifier: Apache-2.0
#include "core/engine/adapter/adapter_switch.h"

#include "core/common/file/file_state.h"

#include <ATen/core/grad_mode.h>
#include <algorithm>

namespace temper {

namespace {
constexpr std::size_t kKept = 6; // adapters beyond this many are read anew when they are wanted again
}

AdapterSwitch::AdapterSwitch(Decoder& decoder)
    : m_decoder(decoder)
{
}

AdapterSwitch::~AdapterSwitch()
{
    clear();
}

void AdapterSwitch::clear()
{
    for (Linear* linear : m_decoder.linears())
        linear->removeAdapters();
}

std::shared_ptr<const AdapterSwitch::Kept> AdapterSwitch::kept(const std::filesystem::path& folder)
{
    const std::string state = fileState(folder);
    const auto same = [&](const auto& one) { return one->folder == folder; };
    auto found = std::find_if(m_kept.begin(), m_kept.end(), same);
    std::shared_ptr<const Kept> known;
    if (found != m_kept.end()) {
        if ((*found)->state == state)
            known = *found;
        m_kept.erase(found);
    }
    if (!known) {
        auto fresh = std::make_shared<Kept>(Kept { folder, state, loadAdapter(m_decoder, folder), {} });
        for (Linear* linear : m_decoder.linears()) {
            for (const auto& adapter : linear->adapters())
                fresh->placed.emplace_back(linear, adapter);
            linear->removeAdapters();
        }
        known = std::move(fresh);
    }
    m_kept.push_front(known);
    if (m_kept.size() > kKept)
        m_kept.pop_back();
    return known;
}

AdapterSwitch::Choice AdapterSwitch::choose(const std::vector<std::filesystem::path>& folders)
{
    const at::NoGradGuard noGrad;
    clear();
    Choice choice;
    try {
        for (const auto& folder : folders)
            choice.m_chosen.push_back(kept(folder));
    } catch (...) {
        clear(); // what a half-built adapter has placed
        throw;
    }
    return choice;
}

void AdapterSwitch::turnOn(const Choice& choice)
{
    clear();
    for (const auto& one : choice.m_chosen)
        for (const auto& [linear, adapter] : one->placed)
            linear->addAdapter(adapter);
}

} // namespace temper
