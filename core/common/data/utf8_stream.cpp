// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/utf8_stream.h"

#include "core/common/base/error.h"

#include <unicode/ucnv.h>
#include <vector>

namespace temper {

struct Utf8Stream::Converter {
    UConverter* from = nullptr;
    UConverter* to = nullptr;
    std::vector<char16_t> pivot = std::vector<char16_t>(64 << 10);
    char16_t* pivotSource = pivot.data();
    char16_t* pivotTarget = pivot.data();

    ~Converter()
    {
        ucnv_close(from);
        ucnv_close(to);
    }
};

Utf8Stream::Utf8Stream(const std::filesystem::path& path, const TextEncoding& encoding)
    : m_subject(path.string())
    , m_encoding(encoding)
    , m_file(path, std::ios::binary)
{
    if (!m_file)
        throw Error(ErrorKind::Environment, "cannot be opened for reading.", m_subject,
            "Check the path and its permissions.");
    m_file.seekg(static_cast<std::streamoff>(encoding.markBytes));
    m_bytesRead = encoding.markBytes;
    if (encoding.name == "UTF-8")
        return;
    m_converter = std::make_unique<Converter>();
    UErrorCode status = U_ZERO_ERROR;
    m_converter->from = ucnv_open(encoding.name.c_str(), &status);
    m_converter->to = ucnv_open("UTF-8", &status);
    if (U_FAILURE(status))
        throw Error(ErrorKind::Usage, "the encoding \"" + encoding.name + "\" is not known.", m_subject,
            "Use a name such as UTF-8, GB18030, Big5, Shift_JIS or windows-1252.");
}

Utf8Stream::~Utf8Stream() = default;

bool Utf8Stream::append(std::string& out, std::size_t bytes)
{
    if (m_ended)
        return false;
    const std::size_t before = out.size();
    std::string raw;
    std::string& target = m_converter ? raw : out;
    const std::size_t offset = target.size();
    target.resize(offset + bytes);
    m_file.read(target.data() + offset, static_cast<std::streamsize>(bytes));
    const auto got = static_cast<std::size_t>(m_file.gcount());
    target.resize(offset + got);
    if (m_file.bad())
        throw Error(ErrorKind::Environment, "cannot be read to its end.", m_subject, "Check the disk.");
    m_bytesRead += got;
    m_ended = got < bytes;
    if (m_converter)
        appendConverted(out, raw, m_ended);
    return out.size() > before || !m_ended;
}

void Utf8Stream::appendConverted(std::string& out, std::string_view bytes, bool last)
{
    Converter& c = *m_converter;
    const char* source = bytes.data();
    const char* const sourceEnd = source + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        const std::size_t offset = out.size();
        const std::size_t room = static_cast<std::size_t>(sourceEnd - source) * 3 + 256;
        out.resize(offset + room);
        char* target = out.data() + offset;
        status = U_ZERO_ERROR;
        ucnv_convertEx(c.to, c.from, &target, out.data() + out.size(), &source, sourceEnd, c.pivot.data(),
            &c.pivotSource, &c.pivotTarget, c.pivot.data() + c.pivot.size(), false, last, &status);
        out.resize(static_cast<std::size_t>(target - out.data()));
    }
    if (U_FAILURE(status))
        throw Error(ErrorKind::Input, "cannot be decoded as " + m_encoding.name + ".", m_subject,
            "Name its encoding.");
}

} // namespace temper
