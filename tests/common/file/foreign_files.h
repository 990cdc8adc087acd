// SPDX-License-Identifier: Apache-2.0
// Builds safetensors and GGUF files byte by byte, right ones and wrong ones, for the tests of their readers.
#pragma once

#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace temper::testing {

template <typename Number> std::string raw(Number value)
{
    std::string text(sizeof value, '\0');
    std::memcpy(text.data(), &value, sizeof value);
    return text;
}

inline std::string safetensorsBytes(const std::string& header, const std::string& data)
{
    return raw<std::uint64_t>(header.size()) + header + data;
}

inline std::shared_ptr<const MappedFile> inMemory(const std::string& bytes, const char* name)
{
    const auto* begin = reinterpret_cast<const std::byte*>(bytes.data());
    return std::make_shared<const MappedFile>(name, std::vector<std::byte>(begin, begin + bytes.size()));
}

// The sentence with which `Reader` refuses the bytes; empty when it does not.
template <typename Reader> std::string refusal(const std::string& bytes, const char* name)
{
    try {
        const Reader reader(inMemory(bytes, name));
        return {};
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Input ? error.what()
                                                : std::string("not an input error: ") + error.what();
    }
}

inline std::string ggufString(const std::string& text)
{
    return raw<std::uint64_t>(text.size()) + text;
}

inline std::string ggufKey(const std::string& key, std::uint32_t type, const std::string& value)
{
    return ggufString(key) + raw(type) + value;
}

// `sizes` fastest first, as the format has them.
inline std::string ggufTensor(const std::string& name,
    const std::vector<std::uint64_t>& sizes,
    std::uint32_t type,
    std::uint64_t offset)
{
    std::string text = ggufString(name) + raw(static_cast<std::uint32_t>(sizes.size()));
    for (const std::uint64_t size : sizes)
        text += raw(size);
    return text + raw(type) + raw(offset);
}

struct GgufParts {
    std::uint32_t version = 3;
    std::vector<std::string> keys {};
    std::vector<std::string> tensors {};
    std::string data {};
    std::uint64_t alignment = 32; // of the padding written; the key must say the same
};

inline std::string ggufBytes(const GgufParts& parts)
{
    std::string text = "GGUF" + raw(parts.version) + raw<std::uint64_t>(parts.tensors.size())
        + raw<std::uint64_t>(parts.keys.size());
    for (const std::string& key : parts.keys)
        text += key;
    for (const std::string& tensor : parts.tensors)
        text += tensor;
    text.append((parts.alignment - text.size() % parts.alignment) % parts.alignment, '\0');
    return text + parts.data;
}

} // namespace temper::testing
