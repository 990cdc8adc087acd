// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/gguf.h"

#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"
#include "core/common/file/gguf_reader.h"
#include "core/common/file/quoted_name.h"

#include <algorithm>
#include <bit>
#include <fstream>

namespace temper {

static_assert(std::endian::native == std::endian::little, "tensors are used as they lie in the file");

namespace {

constexpr std::string_view kMagic = "GGUF";
constexpr std::uint32_t kMostDimensions = 4;
constexpr std::uint64_t kDefaultAlignment = 32;
constexpr std::uint64_t kLargestAlignment = 1 << 20;
constexpr std::uint64_t kLeastBytesOfKey = 8 + 1 + 4 + 1;
constexpr std::uint64_t kLeastBytesOfTensor = 8 + 1 + 4 + 4 + 8;

struct TypeRow {
    std::uint32_t id;
    DataType type;
};

constexpr TypeRow kTypes[] = {
    { 0, DataType::F32 },
    { 1, DataType::F16 },
    { 2, DataType::Q4_0 },
    { 3, DataType::Q4_1 },
    { 6, DataType::Q5_0 },
    { 7, DataType::Q5_1 },
    { 8, DataType::Q8_0 },
    { 10, DataType::Q2_K },
    { 11, DataType::Q3_K },
    { 12, DataType::Q4_K },
    { 13, DataType::Q5_K },
    { 14, DataType::Q6_K },
    { 20, DataType::IQ4_NL },
    { 24, DataType::I8 },
    { 25, DataType::I16 },
    { 26, DataType::I32 },
    { 27, DataType::I64 },
    { 28, DataType::F64 },
    { 30, DataType::BF16 },
    { 39, DataType::MXFP4 },
};

std::optional<DataType> typeOfId(std::uint32_t id)
{
    for (const TypeRow& row : kTypes)
        if (row.id == id)
            return row.type;
    return {};
}

struct TensorEntry {
    TensorView view; // without its data
    std::uint64_t offset = 0; // from the start of the data
};

struct Counts {
    std::uint64_t tensors;
    std::uint64_t keys;
};

Counts readCounts(GgufReader& reader)
{
    for (const char c : kMagic)
        if (reader.number<char>() != c)
            reader.refuse("is not a GGUF file.");
    const auto version = reader.number<std::uint32_t>();
    if (version != 2 && version != 3)
        reader.refuse("is GGUF of version " + std::to_string(version) + "; versions 2 and 3 can be read"
            + (version > 0xFFFF ? " in little-endian order." : "."));
    const auto tensors = reader.number<std::uint64_t>();
    const auto keys = reader.number<std::uint64_t>();
    if (tensors > reader.remaining() / kLeastBytesOfTensor || keys > reader.remaining() / kLeastBytesOfKey)
        reader.refuse("says that it holds " + std::to_string(tensors) + " tensors and " + std::to_string(keys)
            + " keys, more than fit into its size.");
    return { tensors, keys };
}

Json readMetadata(GgufReader& reader, std::uint64_t count)
{
    Json metadata = Json::object();
    for (std::uint64_t i = 0; i < count; ++i) {
        reader.setPlace("the key number " + std::to_string(i + 1));
        std::string key(reader.key());
        reader.setPlace("the key " + quotedName(key));
        if (metadata.contains(key))
            reader.refuse("is given twice.");
        metadata.emplace(std::move(key), reader.value());
    }
    reader.setPlace({});
    return metadata;
}

std::uint64_t alignmentOf(const Json& metadata, const GgufReader& reader)
{
    const auto position = metadata.find("general.alignment");
    if (position == metadata.end())
        return kDefaultAlignment;
    const std::uint64_t alignment = position->is_number_unsigned() ? position->get<std::uint64_t>() : 0;
    if (!std::has_single_bit(alignment) || alignment > kLargestAlignment)
        reader.refuse("the alignment "
            + position->dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, 40)
            + " is not a power of two up to 1048576.");
    return alignment;
}

std::vector<std::int64_t> readShape(GgufReader& reader)
{
    const auto dimensions = reader.number<std::uint32_t>();
    if (dimensions > kMostDimensions)
        reader.refuse("has " + std::to_string(dimensions) + " dimensions, 4 is the most.");
    std::vector<std::int64_t> shape(dimensions);
    for (auto size = shape.rbegin(); size != shape.rend(); ++size)
        *size = reader.number<std::int64_t>();
    return shape;
}

TensorEntry readTensor(GgufReader& reader)
{
    TensorEntry entry;
    TensorView& view = entry.view;
    view.name = std::string(reader.key());
    reader.setPlace("the tensor " + quotedName(view.name));
    view.shape = readShape(reader);
    const auto id = reader.number<std::uint32_t>();
    const auto type = typeOfId(id);
    if (!type)
        reader.refuse("has the type number " + std::to_string(id) + ", which cannot be read here.");
    view.type = *type;
    const auto elements = countElements(view.shape);
    const auto bytes = elements ? countBytes(view.type, *elements) : std::nullopt;
    const auto block = static_cast<std::int64_t>(blockElements(view.type));
    if (!bytes || (view.shape.empty() ? block != 1 : view.shape.back() % block != 0))
        reader.refuse(
            "has a shape that is impossible for the type " + std::string(dataTypeName(view.type)) + ".");
    view.bytes = *bytes;
    entry.offset = reader.number<std::uint64_t>();
    return entry;
}

std::vector<TensorEntry> readTensors(GgufReader& reader, std::uint64_t count)
{
    std::vector<TensorEntry> entries;
    entries.reserve(std::min<std::uint64_t>(count, 1 << 16)); // the count may be a lie
    for (std::uint64_t i = 0; i < count; ++i) {
        reader.setPlace("the tensor number " + std::to_string(i + 1));
        entries.push_back(readTensor(reader));
    }
    reader.setPlace({});
    return entries;
}

std::uint64_t roundUp(std::uint64_t value, std::uint64_t alignment)
{
    return (value + alignment - 1) / alignment * alignment;
}

// Tensors lie one after the other, each at the next multiple of the alignment.
void checkOffsets(const std::vector<TensorEntry>& entries,
    std::uint64_t dataBytes,
    std::uint64_t alignment,
    GgufReader& reader)
{
    std::vector<const TensorEntry*> sorted;
    sorted.reserve(entries.size());
    for (const TensorEntry& entry : entries)
        sorted.push_back(&entry);
    std::stable_sort(sorted.begin(), sorted.end(), [](const TensorEntry* a, const TensorEntry* b) {
        return a->offset != b->offset ? a->offset < b->offset : a->view.bytes < b->view.bytes;
    });
    std::uint64_t expected = 0;
    for (const TensorEntry* entry : sorted) {
        reader.setPlace("the tensor " + quotedName(entry->view.name));
        if (entry->offset % alignment != 0)
            reader.refuse("its offset " + std::to_string(entry->offset) + " is not a multiple of "
                + std::to_string(alignment) + ".");
        if (entry->offset > dataBytes || entry->view.bytes > dataBytes - entry->offset)
            reader.refuse("lies beyond the end of the file.");
        if (entry->offset != expected)
            reader.refuse(
                entry->offset < expected ? "overlaps the tensor before it." : "has a hole before it.");
        expected = roundUp(entry->offset + entry->view.bytes, alignment);
    }
    reader.setPlace({});
}

} // namespace

