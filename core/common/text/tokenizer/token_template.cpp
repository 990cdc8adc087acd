// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/token_template.h"

#include "core/common/text/tokenizer/offset_trimming.h"

#include <utility>

namespace temper {

namespace {

// Either special tokens or one of the texts.
struct TemplatePiece {
    std::vector<std::int32_t> ids;
    int text = -1; // 0 or 1; -1: the ids
    std::int32_t typeId = 0;
    bool lastUse = true; // of its text
};

enum class Trimming { Off, On };

class TemplatePostProcessor : public PostProcessor {
public:
    TemplatePostProcessor(std::vector<TemplatePiece> single, std::vector<TemplatePiece> pair)
        : m_single(std::move(single))
        , m_pair(std::move(pair))
    {
        markLastUses(m_single);
        markLastUses(m_pair);
    }

    void trim(PrefixSpace prefix)
    {
        m_trimming = Trimming::On;
        m_prefix = prefix;
    }

    void
    apply(std::vector<EncodedText>& parts, SpecialTokens special, const Tokenizer& tokenizer) const override
    {
        for (EncodedText& part : parts)
            if (m_trimming == Trimming::On)
                trimOffsets(part, m_prefix, tokenizer);
        if (parts.empty() || parts.size() > 2)
            return; // a template before this one has framed them already
        std::vector<EncodedText> framed;
        for (const TemplatePiece& piece : parts.size() > 1 ? m_pair : m_single) {
            if (piece.text >= 0)
                framed.push_back(takeText(piece, parts));
            else if (special == SpecialTokens::Add && !piece.ids.empty())
                framed.push_back(specialPart(piece));
            else
                continue;
            Encoding& tokens = framed.back().tokens;
            tokens.typeIds.assign(tokens.ids.size(), piece.typeId);
        }
        parts = std::move(framed);
    }

private:
    static void markLastUses(std::vector<TemplatePiece>& pieces)
    {
        bool seen[2] = { false, false };
        for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
            if (piece->text >= 0)
                piece->lastUse = !std::exchange(seen[piece->text], true);
    }

    static EncodedText takeText(const TemplatePiece& piece, std::vector<EncodedText>& parts)
    {
        EncodedText& text = parts[static_cast<std::size_t>(piece.text)];
        return piece.lastUse ? std::move(text) : text;
    }

    // With offsets in any case: the caller drops them all when nobody asked.
    static EncodedText specialPart(const TemplatePiece& piece)
    {
        EncodedText part;
        part.tokens.ids = piece.ids;
        part.tokens.offsets.assign(piece.ids.size(), TextSpan());
        return part;
    }

    std::vector<TemplatePiece> m_single;
    std::vector<TemplatePiece> m_pair;
    Trimming m_trimming = Trimming::Off;
    PrefixSpace m_prefix = PrefixSpace::NotAdded;
};

std::vector<std::int32_t> specialIds(const JsonField& processor, const JsonField& piece)
{
    const std::string name = piece.text("id");
    const JsonField tokens = processor.at("special_tokens");
    if (!tokens.has(name.c_str()))
        throw piece.error("the special token \"" + name + "\" is not in special_tokens.");
    std::vector<std::int32_t> ids;
    for (const JsonField& id : tokens.at(name.c_str()).elements("ids")) {
        if (!id.value().is_number_unsigned() || id.value().get<std::uint64_t>() > 0x7FFFFFFF)
            throw id.error("must be a token id.");
        ids.push_back(id.value().get<std::int32_t>());
    }
    return ids;
}

std::vector<TemplatePiece> readPieces(const JsonField& processor, const char* name)
{
    std::vector<TemplatePiece> pieces;
    for (const JsonField& element : processor.elements(name)) {
        TemplatePiece piece;
        if (element.has("SpecialToken")) {
            const JsonField special = element.at("SpecialToken");
            piece.ids = specialIds(processor, special);
            piece.typeId = static_cast<std::int32_t>(special.integerOr("type_id", 0));
        } else {
            const JsonField text = element.at("Sequence");
            const std::string id = text.text("id");
            if (id != "A" && id != "B")
                throw text.at("id").error("must be A or B.");
            if (id == "B" && std::string_view(name) == "single")
                throw text.at("id").error("a single text has no part B.");
            piece.text = id == "B" ? 1 : 0;
            piece.typeId = static_cast<std::int32_t>(text.integerOr("type_id", 0));
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

// ["[SEP]", 102]
std::int32_t pairedId(const JsonField& field, const char* name)
{
    const std::vector<JsonField> pair = field.elements(name);
    if (pair.size() != 2 || !pair[1].value().is_number_unsigned()
        || pair[1].value().get<std::uint64_t>() > 0x7FFFFFFF)
        throw field.at(name).error("must be a token and its id.");
    return pair[1].value().get<std::int32_t>();
}

TemplatePiece tokenPiece(std::int32_t id, std::int32_t typeId = 0)
{
    return { { id }, -1, typeId, true };
}

TemplatePiece textPiece(int text, std::int32_t typeId = 0)
{
    return { {}, text, typeId, true };
}

} // namespace

std::unique_ptr<const PostProcessor> makeTemplatePostProcessor(const JsonField& field)
{
    return std::make_unique<TemplatePostProcessor>(readPieces(field, "single"), readPieces(field, "pair"));
}

std::unique_ptr<const PostProcessor> makeBertPostProcessor(const JsonField& field)
{
    const std::int32_t cls = pairedId(field, "cls");
    const std::int32_t sep = pairedId(field, "sep");
    const std::vector<TemplatePiece> single { tokenPiece(cls), textPiece(0), tokenPiece(sep) };
    std::vector<TemplatePiece> pair = single;
    pair.push_back(textPiece(1, 1));
    pair.push_back(tokenPiece(sep, 1));
    return std::make_unique<TemplatePostProcessor>(single, std::move(pair));
}

std::unique_ptr<const PostProcessor> makeRobertaPostProcessor(const JsonField& field)
{
    const std::int32_t cls = pairedId(field, "cls");
    const std::int32_t sep = pairedId(field, "sep");
    const std::vector<TemplatePiece> single { tokenPiece(cls), textPiece(0), tokenPiece(sep) };
    std::vector<TemplatePiece> pair = single;
    pair.push_back(tokenPiece(sep));
    pair.push_back(textPiece(1));
    pair.push_back(tokenPiece(sep));
    auto processor = std::make_unique<TemplatePostProcessor>(single, std::move(pair));
    if (field.flagOr("trim_offsets", true))
        processor->trim(field.flagOr("add_prefix_space", true) ? PrefixSpace::Added : PrefixSpace::NotAdded);
    return processor;
}

std::unique_ptr<const PostProcessor> makeFrame(std::vector<std::int32_t> before,
    std::vector<std::int32_t> after)
{
    const std::vector<TemplatePiece> single { { before, -1, 0, true }, textPiece(0), { after, -1, 0, true } };
    std::vector<TemplatePiece> pair = single;
    pair.push_back({ before, -1, 1, true });
    pair.push_back(textPiece(1, 1));
    pair.push_back({ after, -1, 1, true });
    return std::make_unique<TemplatePostProcessor>(single, std::move(pair));
}

} // namespace temper
