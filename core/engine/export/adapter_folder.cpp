// SPDX-License-Identifier: Apache-2.0
#include "core/engine/export/adapter_folder.h"

#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/os_mapped_file.h"
#include "core/common/file/safetensors.h"
#include "core/engine/export/new_folder.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::size_t kPiece = 4 << 20; // bytes between two looks at the stop

std::string checkedType(const std::filesystem::path& adapter)
{
    const std::filesystem::path config = adapter / "adapter_config.json";
    if (!std::filesystem::exists(config))
        throw Error(ErrorKind::Input, "holds no adapter_config.json.", adapter.string(),
            "Name a PEFT adapter folder.");
    const Json json = readJsonFile(config);
    if (!json.is_object() || !json.contains("peft_type") || !json["peft_type"].is_string())
        throw Error(ErrorKind::Input, "names no peft_type.", config.string(), "Name a PEFT adapter folder.");
    const SafetensorsFile weights(adapter / "adapter_model.safetensors");
    if (weights.tensors().empty())
        throw Error(ErrorKind::Input, "holds no tensors.", (adapter / "adapter_model.safetensors").string());
    return json["peft_type"].get<std::string>();
}

} // namespace

ExportedAdapter exportAdapter(const std::filesystem::path& adapter,
    const std::filesystem::path& out,
    const ProgressFunction& onProgress,
    const std::stop_token& stop)
{
    ExportedAdapter exported;
    exported.type = checkedType(adapter);
    std::uint64_t total = 0;
    for (const char* name : { "adapter_config.json", "adapter_model.safetensors", "README.md" })
        if (std::filesystem::exists(adapter / name)) {
            exported.files.emplace_back(name);
            total += std::filesystem::file_size(adapter / name);
        }
    NewFolder folder(out);
    for (const std::string& name : exported.files) {
        const MappedFile source(adapter / name);
        AtomicFile target(folder.path() / name);
        for (std::size_t at = 0; at < source.bytes(); at += kPiece) {
            throwIfStopped(stop);
            const std::size_t bytes = std::min(kPiece, static_cast<std::size_t>(source.bytes()) - at);
            target.write(source.data() + at, bytes);
            exported.bytes += bytes;
            if (onProgress)
                onProgress({ "copying", exported.bytes, total, "bytes" });
        }
        target.commit();
    }
    folder.commit();
    return exported;
}

} // namespace temper
