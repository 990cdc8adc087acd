// SPDX-License-Identifier: Apache-2.0
#include "kernels/cross_entropy/cross_entropy.h"

#include <algorithm>
#include <cmath>

namespace temper {

void crossEntropyReference(CrossEntropyRows rows,
    Gradient gradient,
    float scale,
    const std::int64_t* targets,
    float* scores,
    float* losses)
{
    for (std::int64_t row = rows.begin; row < rows.end; ++row) {
        float* const x = scores + row * rows.vocabulary;
        const double largest = static_cast<double>(*std::max_element(x, x + rows.vocabulary));
        double sum = 0.0;
        for (std::int64_t i = 0; i < rows.vocabulary; ++i)
            sum += std::exp(static_cast<double>(x[i]) - largest);
        const double logSum = std::log(sum) + largest;
        losses[row] = static_cast<float>(logSum - static_cast<double>(x[targets[row]]));
        if (gradient == Gradient::NotWanted)
            continue;
        for (std::int64_t i = 0; i < rows.vocabulary; ++i) {
            const double probability = std::exp(static_cast<double>(x[i]) - logSum);
            x[i] = static_cast<float>(
                (probability - (i == targets[row] ? 1.0 : 0.0)) * static_cast<double>(scale));
        }
    }
}

} // namespace temper
