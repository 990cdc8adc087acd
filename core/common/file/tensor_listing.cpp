// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/tensor_listing.h"

#include "core/common/base/error.h"
#include "core/common/file/gguf.h"
#include "core/common/file/quoted_name.h"
#include "core/common/file/safetensors.h"
#include "core/common/file/safetensors_writer.h"
#include "core/common/file/torch_file.h"

#include <algorithm>
#include <map>

namespace temper {

namespace {

constexpr std::int64_t kPiece = 1 << 20; // elements expanded at a time, a multiple of every block

void refuseSameNames(const std::vector<ListedTensor>& tensors)
{
    std::map<std::string_view, const std::filesystem::path*> seen;
    for (const ListedTensor& tensor : tensors) {
        const auto [entry, isNew] = seen.emplace(tensor.view->name, tensor.file);
        if (!isNew)
            throw Error(ErrorKind::Input,
                "the tensor " + quotedName(tensor.view->name) + " is also in "
                    + entry->second->filename().string() + ".",
                tensor.file->string(), "Convert the files one by one.");
    }
}

template <typename File>
std::shared_ptr<const void> openInto(const std::filesystem::path& path, std::vector<ListedTensor>& tensors)
{
    auto file = std::make_shared<File>(path);
    for (const TensorView& view : file->tensors())
        tensors.push_back({ &view, &path });
    return file;
}

} // namespace

TensorListing::TensorListing(std::vector<std::filesystem::path> files)
    : m_files(std::move(files))
{
    for (const std::filesystem::path& path : m_files)
        m_opened.push_back(GgufFile::looksLikeGguf(path) ? openInto<GgufFile>(path, m_tensors)
                : TorchFile::looksLikeTorch(path)        ? openInto<TorchFile>(path, m_tensors)
                                                         : openInto<SafetensorsFile>(path, m_tensors));
}

void TensorListing::writeAsFloat(const std::filesystem::path& path,
    const ProgressFunction& progress,
    const std::stop_token& stop) const
{
    refuseSameNames(m_tensors);
    std::vector<TensorLayout> layouts;
    std::uint64_t total = 0;
    for (const ListedTensor& tensor : m_tensors) {
        layouts.push_back({ tensor.view->name, DataType::F32, tensor.view->shape });
        total += static_cast<std::uint64_t>(tensor.view->elements()) * sizeof(float);
    }
    SafetensorsWriter writer(path, layouts);
    std::vector<float> buffer(static_cast<std::size_t>(kPiece));
    std::uint64_t done = 0;
    for (const ListedTensor& tensor : m_tensors) {
        const std::int64_t elements = tensor.view->elements();
        for (std::int64_t first = 0; first < elements; first += kPiece) {
            throwIfStopped(stop);
            const std::int64_t count = std::min(kPiece, elements - first);
            expandToFloat(slice(*tensor.view, first, count), buffer.data());
            writer.append(buffer.data(), static_cast<std::size_t>(count) * sizeof(float));
            done += static_cast<std::uint64_t>(count) * sizeof(float);
            if (progress)
                progress({ "writing", done, total, "bytes" });
        }
    }
    writer.commit();
}

} // namespace temper
