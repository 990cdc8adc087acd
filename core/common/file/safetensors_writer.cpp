// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/safetensors_writer.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/file/quoted_name.h"

#include <array>
#include <bit>
#include <set>

namespace temper {

namespace {

std::string asJson(const std::string& text)
{
    try {
        return Json(text).dump();
    } catch (const Json::type_error&) {
        throw Error(ErrorKind::Input, "a tensor name or metadata text is not valid UTF-8.",
            quotedName(toLine(Json(text))));
    }
}

std::string asJson(const std::vector<std::int64_t>& shape)
{
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? "," : "") + std::to_string(size);
    return text + "]";
}

std::string metadataJson(const std::map<std::string, std::string>& metadata)
{
    std::string text = "\"__metadata__\":{";
    for (const auto& [key, value] : metadata)
        text += (text.ends_with('{') ? "" : ",") + asJson(key) + ":" + asJson(value);
    return text + "}";
}

std::uint64_t bytesOf(const TensorLayout& tensor)
{
    const auto elements = countElements(tensor.shape);
    const auto bytes = elements ? countBytes(tensor.type, *elements) : std::nullopt;
    if (!isPlain(tensor.type) || !bytes)
        throw Error(ErrorKind::Input,
            "the tensor " + quotedName(tensor.name) + " (" + std::string(dataTypeName(tensor.type)) + " "
                + asJson(tensor.shape) + ") cannot be written to a safetensors file.");
    return *bytes;
}

} // namespace

SafetensorsWriter::SafetensorsWriter(const std::filesystem::path& path,
    const std::vector<TensorLayout>& tensors,
    const std::map<std::string, std::string>& metadata)
    : m_path(path)
    , m_file(path)
{
    std::string header = "{";
    if (!metadata.empty())
        header += metadataJson(metadata);
    std::set<std::string> names { "__metadata__" };
    for (const TensorLayout& tensor : tensors) {
        if (!names.insert(tensor.name).second)
            throw Error(ErrorKind::Input, "two tensors have the name " + quotedName(tensor.name) + ".",
                path.string());
        const std::uint64_t end = m_missing + bytesOf(tensor);
        header += (header.size() > 1 ? "," : "") + asJson(tensor.name) + ":{\"dtype\":\""
            + std::string(dataTypeName(tensor.type)) + "\",\"shape\":" + asJson(tensor.shape)
            + ",\"data_offsets\":[" + std::to_string(m_missing) + "," + std::to_string(end) + "]}";
        m_missing = end;
    }
    header += "}";
    header.append((8 - header.size() % 8) % 8, ' ');
    const auto length = std::bit_cast<std::array<char, 8>>(static_cast<std::uint64_t>(header.size()));
    m_file.write(length.data(), length.size());
    m_file.write(header);
}

void SafetensorsWriter::append(const void* data, std::size_t bytes)
{
    if (bytes > m_missing)
        throw Error(ErrorKind::Internal, "more data was written than was announced.", m_path.string());
    m_missing -= bytes;
    m_file.write(data, bytes);
}

void SafetensorsWriter::commit()
{
    if (m_missing != 0)
        throw Error(ErrorKind::Internal, "less data was written than was announced.", m_path.string());
    m_file.commit();
}

} // namespace temper
