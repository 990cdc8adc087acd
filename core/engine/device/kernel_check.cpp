// SPDX-License-Identifier: Apache-2.0
#include "core/engine/device/kernel_check.h"

#include "core/common/base/random.h"
#include "kernels/cross_entropy/cross_entropy.h"
#include "kernels/decode_attention/decode_attention.h"
#include "kernels/dropout/dropout.h"
#include "kernels/gated_activation/gated_activation.h"
#include "kernels/gemv/gemv.h"
#include "kernels/relative_error.h"
#include "kernels/rms_norm/rms_norm.h"
#include "kernels/rope/rope.h"

#include <ATen/Parallel.h>
#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>

namespace temper {

namespace {

constexpr double kElementTolerance = 2e-6; // a few roundings of a value, an approximated exp
constexpr double kSumTolerance = 1e-5; // sums of a few thousand values in float32
constexpr std::int64_t kOddSizes[] = { 1, 7, 17, 65, 577, 4099 };

using Values = std::vector<float>;

Values normals(std::int64_t count, std::uint64_t seed)
{
    Random random(seed, static_cast<std::uint64_t>(count));
    Values values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = static_cast<float>(random.normal());
    return values;
}

void inThreads(std::int64_t count, const std::function<void(std::int64_t begin, std::int64_t end)>& body)
{
    at::parallel_for(0, count, 1, body);
}

void note(KernelCheck& check, const Values& got, const Values& wanted)
{
    check.error = std::max(check.error, relativeError(got, wanted));
}

void checkRmsNorm(std::vector<KernelCheck>& checks)
{
    KernelCheck forward { "rms_norm", "y", 0.0, kElementTolerance };
    KernelCheck backward { "rms_norm", "gradient", 0.0, kSumTolerance };
    for (const std::int64_t size : { 3, 17, 65, 577 }) {
        const RmsNormShape shape { 5, size };
        const RowRange all { 0, shape.rows };
        const Values x = normals(5 * size, 1), dy = normals(5 * size, 2), weight = normals(size, 3);
        Values r(5), y(x.size()), dx(x.size()), wantedR(5), wantedY(x.size()), wantedDx(x.size());
        inThreads(shape.rows, [&](std::int64_t begin, std::int64_t end) {
            rmsNormInverse(shape, { begin, end }, x.data(), 1e-5, r.data());
            rmsNormApply(shape, { begin, end }, x.data(), weight.data(), r.data(), y.data());
            rmsNormGradient(shape, { begin, end }, dy.data(), x.data(), weight.data(), r.data(), dx.data());
        });
        rmsNormInverseReference(shape, all, x.data(), 1e-5, wantedR.data());
        rmsNormApplyReference(shape, all, x.data(), weight.data(), wantedR.data(), wantedY.data());
        rmsNormGradientReference(
            shape, all, dy.data(), x.data(), weight.data(), wantedR.data(), wantedDx.data());
        note(forward, y, wantedY);
        note(backward, dx, wantedDx);
    }
    checks.insert(checks.end(), { forward, backward });
}

void checkRope(std::vector<KernelCheck>& checks)
{
    constexpr std::int64_t kTokens = 9;
    for (const RopeDirection direction : { RopeDirection::Forward, RopeDirection::Backward }) {
        KernelCheck check { "rope", direction == RopeDirection::Forward ? "forward" : "backward", 0.0,
            kElementTolerance };
        for (const RopeShape& shape : { RopeShape { 3, 6, 6, 18 }, { 2, 80, 34, 161 }, { 3, 64, 64, 192 } }) {
            const Values cosines = normals(kTokens * shape.rotated / 2, 1);
            const Values sines = normals(kTokens * shape.rotated / 2, 2);
            const std::vector<std::int64_t> positions { 8, 0, 1, 1, 7, 2, 3, 5, 4 };
            Values got = normals(kTokens * shape.rowStride, 3);
            Values wanted = got;
            inThreads(kTokens, [&](std::int64_t begin, std::int64_t end) {
                ropeInPlace(
                    shape, direction, begin, end, positions.data(), cosines.data(), sines.data(), got.data());
            });
            ropeInPlaceReference(
                shape, direction, 0, kTokens, positions.data(), cosines.data(), sines.data(), wanted.data());
            note(check, got, wanted);
        }
        checks.push_back(check);
    }
}

void checkGate(std::vector<KernelCheck>& checks, Gate gate, const std::string& name)
{
    KernelCheck forward { "gated_activation", name, 0.0, kElementTolerance };
    KernelCheck backward { "gated_activation", name + " gradient", 0.0, kElementTolerance };
    for (const std::int64_t count : kOddSizes) {
        const Values gates = normals(count, 1), ups = normals(count, 2), dy = normals(count, 3);
        Values y(gates.size()), dGates(y), dUps(y), wantedY(y), wantedGates(y), wantedUps(y);
        inThreads(count, [&](std::int64_t begin, std::int64_t end) {
            gatedActivation(gate, begin, end, gates.data(), ups.data(), y.data());
            gatedActivationGradient(
                gate, begin, end, dy.data(), gates.data(), ups.data(), dGates.data(), dUps.data());
        });
        gatedActivationReference(gate, 0, count, gates.data(), ups.data(), wantedY.data());
        gatedActivationGradientReference(
            gate, 0, count, dy.data(), gates.data(), ups.data(), wantedGates.data(), wantedUps.data());
        note(forward, y, wantedY);
        note(backward, dGates, wantedGates);
        note(backward, dUps, wantedUps);
    }
    checks.insert(checks.end(), { forward, backward });
}

void checkCrossEntropy(std::vector<KernelCheck>& checks)
{
    KernelCheck loss { "cross_entropy", "loss", 0.0, kElementTolerance };
    KernelCheck gradient { "cross_entropy", "gradient", 0.0, kSumTolerance };
    for (const std::int64_t vocabulary : { 2, 33, 257, 5003, 49153 }) {
        constexpr std::int64_t kRows = 3;
        const std::int64_t targets[kRows] = { 0, vocabulary / 2, vocabulary - 1 };
        Values got = normals(kRows * vocabulary, 1), wanted = got, losses(kRows), wantedLosses(kRows);
        inThreads(kRows, [&](std::int64_t begin, std::int64_t end) {
            crossEntropy(
                { vocabulary, begin, end }, Gradient::Wanted, 0.25f, targets, got.data(), losses.data());
        });
        crossEntropyReference(
            { vocabulary, 0, kRows }, Gradient::Wanted, 0.25f, targets, wanted.data(), wantedLosses.data());
        note(loss, losses, wantedLosses);
        note(gradient, got, wanted);
    }
    checks.insert(checks.end(), { loss, gradient });
}

void checkDropout(std::vector<KernelCheck>& checks)
{
    KernelCheck check { "dropout", "mask", 0.0, 0.0 };
    for (const std::int64_t count : kOddSizes) {
        const DropoutStream stream { 42, static_cast<std::uint64_t>(count), 3, 0.1 };
        Values got(static_cast<std::size_t>(count)), wanted(got);
        inThreads(count, [&](std::int64_t begin, std::int64_t end) {
            fillDropoutMask(stream, begin, end, got.data() + begin);
        });
        fillDropoutMaskReference(stream, 0, count, wanted.data());
        note(check, got, wanted);
    }
    checks.push_back(check);
}

void checkGemv(std::vector<KernelCheck>& checks, GemvWeight type, const std::string& name)
{
    KernelCheck check { "gemv", name, 0.0, kSumTolerance };
    for (const std::int64_t in : kOddSizes)
        for (const std::int64_t rows : { 1, 3, 8 }) {
            constexpr std::int64_t kOut = 37;
            const Values x = normals(rows * in, 1), weight = normals(kOut * in, 2);
            std::vector<std::uint16_t> halves;
            for (const float value : weight)
                halves.push_back(static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16));
            Values got(static_cast<std::size_t>(rows * kOut)), wanted(got);
            Gemv problem { x.data(), halves.data(), type, got.data(), rows, in, kOut };
            if (type == GemvWeight::Float32)
                problem.weight = weight.data();
            gemv(problem, inThreads);
            problem.y = wanted.data();
            gemvReference(problem);
            note(check, got, wanted);
        }
    checks.push_back(check);
}

void checkDecodeAttention(std::vector<KernelCheck>& checks)
{
    KernelCheck check { "decode_attention", "output", 0.0, kSumTolerance };
    for (const std::int64_t length : { 1, 17, 130 })
        for (const std::int64_t size : { 3, 64 }) {
            constexpr std::int64_t kHeads = 6, kShared = 2;
            const Values query = normals(kHeads * size, 1), keys = normals(length * kShared * size, 2),
                         values = normals(length * kShared * size, 3);
            Values got(query), wanted(query);
            DecodeAttention problem { query.data(), keys.data(), values.data(), CacheNumbers::Float32, got.data(),
                kHeads, kShared, size, length, 0.3f };
            inThreads(kHeads,
                [&](std::int64_t begin, std::int64_t end) { decodeAttention(problem, begin, end); });
            problem.output = wanted.data();
            decodeAttentionReference(problem);
            note(check, got, wanted);
        }
    checks.push_back(check);
}

} // namespace

std::vector<KernelCheck> checkKernels()
{
    std::vector<KernelCheck> checks;
    checkCrossEntropy(checks);
    checkDecodeAttention(checks);
    checkDropout(checks);
    checkGate(checks, Gate::Silu, "silu");
    checkGate(checks, Gate::GeluTanh, "gelu_tanh");
    checkGate(checks, Gate::Gelu, "gelu");
    checkGate(checks, Gate::Relu, "relu");
    checkGemv(checks, GemvWeight::Float32, "float32");
    checkGemv(checks, GemvWeight::BFloat16, "bfloat16");
    checkRmsNorm(checks);
    checkRope(checks);
    return checks;
}

} // namespace temper
