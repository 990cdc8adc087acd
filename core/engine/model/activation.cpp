// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/activation.h"

#include <utility>

namespace temper {

Recomputation::Recomputation(std::function<at::Tensor()> compute)
    : m_compute(std::move(compute))
{
}

at::Tensor Recomputation::take()
{
    if (!m_value.defined())
        m_value = m_compute();
    at::Tensor value = m_value;
    if (--m_readers <= 0)
        m_value.reset();
    return value;
}

SavedActivation::SavedActivation(const Activation& activation)
    : m_again(activation.again)
{
    if (m_again)
        m_again->addReader();
    else
        m_value = activation.value.detach();
}

at::Tensor SavedActivation::take() { return m_again ? m_again->take() : m_value; }

void SavedActivation::release()
{
    m_value.reset();
    m_again.reset();
}

} // namespace temper
