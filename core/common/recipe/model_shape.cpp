// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/model_shape.h"

#include "core/common/file/gguf.h"
#include "core/common/file/model_files.h"

#include <string>

namespace temper {

namespace {

std::int64_t integerOf(const Json& object, const std::string& key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

std::int64_t contextOf(const ModelFiles& files)
{
    if (!files.isGguf())
        return integerOf(files.config(), "max_position_embeddings");
    const Json& metadata = files.gguf().metadata();
    const auto family = metadata.find("general.architecture");
    if (family == metadata.end() || !family->is_string())
        return 0;
    return integerOf(metadata, family->get<std::string>() + ".context_length");
}

} // namespace

ModelShape readModelShape(const std::filesystem::path& folderOrGguf)
{
    const ModelFiles files(folderOrGguf);
    ModelShape shape;
    for (const TensorView* tensor : files.tensors()) {
        std::uint64_t count = 1;
        for (const std::int64_t size : tensor->shape)
            count *= static_cast<std::uint64_t>(size);
        shape.parameters += count;
    }
    shape.contextLength = contextOf(files);
    return shape;
}

} // namespace temper
