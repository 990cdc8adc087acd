// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error_text.h"

#include <algorithm>
#include <filesystem>
#include <new>

namespace temper {

namespace {

constexpr std::size_t kLongestWord = 300; // bytes

bool isInsideCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

void appendShortened(std::string_view word, std::string& line)
{
    if (word.size() <= kLongestWord) {
        line += word;
        return;
    }
    std::size_t end = kLongestWord * 2 / 3;
    while (end > 0 && isInsideCharacter(word[end]))
        --end;
    std::size_t begin = word.size() - kLongestWord / 3;
    while (begin < word.size() && isInsideCharacter(word[begin]))
        ++begin;
    line.append(word.substr(0, end)).append("…").append(word.substr(begin));
}

bool tellsLackOfMemory(std::string_view text)
{
    for (const std::string_view words : { "can't allocate memory", "not enough memory", "out of memory" })
        if (text.find(words) != std::string_view::npos)
            return true;
    return false;
}

Error lackOfMemory()
{
    return { ErrorKind::Environment, "the memory of this machine did not suffice.", {},
        "End other programs, or use a smaller model, batch or cutoff length." };
}

} // namespace

std::string onOneLine(std::string_view text)
{
    std::string plain(text);
    for (char& c : plain)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            c = '?';
    std::string line;
    for (std::size_t begin = 0; begin < plain.size();) {
        const std::size_t end = std::min(plain.find(' ', begin), plain.size());
        appendShortened(std::string_view(plain).substr(begin, end - begin), line);
        if (end < plain.size())
            line += ' ';
        begin = end + 1;
    }
    return line;
}

Error errorFrom(const std::exception_ptr& thrown)
{
    const std::string remedy = "This is a mistake in Temper; please report it with this line.";
    try {
        std::rethrow_exception(thrown);
    } catch (const Error& error) {
        return error;
    } catch (const std::bad_alloc&) {
        return lackOfMemory();
    } catch (const std::filesystem::filesystem_error& error) {
        return { ErrorKind::Environment, "cannot be used: " + error.code().message() + ".",
            error.path1().string(), "Check the path, its permissions and the room on the disk." };
    } catch (const std::exception& error) {
        if (tellsLackOfMemory(error.what()))
            return lackOfMemory();
        const std::string_view text
            = error.what(); // libraries add where in their code they stood, over many lines
        return { ErrorKind::Internal, "a computation failed inside a library.",
            onOneLine(text.substr(0, text.find('\n'))), remedy };
    } catch (...) {
        return { ErrorKind::Internal, "a computation failed and did not say why.", {}, remedy };
    }
}

} // namespace temper
