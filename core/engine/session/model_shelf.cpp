// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/model_shelf.h"

#include "core/common/file/file_state.h"

namespace temper {

OpenModel::OpenModel(std::unique_ptr<LanguageModel> loaded)
    : m_model(std::move(loaded))
    , m_adapters(*m_model->decoder)
{
}

const PromptEncoder& OpenModel::prompts()
{
    if (!m_prompts)
        m_prompts = std::make_unique<PromptEncoder>(m_model->path, PromptForm::Plain);
    return *m_prompts;
}

OpenModel& ModelShelf::open(const ModelWish& wish)
{
    const std::string state = fileState(wish.model);
    if (!m_open || m_path != wish.model || m_state != state) {
        release();
        LoadOptions load;
        load.onProgress = wish.onProgress;
        load.stop = wish.stop;
        m_open = std::make_unique<OpenModel>(loadLanguageModel(wish.model, load));
        m_path = wish.model;
        m_state = state;
    }
    AdapterSwitch& adapters = m_open->adapters();
    adapters.turnOn(adapters.choose(wish.adapters));
    return *m_open;
}

bool ModelShelf::release()
{
    const bool held = m_open != nullptr;
    m_open.reset();
    return held;
}

} // namespace temper
