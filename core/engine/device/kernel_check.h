// SPDX-License-Identifier: Apache-2.0
// Runs every kernel beside its plain float64 reference on sizes that fit no vector.
#pragma once

#include <string>
#include <vector>

namespace temper {

struct KernelCheck {
    std::string kernel; // the folder in kernels/
    std::string part; // which of its results
    double error = 0.0; // largest over all sizes, see kernels/relative_error.h
    double tolerance = 0.0;

    bool isGood() const { return error <= tolerance; }
};

// On the processor, with all its threads; the numbers are always the same.
std::vector<KernelCheck> checkKernels();

} // namespace temper
