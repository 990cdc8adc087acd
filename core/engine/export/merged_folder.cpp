// SPDX-License-Identifier: Apache-2.0
#include "core/engine/export/merged_folder.h"

#include "core/engine/adapter/adapter.h"
#include "core/engine/export/hf_folder.h"
#include "core/engine/export/new_folder.h"

#include <ATen/core/grad_mode.h>

namespace temper {

std::string mergeToFolder(const MergeRequest& request)
{
    const at::NoGradGuard noGrad;
    const std::optional<at::ScalarType> type = weightTypeOf(request.dtype);
    const auto tell = [&request](const Progress& now) {
        throwIfStopped(request.stop);
        if (request.onProgress)
            request.onProgress(now);
    };
    NewFolder folder(request.out);
    LoadOptions load;
    load.onProgress = tell;
    load.stop = request.stop;
    const auto model = loadLanguageModel(request.model, load);
    for (std::size_t i = 0; i < request.adapters.size(); ++i) {
        tell({ "merging", i, request.adapters.size(), "adapters" });
        loadAdapter(*model->decoder, request.adapters[i])->merge(*model->decoder);
    }
    tell({ "saving", 0, 0, "bytes" });
    std::string written = saveHfFolder(*model, folder.path(), type);
    throwIfStopped(request.stop);
    folder.commit();
    return written;
}

} // namespace temper
