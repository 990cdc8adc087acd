// SPDX-License-Identifier: Apache-2.0
// y[rows, out] = x[rows, in] W[out, in]^T for the few rows of a decoding step, where reading W once is the
// whole cost.
#pragma once

#include <cstdint>
#include <functional>

namespace temper {

// How a row of W lies in memory. Block formats (Q8_0, Q4_1, …) would be further values with their own row
// loaders.
enum class GemvWeight {
    Float32,
    BFloat16, // the upper half of a float32; products and sums stay in float32
};

struct Gemv {
    const float* x = nullptr; // [rows, in], row-major
    const void* weight = nullptr; // [out, in], row-major, of weightType; aligned as its elements
    GemvWeight weightType = GemvWeight::Float32;
    float* y = nullptr; // [rows, out], row-major; overlaps neither x nor weight
    std::int64_t rows = 0; // meant for 1 to 8; more work, but a matrix product is then faster
    std::int64_t in = 0;
    std::int64_t out = 0;
};

// Calls `body` on ranges [begin, end) that together cover [0, count) once, possibly from several threads, and
// returns when all are done (at::parallel_for in the engine). Empty function: everything in the calling
// thread.
using ParallelFor = std::function<void(std::int64_t count,
    const std::function<void(std::int64_t begin, std::int64_t end)>& body)>;

// Float32 sums in an order that depends on `in` and the processor's vector width only: the result is the same
// bits for any number of threads and any number of rows beside it. Throws Error(Internal) for null pointers
// or negative sizes; in == 0 gives zeros. Picks SSE4, AVX2 or AVX-512 at run time.
void gemv(const Gemv& problem, const ParallelFor& parallelFor);

// The same in plain double-precision loops, for the test.
void gemvReference(const Gemv& problem);

// Which instruction set gemv() runs on ("AVX3", "AVX2", "SSE4", …), for logs and the check command.
const char* gemvTarget();

} // namespace temper
