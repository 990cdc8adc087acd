// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/gguf_reader.h"

#include "core/common/base/error.h"

#include <iterator>

namespace temper {

namespace {

constexpr std::uint64_t kLongestKey = 65535;
constexpr std::uint64_t kLongestArray = 1
    << 26; // a hundred times the largest vocabulary; keeps memory in bounds

enum class ValueType : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64 };

// The fewest bytes that a value of the type takes: a count that needs more than the file has is a lie.
std::uint64_t leastBytes(std::uint32_t type)
{
    constexpr std::uint8_t kBytes[] = { 1, 1, 2, 2, 4, 4, 4, 1, 8, 12, 8, 8, 8 };
    return type < std::size(kBytes) ? kBytes[type] : 1;
}

} // namespace

GgufReader::GgufReader(std::string_view bytes, std::string subject)
    : m_bytes(bytes)
    , m_subject(std::move(subject))
{
}

void GgufReader::refuse(const std::string& sentence) const
{
    throw Error(ErrorKind::Input, (m_place.empty() ? "" : m_place + ": ") + sentence, m_subject,
        "The file is damaged or of an unknown kind: fetch it again.");
}

std::string_view GgufReader::take(std::uint64_t bytes)
{
    if (bytes > remaining())
        refuse("the file is cut off, " + std::to_string(bytes) + " bytes were expected and "
            + std::to_string(remaining()) + " are left.");
    const std::string_view part = m_bytes.substr(m_position, bytes);
    m_position += bytes;
    return part;
}

std::string_view GgufReader::string()
{
    return take(number<std::uint64_t>());
}

std::string_view GgufReader::key()
{
    const auto length = number<std::uint64_t>();
    if (length == 0 || length > kLongestKey)
        refuse("a name is " + std::to_string(length) + " bytes long.");
    return take(length);
}

Json GgufReader::value()
{
    const auto type = number<std::uint32_t>();
    return type == static_cast<std::uint32_t>(ValueType::Array) ? array() : scalar(type);
}

Json GgufReader::scalar(std::uint32_t type)
{
    switch (static_cast<ValueType>(type)) {
    case ValueType::U8:
        return number<std::uint8_t>();
    case ValueType::I8:
        return number<std::int8_t>();
    case ValueType::U16:
        return number<std::uint16_t>();
    case ValueType::I16:
        return number<std::int16_t>();
    case ValueType::U32:
        return number<std::uint32_t>();
    case ValueType::I32:
        return number<std::int32_t>();
    case ValueType::F32:
        return number<float>();
    case ValueType::Bool:
        return number<std::uint8_t>() != 0;
    case ValueType::String:
        return std::string(string());
    case ValueType::U64:
        return number<std::uint64_t>();
    case ValueType::I64:
        return number<std::int64_t>();
    case ValueType::F64:
        return number<double>();
    case ValueType::Array:
        refuse("arrays of arrays are not supported.");
    }
    refuse("a value has the unknown type " + std::to_string(type) + ".");
}

Json GgufReader::array()
{
    const auto type = number<std::uint32_t>();
    const auto count = number<std::uint64_t>();
    if (count > remaining() / leastBytes(type))
        refuse("an array of " + std::to_string(count) + " values does not fit into the file.");
    if (count > kLongestArray)
        refuse("an array of " + std::to_string(count) + " values is too long.");
    Json result = Json::array();
    auto& values = result.get_ref<Json::array_t&>();
    values.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i)
        values.push_back(scalar(type));
    return result;
}

} // namespace temper
