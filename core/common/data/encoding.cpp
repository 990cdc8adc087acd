// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/encoding.h"

#include "core/common/base/error.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>
#include <vector>

namespace temper {

namespace {

struct Mark {
    std::string_view bytes;
    const char* name;
};

using namespace std::string_view_literals;

// UTF-32 before UTF-16: its mark begins with the other's.
constexpr std::array kMarks = {
    Mark { "\xEF\xBB\xBF"sv, "UTF-8" },
    Mark { "\xFF\xFE\0\0"sv, "UTF-32LE" },
    Mark { "\0\0\xFE\xFF"sv, "UTF-32BE" },
    Mark { "\xFF\xFE"sv, "UTF-16LE" },
    Mark { "\xFE\xFF"sv, "UTF-16BE" },
    Mark { "\x84\x31\x95\x33"sv, "GB18030" },
};

constexpr std::array kEastAsian = { "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR" };

// The most frequent characters of Chinese text, simplified and traditional: real text holds many of them,
// text decoded with the wrong table hardly any.
constexpr std::u16string_view kFrequentHan
    = u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
      u"用道行"
      u"所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
      u"這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣開從實請問點體與將無";

struct Utf8Count {
    std::size_t characters = 0; // beyond ASCII
    std::size_t bad = 0;
};

Utf8Count countUtf8(std::string_view text)
{
    Utf8Count count;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        if (static_cast<unsigned char>(text[static_cast<std::size_t>(i)]) < 0x80) {
            ++i;
            continue;
        }
        const std::int32_t start = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c >= 0)
            ++count.characters;
        else if (length - start >= 4) // the sample's end may cut a character
            ++count.bad;
    }
    return count;
}

std::vector<char16_t> decode(const char* encoding, std::string_view text, std::size_t& bad)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    if (U_FAILURE(status))
        return {};
    std::vector<char16_t> out(text.size() + 16);
    char16_t* target = out.data();
    const char* source = text.data();
    ucnv_toUnicode(converter, &target, out.data() + out.size(), &source, text.data() + text.size(), nullptr,
        false, &status);
    ucnv_close(converter);
    out.resize(static_cast<std::size_t>(target - out.data()));
    bad = static_cast<std::size_t>(std::count(out.begin(), out.end(), u'\uFFFD'));
    return out;
}

struct Characters {
    double beyondAscii = 0, han = 0, kana = 0, hangul = 0;
    double good = 0; // weighed by how often people write such ones
};

Characters countCharacters(const std::vector<char16_t>& text)
{
    Characters count;
    for (const char16_t c : text) {
        if (c < 0x80)
            continue;
        ++count.beyondAscii;
        const bool isKana = c >= 0x3041 && c <= 0x30FF;
        const bool isHangul = c >= 0xAC00 && c <= 0xD7A3;
        const bool isHan = c >= 0x4E00 && c <= 0x9FFF;
        const bool isPunctuation = (c >= 0x3000 && c <= 0x3020) || (c >= 0xFF01 && c <= 0xFF5E);
        count.kana += isKana ? 1 : 0;
        count.hangul += isHangul ? 1 : 0;
        count.han += isHan ? 1 : 0;
        if (isKana || isHangul)
            count.good += 1.0;
        else if (isPunctuation)
            count.good += 0.6;
        else if (isHan)
            count.good += kFrequentHan.find(c) != std::u16string_view::npos ? 1.0 : 0.15;
    }
    return count;
}

// How much decoded text looks like what people write in the encoding's language, 0 to 1.
double plausibility(std::string_view encoding, const std::vector<char16_t>& text)
{
    const Characters count = countCharacters(text);
    const double letters = std::max(1.0, count.han + count.kana + count.hangul);
    // Korean hardly uses Han characters today, Japanese never goes without kana, Chinese has neither of both.
    const bool fits = encoding == "EUC-KR"                ? count.hangul > 0.8 * letters
        : encoding == "Shift_JIS" || encoding == "EUC-JP" ? count.kana > 0.2 * letters
                                                          : count.han > 0.9 * letters;
    return (fits ? 1.0 : 0.3) * count.good / std::max(1.0, count.beyondAscii);
}

