// SPDX-License-Identifier: Apache-2.0
// Reads the head of a GGUF file value by value and never past its end.
#pragma once

#include "core/common/base/json.h"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace temper {

class GgufReader {
public:
    // `subject` names the file in errors.
    GgufReader(std::string_view bytes, std::string subject);

    std::uint64_t position() const { return m_position; }
    std::uint64_t remaining() const { return m_bytes.size() - m_position; }

    template <typename Number> Number number()
    {
        Number value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::string_view string(); // u64 length and bytes; the view lies in the file
    std::string_view key(); // a string of 1 to 65535 bytes
    Json value(); // u32 type and the value; an array becomes an array of values of one type

    // What is being read, for the sentence of an error: "the key \"general.name\"".
    void setPlace(std::string place) { m_place = std::move(place); }
    [[noreturn]] void refuse(const std::string& sentence) const;

private:
    std::string_view take(std::uint64_t bytes);
    Json scalar(std::uint32_t type);
    Json array();

    std::string_view m_bytes;
    std::uint64_t m_position = 0;
    std::string m_subject;
    std::string m_place;
};

} // namespace temper
