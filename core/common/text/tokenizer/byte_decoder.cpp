// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/byte_decoder.h"

#include "core/common/text/tokenizer/byte_letters.h"
#include "core/common/text/unicode.h"

namespace temper {

namespace {

class ByteLevelDecoder : public Decoder {
public:
    void apply(std::vector<std::string>& tokens) const override
    {
        std::string bytes;
        for (const std::string& token : tokens)
            bytes += lettersToBytes(token).value_or(token); // added tokens are plain text
        tokens.assign(1, repairUtf8(bytes));
    }
};

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

// <0x41>, or -1.
int byteOfToken(const std::string& token)
{
    if (token.size() != 6 || !token.starts_with("<0x") || token[5] != '>')
        return -1;
    const int high = hexDigit(token[3]);
    const int low = hexDigit(token[4]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// A run of byte tokens that is no UTF-8 as a whole becomes one U+FFFD a token.
void flush(std::string& bytes, std::vector<std::string>& texts)
{
    if (bytes.empty())
        return;
    if (isValidUtf8(bytes))
        texts.push_back(bytes);
    else
        texts.insert(texts.end(), bytes.size(), "\xEF\xBF\xBD");
    bytes.clear();
}

class ByteFallbackDecoder : public Decoder {
public:
    void apply(std::vector<std::string>& tokens) const override
    {
        std::vector<std::string> texts;
        std::string bytes;
        for (std::string& token : tokens) {
            const int byte = byteOfToken(token);
            if (byte >= 0) {
                bytes.push_back(static_cast<char>(byte));
            } else {
                flush(bytes, texts);
                texts.push_back(std::move(token));
            }
        }
        flush(bytes, texts);
        tokens = std::move(texts);
    }
};

} // namespace

std::unique_ptr<const Decoder> makeByteLevelDecoder(const JsonField&)
{
    return std::make_unique<ByteLevelDecoder>();
}

std::unique_ptr<const Decoder> makeByteFallbackDecoder(const JsonField&)
{
    return std::make_unique<ByteFallbackDecoder>();
}

} // namespace temper
