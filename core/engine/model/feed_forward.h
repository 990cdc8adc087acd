// SPDX-License-Identifier: Apache-2.0
// The gated feed-forward part of a block: down(f(gate(x)) · up(x)).
#pragma once

#include "core/engine/model/decoder_options.h"
#include "core/engine/model/linear.h"

namespace temper {

class FeedForward {
public:
    struct Parts {
        Linear gate, up, down;
    };

    FeedForward(ActivationKind activation, Parts parts);

    // x [tokens, hidden] → [tokens, hidden].
    at::Tensor forward(const Activation& x, const DropoutContext& dropout) const;

    Parts& parts() { return m_parts; }

private:
    ActivationKind m_activation;
    Parts m_parts;
};

} // namespace temper
