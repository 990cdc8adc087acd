// SPDX-License-Identifier: Apache-2.0
// A text file of whatever encoding, read as a stream of UTF-8.
#pragma once

#include "core/common/data/encoding.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace temper {

// A file as a stream of UTF-8. Bytes that are not valid in the file's encoding become U+FFFD, except that
// UTF-8 files are handed on as they are: their rows are checked one by one.
class Utf8Stream {
public:
    // `encoding` as ICU knows it. Throws Error(Usage) for an unknown name, Error(Environment) when it cannot
    // be opened.
    Utf8Stream(const std::filesystem::path& path, const TextEncoding& encoding);
    ~Utf8Stream();
    Utf8Stream(const Utf8Stream&) = delete;
    Utf8Stream& operator=(const Utf8Stream&) = delete;

    // Appends about `bytes` more bytes to `out`; false at the end of the file.
    bool append(std::string& out, std::size_t bytes);
    std::uint64_t bytesRead() const { return m_bytesRead; }
    bool replacesBadBytes() const { return m_converter != nullptr; }
    const std::string& encodingName() const { return m_encoding.name; }
    const std::string& subject() const { return m_subject; }

private:
    struct Converter;
    void appendConverted(std::string& out, std::string_view bytes, bool last);

    std::string m_subject;
    TextEncoding m_encoding;
    std::ifstream m_file;
    std::unique_ptr<Converter> m_converter;
    std::uint64_t m_bytesRead = 0;
    bool m_ended = false;
};

} // namespace temper
