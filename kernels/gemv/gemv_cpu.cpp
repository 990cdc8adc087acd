// SPDX-License-Identifier: Apache-2.0
// A decoding step reads every weight once and does two operations with it, so it runs at the speed of memory
// as long as the loop keeps enough loads in flight: several rows of W side by side, each multiplied with up
// to four rows of x that stay in the first-level cache.
#include "kernels/gemv/gemv.h"

#include "core/common/base/error.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/gemv/gemv_cpu.cpp"
#include "hwy/foreach_target.h"
// foreach_target.h first: it includes this file once for every instruction set
#include "hwy/cache_control.h"
#include "hwy/highway.h"

#include "kernels/float_rows_per_target.h"

HWY_BEFORE_NAMESPACE();
namespace temper::HWY_NAMESPACE {

constexpr std::int64_t kAhead = 2048; // bytes: each run is asked for this far before it is needed

// kRows rows of x times the kOuts rows out, out + stride, … of W. Each pair has one accumulator whatever the
// blocking, so that the order of its sum never depends on it.
template <typename Row, int kRows, int kOuts>
HWY_INLINE void multiplyBlock(const Gemv& p, std::int64_t firstRow, std::int64_t out, std::int64_t stride)
{
    const Lanes lanes;
    const std::int64_t step = static_cast<std::int64_t>(hn::Lanes(lanes));
    const float* x = p.x + firstRow * p.in;
    Vector sums[kOuts][kRows];
#pragma GCC unroll 8
    for (int o = 0; o < kOuts; ++o)
#pragma GCC unroll 8
        for (int r = 0; r < kRows; ++r)
            sums[o][r] = hn::Zero(lanes);
    std::int64_t column = 0;
    for (; column + step <= p.in; column += step) {
        Vector inputs[kRows];
#pragma GCC unroll 8
        for (int r = 0; r < kRows; ++r)
            inputs[r] = hn::LoadU(lanes, x + r * p.in + column);
#pragma GCC unroll 8
        for (int o = 0; o < kOuts; ++o) {
            const Row row(p.weight, out + o * stride, p.in);
            hwy::Prefetch(row.values + column + kAhead / static_cast<std::int64_t>(sizeof *row.values));
            const Vector weights = row.load(column);
#pragma GCC unroll 8
            for (int r = 0; r < kRows; ++r)
                sums[o][r] = hn::MulAdd(weights, inputs[r], sums[o][r]);
        }
    }
#pragma GCC unroll 8
    for (int o = 0; o < kOuts; ++o) {
        const Row row(p.weight, out + o * stride, p.in);
#pragma GCC unroll 8
        for (int r = 0; r < kRows; ++r) {
            float sum = hn::GetLane(hn::SumOfLanes(lanes, sums[o][r]));
            for (std::int64_t rest = column; rest < p.in; ++rest)
                sum += row.at(rest) * x[r * p.in + rest];
            p.y[(firstRow + r) * p.out + out + o * stride] = sum;
        }
    }
}

// Rows of W [begin, end), as kOuts runs of neighbouring rows that are read side by side: each run is one
// unbroken stream for the processor's prefetcher, which loses track when several streams share a page (short
// rows next to each other: a third slower). Further groups of x find the rows in the cache.
template <typename Row, int kOuts> void multiplyRange(const Gemv& p, std::int64_t begin, std::int64_t end)
{
    const std::int64_t stride = (end - begin) / kOuts;
    for (std::int64_t out = begin; out < begin + stride; ++out) {
        std::int64_t row = 0;
        for (; row + 4 <= p.rows; row += 4)
            multiplyBlock<Row, 4, kOuts>(p, row, out, stride);
        if (p.rows - row == 3)
            multiplyBlock<Row, 3, kOuts>(p, row, out, stride);
        else if (p.rows - row == 2)
            multiplyBlock<Row, 2, kOuts>(p, row, out, stride);
        else if (p.rows - row == 1)
            multiplyBlock<Row, 1, kOuts>(p, row, out, stride);
    }
    if constexpr (kOuts > 1)
        multiplyRange<Row, 1>(p, begin + stride * kOuts, end);
}

// Fewer rows of W at a time where rows of x need the registers: AVX-512 has 32 of them, its predecessors 16.
template <typename Row> void multiplyRows(const Gemv& p, std::int64_t begin, std::int64_t end)
{
    constexpr int kSideBySide = hn::MaxLanes(Lanes()) >= 16 ? 4 : 2;
    if (p.rows <= 2)
        multiplyRange<Row, 4>(p, begin, end);
    else
        multiplyRange<Row, kSideBySide>(p, begin, end);
}

void multiply(const Gemv& problem, std::int64_t begin, std::int64_t end)
{
    switch (problem.weightType) {
    case GemvWeight::Float32:
        multiplyRows<Float32Row>(problem, begin, end);
        break;
    case GemvWeight::BFloat16:
        multiplyRows<BFloat16Row>(problem, begin, end);
        break;
    }
}

const char* targetName()
{
    return hwy::TargetName(HWY_TARGET);
}

} // namespace temper::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace temper {

namespace {

HWY_EXPORT(multiply);
HWY_EXPORT(targetName);

constexpr std::int64_t kBlock = 8; // rows of W that one thread takes at least; a multiple of every blocking

void check(const Gemv& problem)
{
    if (problem.rows < 0 || problem.in < 0 || problem.out < 0)
        throw Error(ErrorKind::Internal, "has a negative size.", "gemv");
    const bool empty = problem.rows == 0 || problem.out == 0;
    const bool missing = !problem.y || (problem.in > 0 && (!problem.x || !problem.weight));
    if (!empty && missing)
        throw Error(ErrorKind::Internal, "was given no data.", "gemv");
}

} // namespace

void gemv(const Gemv& problem, const ParallelFor& parallelFor)
{
    check(problem);
    if (problem.rows == 0 || problem.out == 0)
        return;
    const auto run = HWY_DYNAMIC_DISPATCH(multiply);
    const std::int64_t blocks = (problem.out + kBlock - 1) / kBlock;
    const auto body = [&problem, run](std::int64_t begin, std::int64_t end) {
        run(problem, begin * kBlock, std::min(end * kBlock, problem.out));
    };
    if (parallelFor && blocks > 1)
        parallelFor(blocks, body);
    else
        body(0, blocks);
}

const char* gemvTarget()
{
    return HWY_DYNAMIC_DISPATCH(targetName)();
}

} // namespace temper
#endif
