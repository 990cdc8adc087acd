// SPDX-License-Identifier: Apache-2.0
// Cross entropy of rows of scores with the gradient formed in place, so that no second matrix of that size
// exists.
#pragma once

#include <cstdint>

namespace temper {

enum class Gradient { Wanted, NotWanted };

struct CrossEntropyRows {
    std::int64_t vocabulary = 0; // scores a row
    std::int64_t begin = 0; // rows [begin, end) are read and written
    std::int64_t end = 0;
};

// losses[row] = log Σ exp(scores) − scores[target], natural units. With the gradient wanted, scores become
// (softmax − onehot(target)) · scale. scores [rows, vocabulary] float32, targets [rows].
void crossEntropy(CrossEntropyRows rows,
    Gradient gradient,
    float scale,
    const std::int64_t* targets,
    float* scores,
    float* losses);

// The same in plain float64 loops; scores must be finite or −∞.
void crossEntropyReference(CrossEntropyRows rows,
    Gradient gradient,
    float scale,
    const std::int64_t* targets,
    float* scores,
    float* losses);

} // namespace temper
