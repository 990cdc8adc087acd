// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/model_hash.h"

#include "core/common/file/model_files.h"

#include <algorithm>
#include <cstdio>
#include <vector>
#include <xxhash.h>

namespace temper {

namespace {

constexpr std::uint64_t kSampleBytes = 4096;

void add(XXH3_state_t* state, const TensorView& view)
{
    const std::string_view type = dataTypeName(view.type);
    XXH3_128bits_update(state, view.name.data(), view.name.size());
    XXH3_128bits_update(state, type.data(), type.size());
    XXH3_128bits_update(state, view.shape.data(), view.shape.size() * sizeof(std::int64_t));
    const std::uint64_t sample = std::min(kSampleBytes, view.bytes);
    XXH3_128bits_update(state, view.data, sample);
    XXH3_128bits_update(state, view.data + (view.bytes - sample), sample);
}

} // namespace

std::string modelHash(const ModelFiles& files)
{
    std::vector<const TensorView*> views = files.tensors();
    std::sort(views.begin(), views.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
    XXH3_state_t* state = XXH3_createState();
    XXH3_128bits_reset(state);
    for (const TensorView* view : views)
        add(state, *view);
    const XXH128_hash_t hash = XXH3_128bits_digest(state);
    XXH3_freeState(state);
    char text[33];
    std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
        static_cast<unsigned long long>(hash.low64));
    return text;
}

} // namespace temper
