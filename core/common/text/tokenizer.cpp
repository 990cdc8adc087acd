// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer.h"

#include "core/common/base/error.h"
#include "core/common/file/gguf.h"
#include "core/common/text/tokenizer/tokenizer_gguf.h"
#include "core/common/text/tokenizer/tokenizer_json.h"
#include "core/common/text/tokenizer/tokenizer_names.h"

namespace temper {

std::shared_ptr<const Tokenizer> loadTokenizer(const std::filesystem::path& model)
{
    namespace fs = std::filesystem;
    std::error_code code;
    if (!fs::exists(model, code))
        throw Error(ErrorKind::Input, "does not exist.", model.string(), "Check the path of the model.");
    if (!fs::is_directory(model, code) && (model.extension() == ".gguf" || GgufFile::looksLikeGguf(model)))
        return std::make_shared<PipelineTokenizer>(readGgufTokenizer(model));
    const bool isFolder = fs::is_directory(model, code);
    const fs::path file = isFolder ? model / "tokenizer.json" : model;
    if (!fs::exists(file, code))
        throw Error(ErrorKind::Input, "holds no tokenizer.json.", model.string(),
            "Copy tokenizer.json of the model into this folder.");
    TokenizerParts parts = readTokenizerJson(file);
    if (isFolder)
        parts.names = readTokenizerNames(model);
    return std::make_shared<PipelineTokenizer>(std::move(parts));
}

} // namespace temper
