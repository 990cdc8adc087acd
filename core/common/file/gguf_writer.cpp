// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/gguf_writer.h"

#include "core/common/base/error.h"
#include "core/common/file/gguf.h"
#include "core/common/file/quoted_name.h"

#include <algorithm>
#include <cstring>
#include <set>

namespace temper {

namespace {

constexpr std::uint32_t kVersion = 3;
constexpr std::uint64_t kAlignment = 32;

// Numbers of the metadata's types.
template <typename Value> struct TypeOf;
template <> struct TypeOf<std::uint32_t> : std::integral_constant<std::uint32_t, 4> {
};
template <> struct TypeOf<std::int32_t> : std::integral_constant<std::uint32_t, 5> {
};
template <> struct TypeOf<float> : std::integral_constant<std::uint32_t, 6> {
};
template <> struct TypeOf<bool> : std::integral_constant<std::uint32_t, 7> {
};
template <> struct TypeOf<std::string> : std::integral_constant<std::uint32_t, 8> {
};
template <> struct TypeOf<std::uint64_t> : std::integral_constant<std::uint32_t, 10> {
};
template <> struct TypeOf<double> : std::integral_constant<std::uint32_t, 12> {
};
constexpr std::uint32_t kArrayType = 9;

class Head {
public:
    template <typename Number> void number(Number value)
    {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        m_bytes.append(bytes, sizeof value);
    }

    void text(const std::string& value)
    {
        number<std::uint64_t>(value.size());
        m_bytes += value;
    }

    void entry(const GgufEntry& entry)
    {
        text(entry.key);
        std::visit([this](const auto& value) { typed(value); }, entry.value);
    }

    void align() { m_bytes.append((kAlignment - m_bytes.size() % kAlignment) % kAlignment, '\0'); }
    const std::string& bytes() const { return m_bytes; }

private:
    template <typename Value> void typed(const Value& value)
    {
        number<std::uint32_t>(TypeOf<Value>::value);
        bare(value);
    }

    template <typename Value> void typed(const std::vector<Value>& values)
    {
        number(kArrayType);
        number<std::uint32_t>(TypeOf<Value>::value);
        number<std::uint64_t>(values.size());
        for (const Value& value : values)
            bare(value);
    }

    void bare(const std::string& value) { text(value); }
    void bare(bool value) { number<std::uint8_t>(value ? 1 : 0); }
    template <typename Number> void bare(Number value) { number(value); }

    std::string m_bytes;
};

std::uint64_t roundUp(std::uint64_t value)
{
    return (value + kAlignment - 1) / kAlignment * kAlignment;
}

std::uint64_t bytesOf(const TensorLayout& tensor)
{
    const auto elements = countElements(tensor.shape);
    return (elements ? countBytes(tensor.type, *elements) : std::nullopt).value_or(0);
}

void checkTensors(const std::vector<TensorLayout>& tensors, const std::string& subject)
{
    std::set<std::string_view> names;
    for (const TensorLayout& tensor : tensors) {
        const auto refuse = [&](const std::string& sentence) {
            throw Error(ErrorKind::Input, "the tensor " + quotedName(tensor.name) + " " + sentence, subject);
        };
        if (!names.insert(tensor.name).second)
            refuse("is given twice.");
        if (!ggufTypeId(tensor.type))
            refuse("has the type " + std::string(dataTypeName(tensor.type)) + ", which GGUF does not have.");
        const auto block = static_cast<std::int64_t>(blockElements(tensor.type));
        const std::int64_t row = tensor.shape.empty() ? 1 : tensor.shape.back();
        if (tensor.shape.size() > 4 || !countElements(tensor.shape) || row % block != 0)
            refuse("has a shape that GGUF cannot hold as " + std::string(dataTypeName(tensor.type)) + ".");
    }
}

} // namespace

GgufWriter::GgufWriter(const std::filesystem::path& path,
    const std::vector<GgufEntry>& metadata,
    const std::vector<TensorLayout>& tensors)
    : m_path(path)
    , m_file(path)
{
    checkTensors(tensors, path.string());
    Head head;
    for (const char c : { 'G', 'G', 'U', 'F' })
        head.number(c);
    head.number(kVersion);
    head.number<std::uint64_t>(tensors.size());
    head.number<std::uint64_t>(metadata.size());
    for (const GgufEntry& entry : metadata)
        head.entry(entry);
    std::uint64_t offset = 0;
    for (const TensorLayout& tensor : tensors) {
        head.text(tensor.name);
        head.number(static_cast<std::uint32_t>(tensor.shape.size()));
        for (auto size = tensor.shape.rbegin(); size != tensor.shape.rend(); ++size)
            head.number<std::int64_t>(*size);
        head.number(*ggufTypeId(tensor.type));
        head.number(offset);
        m_sizes.push_back(bytesOf(tensor));
        offset += roundUp(m_sizes.back());
    }
    head.align();
    m_file.write(head.bytes());
    pad();
}

void GgufWriter::pad()
{
    static constexpr char kZeros[kAlignment] = {};
    while (m_tensor < m_sizes.size() && m_written == m_sizes[m_tensor]) {
        m_file.write(kZeros, static_cast<std::size_t>(roundUp(m_written) - m_written));
        m_written = 0;
        ++m_tensor;
    }
}

void GgufWriter::append(const void* data, std::size_t bytes)
{
    if (m_tensor >= m_sizes.size() || bytes > m_sizes[m_tensor] - m_written)
        throw Error(ErrorKind::Internal, "more data was written than was announced.", m_path.string());
    m_file.write(data, bytes);
    m_written += bytes;
    pad();
}

void GgufWriter::commit()
{
    pad();
    if (m_tensor != m_sizes.size())
        throw Error(ErrorKind::Internal, "less data was written than was announced.", m_path.string());
    m_file.commit();
}

std::uint64_t GgufWriter::dataBytes(const std::vector<TensorLayout>& tensors)
{
    std::uint64_t sum = 0;
    for (const TensorLayout& tensor : tensors)
        sum += roundUp(bytesOf(tensor));
    return sum;
}

} // namespace temper