// Whether nearly all of it becomes characters that exist and that text has.
bool readsAs(const char* encoding, std::string_view text)
{
    std::size_t bad = 0;
    const std::vector<char16_t> decoded = decode(encoding, text.substr(0, 64 << 10), bad);
    const auto odd = std::ranges::count_if(decoded, [](char16_t c) {
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == u'\f' || U16_IS_SURROGATE(c))
            return false;
        return u_iscntrl(c) || !u_isdefined(c) || u_charType(c) == U_PRIVATE_USE_CHAR || c == 0xFFFD;
    });
    return !decoded.empty() && static_cast<std::size_t>(odd) * 50 <= decoded.size();
}

std::string zeroPattern(std::string_view head)
{
    std::array<std::size_t, 4> zeros {};
    const std::size_t length = head.size() / 4 * 4;
    for (std::size_t i = 0; i < length; ++i)
        zeros[i % 4] += head[i] == '\0' ? 1u : 0u;
    const std::size_t quarter = length / 4;
    const std::size_t all = zeros[0] + zeros[1] + zeros[2] + zeros[3];
    if (all == 0 || quarter == 0)
        return std::ranges::count(head, '\0') > 0 ? "binary" : "";
    const bool isAscii = std::ranges::all_of(head,
        [](char c) { return c == '\0' || c == '\n' || c == '\r' || c == '\t' || (c >= ' ' && c < '\x7F'); });
    if (isAscii && all < quarter) // ASCII as UTF-16 has a zero in every character
        return "binary";
    const auto most = [&](std::size_t i) { return zeros[i] * 10 > quarter * 9; };
    const auto few = [&](std::size_t even) { return zeros[even] + zeros[even + 2]; };
    if (most(2) && most(3) && zeros[0] * 10 < quarter)
        return "UTF-32LE";
    if (most(0) && most(1) && zeros[3] * 10 < quarter)
        return "UTF-32BE";
    // Text in scripts other than Latin holds few zeros: those of its blanks, digits, line breaks and
    // brackets.
    if (few(1) * 50 > quarter && few(1) > 8 * few(0))
        return "UTF-16LE";
    if (few(0) * 50 > quarter && few(0) > 8 * few(1))
        return "UTF-16BE";
    return "binary";
}

[[noreturn]] void refuseBinary(const std::string& subject, const char* sentence)
{
    throw Error(ErrorKind::Input, sentence, subject, "Give a JSON, JSONL, CSV, Parquet or text file.");
}

void refuseKnownBinary(std::string_view head, const std::string& subject)
{
    const auto begins = [&](std::string_view mark) { return head.starts_with(mark); };
    if (begins("\x1F\x8B") || begins("PK\x03\x04") || begins("BZh")
        || begins("\xFD"
                  "7zXZ")
        || begins("\x28\xB5\x2F\xFD") || begins("7z\xBC\xAF"))
        throw Error(ErrorKind::Input, "is compressed.", subject, "Unpack it first.");
    if (begins("\x7F"
               "ELF")
        || begins("\x89PNG") || begins("%PDF") || begins("\xFF\xD8\xFF"))
        refuseBinary(subject, "is a binary file, not text.");
}

bool hasManyControls(std::string_view head)
{
    const auto control = std::count_if(head.begin(), head.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B' && c != '\0';
    });
    return static_cast<std::size_t>(control) * 20 > head.size();
}