std::optional<std::uint32_t> ggufTypeId(DataType type)
{
    for (const TypeRow& row : kTypes)
        if (row.type == type)
            return row.id;
    return {};
}

GgufFile::GgufFile(const std::filesystem::path& path)
    : GgufFile(MappedFile::open(path))
{
}

GgufFile::GgufFile(std::shared_ptr<const MappedFile> mapping)
    : m_mapping(std::move(mapping))
{
    GgufReader reader(m_mapping->text(), m_mapping->path().string());
    const Counts counts = readCounts(reader);
    m_metadata = readMetadata(reader, counts.keys);
    const std::uint64_t alignment = alignmentOf(m_metadata, reader);
    std::vector<TensorEntry> entries = readTensors(reader, counts.tensors);
    // A file without tensors may end right after its head, without the padding.
    const std::uint64_t start = std::min(roundUp(reader.position(), alignment), m_mapping->bytes());
    checkOffsets(entries, m_mapping->bytes() - start, alignment, reader);
    m_tensors.reserve(entries.size());
    for (TensorEntry& entry : entries) {
        entry.view.data = m_mapping->data() + start + entry.offset;
        if (!m_index.emplace(entry.view.name, m_tensors.size()).second)
            reader.refuse("two tensors have the name " + quotedName(entry.view.name) + ".");
        m_tensors.push_back(std::move(entry.view));
    }
}

const TensorView* GgufFile::find(const std::string& name) const
{
    const auto position = m_index.find(name);
    return position == m_index.end() ? nullptr : &m_tensors[position->second];
}

bool GgufFile::looksLikeGguf(const std::filesystem::path& path)
{
    if (std::error_code code; !std::filesystem::is_regular_file(path, code)) // a pipe would keep us waiting
        return false;
    std::ifstream file(path, std::ios::binary);
    char magic[4] = {};
    return file.read(magic, sizeof magic) && std::string_view(magic, sizeof magic) == kMagic;
}

} // namespace temper
