// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/safetensors.h"

#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"
#include "core/common/file/quoted_name.h"
#include "core/common/file/safetensors_header.h"
#include "core/common/file/safetensors_writer.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace temper {

static_assert(std::endian::native == std::endian::little, "tensors are used as they lie in the file");

namespace {

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kLongestHeader = 100'000'000;
constexpr const char* kDamaged = "The file is damaged: fetch it again.";

[[noreturn]] void refuse(const MappedFile& file, const std::string& sentence)
{
    throw Error(ErrorKind::Input, sentence, file.path().string(), kDamaged);
}

std::string_view headerText(const MappedFile& file)
{
    if (file.bytes() < kLengthBytes)
        refuse(file, "is too short for a safetensors file (" + std::to_string(file.bytes()) + " bytes).");
    std::uint64_t length;
    std::memcpy(&length, file.data(), sizeof length);
    if (length > kLongestHeader)
        refuse(file,
            "is not a safetensors file: its header would be " + std::to_string(length)
                + " bytes long, more than 100000000.");
    if (length > file.bytes() - kLengthBytes)
        refuse(file,
            "is cut off: its header should be " + std::to_string(length) + " bytes long, the file has "
                + std::to_string(file.bytes()) + " bytes.");
    const std::string_view text = file.text().substr(kLengthBytes, length);
    if (!text.starts_with('{'))
        refuse(file, "is not a safetensors file: its header does not begin with a brace.");
    return text;
}

// Type and size of one entry; its bytes are checked against the shape, and against the end of the file.
TensorView viewOf(const MappedFile& file, std::string_view data, SafetensorsEntry entry)
{
    const auto type = plainTypeNamed(entry.type);
    if (!type)
        refuse(file,
            "the tensor " + quotedName(entry.name) + " has the unknown type " + quotedName(entry.type) + ".");
    const auto elements = countElements(entry.shape);
    const auto bytes = elements ? countBytes(*type, *elements) : std::nullopt;
    if (!bytes)
        refuse(file, "the shape of the tensor " + quotedName(entry.name) + " is impossible.");
    const std::uint64_t begin = entry.offsets[0];
    const std::uint64_t end = entry.offsets[1];
    if (begin > end || end > data.size())
        refuse(file,
            "the tensor " + quotedName(entry.name) + " should lie at bytes " + std::to_string(begin) + " to "
                + std::to_string(end) + ", but there are " + std::to_string(data.size()) + " bytes of data.");
    if (end - begin != *bytes)
        refuse(file,
            "the tensor " + quotedName(entry.name) + " takes " + std::to_string(end - begin)
                + " bytes, but its type and shape need " + std::to_string(*bytes) + ".");
    const auto* address = reinterpret_cast<const std::byte*>(data.data()) + begin;
    return { std::move(entry.name), *type, std::move(entry.shape), address, *bytes };
}

void refuseOverlapsAndHoles(const MappedFile& file,
    std::string_view data,
    const std::vector<TensorView>& tensors)
{
    std::uint64_t end = 0;
    for (const TensorView& tensor : tensors) {
        const auto begin
            = static_cast<std::uint64_t>(tensor.data - reinterpret_cast<const std::byte*>(data.data()));
        if (begin < end)
            refuse(file, "the tensor " + quotedName(tensor.name) + " overlaps the one before it.");
        if (begin > end)
            refuse(file, "there is a hole before the tensor " + quotedName(tensor.name) + ".");
        end = begin + tensor.bytes;
    }
    if (end != data.size())
        refuse(file,
            "holds " + std::to_string(data.size() - end)
                + " bytes after its last tensor that belong to none.");
}

} // namespace

SafetensorsFile::SafetensorsFile(const std::filesystem::path& path)
    : SafetensorsFile(MappedFile::open(path))
{
}

SafetensorsFile::SafetensorsFile(std::shared_ptr<const MappedFile> mapping)
    : m_mapping(std::move(mapping))
{
    const MappedFile& file = *m_mapping;
    const std::string_view text = headerText(file);
    const std::string_view data = file.text().substr(kLengthBytes + text.size());
    SafetensorsHeader header = parseSafetensorsHeader(text, file.path().string());
    m_metadata = std::move(header.metadata);
    m_tensors.reserve(header.entries.size());
    for (SafetensorsEntry& entry : header.entries)
        m_tensors.push_back(viewOf(file, data, std::move(entry)));
    std::stable_sort(m_tensors.begin(), m_tensors.end(), [](const TensorView& a, const TensorView& b) {
        return a.data != b.data ? a.data < b.data : a.bytes < b.bytes;
    });
    refuseOverlapsAndHoles(file, data, m_tensors);
    for (std::size_t i = 0; i < m_tensors.size(); ++i)
        m_index.emplace(m_tensors[i].name, i);
}

const TensorView* SafetensorsFile::find(const std::string& name) const
{
    const auto position = m_index.find(name);
    return position == m_index.end() ? nullptr : &m_tensors[position->second];
}

void writeSafetensors(const std::filesystem::path& path,
    const std::vector<TensorView>& tensors,
    const std::map<std::string, std::string>& metadata)
{
    std::vector<TensorLayout> layouts;
    layouts.reserve(tensors.size());
    for (const TensorView& tensor : tensors)
        layouts.push_back({ tensor.name, tensor.type, tensor.shape });
    SafetensorsWriter writer(path, layouts, metadata);
    for (const TensorView& tensor : tensors)
        writer.append(tensor.data, tensor.bytes);
    writer.commit();
}

} // namespace temper