// Only the lines that hold something else than ASCII: what the detector counts is not drowned in markup.
std::string tellingLines(std::string_view head)
{
    constexpr std::size_t kEnough = 64 << 10;
    std::string out;
    for (std::size_t begin = 0; begin < head.size() && out.size() < kEnough;) {
        const std::size_t end = std::min(head.find('\n', begin), head.size());
        const std::string_view line = head.substr(begin, end - begin);
        if (std::any_of(
                line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            out.append(line.substr(0, kEnough)).push_back('\n');
        begin = end + 1;
    }
    return out;
}

TextEncoding detectLegacy(const std::string& sample)
{
    TextEncoding best { "windows-1252", 0, 0.1 };
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector* detector = ucsdet_open(&status);
    ucsdet_setText(detector, sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t found = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector, &found, &status);
    const auto says = [&](std::string_view name) {
        for (std::int32_t i = 0; i < found; ++i)
            if (name == ucsdet_getName(matches[i], &status))
                return ucsdet_getConfidence(matches[i], &status) / 100.0;
        return 0.0;
    };
    for (std::int32_t i = 0; U_SUCCESS(status) && i < found; ++i) {
        const std::string name = ucsdet_getName(matches[i], &status);
        const bool eastAsian
            = std::any_of(kEastAsian.begin(), kEastAsian.end(), [&](auto n) { return n == name; });
        const double confidence = ucsdet_getConfidence(matches[i], &status) / 100.0;
        if (!eastAsian && !name.starts_with("UTF") && !name.starts_with("ISO-2022")
            && confidence > best.confidence)
            best = { name == "ISO-8859-1" ? "windows-1252" : name, 0, confidence };
    }
    double bestScore = best.confidence * 0.8;
    for (const char* name : kEastAsian) {
        std::size_t bad = 0;
        const auto text = decode(name, sample, bad);
        if (text.empty() || bad * 200 > text.size())
            continue;
        const double likely = plausibility(name, text);
        const double score = likely + 0.3 * says(name);
        if (likely > 0.3 && score > bestScore) {
            bestScore = score;
            best = { name, 0, std::min(1.0, std::max(likely, says(name))) };
        }
    }
    ucsdet_close(detector);
    return best;
}

} // namespace

TextEncoding detectEncoding(std::string_view head, const std::string& subject)
{
    for (const Mark& mark : kMarks)
        if (head.starts_with(mark.bytes))
            return { mark.name, mark.bytes.size(), 1.0 };
    refuseKnownBinary(head, subject);
    const std::string pattern = zeroPattern(head.substr(0, 256 << 10));
    if (!pattern.empty() && pattern != "binary" && readsAs(pattern.c_str(), head))
        return { pattern, 0, 0.9 };
    if (hasManyControls(head))
        refuseBinary(subject, "is a binary file, not text.");
    if (!pattern.empty())
        refuseBinary(subject, "is a binary file, not text: it holds zero bytes.");
    const Utf8Count count = countUtf8(head);
    if (count.bad * 2 <= count.characters)
        return { "UTF-8", 0, 1.0 };
    return detectLegacy(tellingLines(head));
}

TextEncoding detectEncodingOfFile(const std::filesystem::path& path)
{
    constexpr std::size_t kBlock = 1 << 20;
    constexpr std::size_t kEnoughBeyondAscii = 256;
    std::ifstream file(path, std::ios::binary);
    std::string head(kBlock, '\0');
    std::string sample;
    std::size_t beyond = 0;
    TextEncoding found;
    for (bool first = true; file && beyond < kEnoughBeyondAscii && sample.size() <= 8 * kBlock;
         first = false) {
        file.read(head.data(), static_cast<std::streamsize>(kBlock));
        const std::string_view block(head.data(), static_cast<std::size_t>(file.gcount()));
        const auto here = std::count_if(block.begin(), block.end(),
            [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\0'; });
        beyond += static_cast<std::size_t>(here);
        if (here > 0)
            sample += block;
        if (first)
            found = detectEncoding(block, path.string());
        else if (here > 0)
            found = detectEncoding(sample, path.string());
        if (found.markBytes > 0)
            break;
    }
    return found;
}

} // namespace temper
