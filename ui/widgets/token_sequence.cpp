// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/token_sequence.h"

#include "core/common/data/sample.h"
#include "core/common/text/tokenizer/byte_letters.h"

#include <algorithm>

namespace temper {

namespace {

constexpr QChar kReplacement(0xFFFD);

QString visible(QString text)
{
    if (text.size() > 1 && text.startsWith(QLatin1Char(' ')) && !text.trimmed().isEmpty())
        text = text.mid(1);
    text.replace(QLatin1Char('\n'), QChar(0x21B5)).replace(QLatin1Char('\t'), QChar(0x21E5));
    text.remove(QLatin1Char('\r'));
    if (text.trimmed().isEmpty())
        text.replace(QLatin1Char(' '), QChar(0x2423));
    return text;
}

// The bytes a vocabulary entry stands for: "<0xE4>" or byte-level letters; empty when it is neither.
QByteArray bytesOf(const QString& piece)
{
    if (piece.size() == 6 && piece.startsWith(QLatin1String("<0x")))
        return QByteArray::fromHex(piece.mid(3, 2).toLatin1());
    const auto bytes = lettersToBytes(piece.toStdString());
    return bytes ? QByteArray::fromStdString(*bytes) : QByteArray();
}

QString hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex(' ')).toUpper();
}

// Whole characters as they are, the bytes of a broken one in hexadecimal figures.
QString byteText(const QString& piece)
{
    const QByteArray bytes = bytesOf(piece);
    if (bytes.isEmpty())
        return piece;
    QStringList parts;
    QByteArray broken;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const qsizetype length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
        const QString whole = QString::fromUtf8(bytes.mid(at, std::max<qsizetype>(length, 1)));
        const bool complete = length > 0 && at + length <= bytes.size() && !whole.contains(kReplacement);
        if (!complete) {
            broken.append(bytes[at++]);
            continue;
        }
        if (!broken.isEmpty())
            parts.append(hexText(std::exchange(broken, {})));
        parts.append(visible(whole));
        at += length;
    }
    if (!broken.isEmpty())
        parts.append(hexText(broken));
    return parts.join(QLatin1Char(' '));
}

class SequenceMaker {
public:
    SequenceMaker(const Sample& sample, const Tokenizer* tokenizer)
        : m_sample(sample)
        , m_tokenizer(tokenizer)
        , m_text(QString::fromStdString(sample.rendered).toUcs4())
    {
    }

    TokenSequence make()
    {
        TokenSequence sequence;
        const auto count = static_cast<qsizetype>(m_sample.ids.size());
        sequence.tokens.reserve(count);
        for (qsizetype i = 0; i < count; ++i)
            sequence.tokens.append(token(static_cast<std::size_t>(i)));
        findShared(sequence);
        return sequence;
    }

private:
    bool hasText(std::size_t i) const
    {
        return i < m_sample.offsets.size() && m_sample.offsets[i].begin < m_sample.offsets[i].end;
    }

    QString textBetween(std::uint32_t begin, std::uint32_t end) const
    {
        const auto size = static_cast<std::uint32_t>(m_text.size());
        begin = std::min(begin, size);
        end = std::clamp(end, begin, size);
        return QString::fromUcs4(reinterpret_cast<const char32_t*>(m_text.constData()) + begin,
            static_cast<qsizetype>(end - begin));
    }

    ShownToken token(std::size_t i) const
    {
        ShownToken token;
        token.id = m_sample.ids[i];
        token.supervised = i < m_sample.labels.size() && m_sample.labels[i] != kNoLoss;
        if (!m_tokenizer) {
            token.text = QString::number(token.id);
            return token;
        }
        token.piece = QString::fromStdString(m_tokenizer->tokenOf(token.id));
        if (m_tokenizer->isSpecial(token.id)) {
            token.kind = TokenKind::Special;
            token.text = token.piece;
        } else if (hasText(i)) {
            token.text = visible(textBetween(m_sample.offsets[i].begin, m_sample.offsets[i].end));
        } else {
            decodeAlone(token);
        }
        if (token.text.isEmpty())
            token.text = token.piece.isEmpty() ? QString::number(token.id) : token.piece;
        return token;
    }

    void decodeAlone(ShownToken& token) const
    {
        const QString decoded
            = QString::fromStdString(m_tokenizer->decode(std::span(&token.id, 1), SpecialText::Keep));
        const bool broken = decoded.contains(kReplacement);
        token.kind = broken ? TokenKind::Bytes : TokenKind::Text;
        token.text = broken ? byteText(token.piece) : visible(decoded);
    }

    // Tokens whose spans overlap hold parts of the same characters.
    void findShared(TokenSequence& sequence) const
    {
        const std::size_t count = std::min(m_sample.offsets.size(), m_sample.ids.size());
        for (std::size_t first = 0; first < count;) {
            std::size_t end = first + 1;
            std::uint32_t reach = m_sample.offsets[first].end;
            while (hasText(first) && end < count && hasText(end) && m_sample.offsets[end].begin < reach)
                reach = std::max(reach, m_sample.offsets[end++].end);
            if (end - first > 1)
                share(sequence, first, end, reach);
            first = end;
        }
    }

    void share(TokenSequence& sequence, std::size_t first, std::size_t end, std::uint32_t reach) const
    {
        const auto group = static_cast<int>(sequence.shared.size());
        sequence.shared.append({ static_cast<int>(first), static_cast<int>(end - first),
            visible(textBetween(m_sample.offsets[first].begin, reach)) });
        for (std::size_t i = first; i < end; ++i) {
            ShownToken& token = sequence.tokens[static_cast<qsizetype>(i)];
            token.characters = group;
            token.kind = TokenKind::Bytes;
            token.text = byteText(token.piece);
        }
    }

    const Sample& m_sample;
    const Tokenizer* m_tokenizer;
    QList<uint> m_text;
};

} // namespace

int TokenSequence::supervisedTokens() const
{
    if (tokens.isEmpty())
        return 0;
    return static_cast<int>(std::count_if(
        tokens.begin() + 1, tokens.end(), [](const ShownToken& token) { return token.supervised; }));
}

TokenSequence tokenSequence(const Sample& sample, const Tokenizer* tokenizer)
{
    return SequenceMaker(sample, tokenizer).make();
}

} // namespace temper
