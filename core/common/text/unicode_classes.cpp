// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/unicode_classes.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <unicode/uchar.h>
#include <unicode/uset.h>

namespace temper {

namespace {

std::uint8_t flagsOfCategory(UCharCategory category)
{
    const std::uint32_t mask = U_MASK(category);
    std::uint8_t flags = 0;
    if (mask & U_GC_L_MASK)
        flags |= kLetter;
    if (mask & U_GC_N_MASK)
        flags |= kNumber;
    if (mask & U_GC_M_MASK)
        flags |= kMark | kWordCharacter;
    if (mask & U_GC_MN_MASK)
        flags |= kNonspacingMark;
    if (mask & U_GC_P_MASK)
        flags |= kPunctuation;
    if (mask & (U_GC_ND_MASK | U_GC_PC_MASK))
        flags |= kWordCharacter;
    if (mask & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK))
        flags |= kControl;
    return flags;
}

struct Table {
    std::uint8_t* flags;
    UChar32 size;
};

UBool fillCategory(const void* context, UChar32 start, UChar32 limit, UCharCategory category)
{
    const auto& table = *static_cast<const Table*>(context);
    if (start >= table.size)
        return false;
    std::memset(table.flags + start, flagsOfCategory(category),
        static_cast<std::size_t>(std::min(limit, table.size) - start));
    return true;
}

void fillProperty(const Table& table, UProperty property, std::uint8_t flag)
{
    const std::unique_ptr<USet, decltype(&uset_close)> set(uset_openEmpty(), &uset_close);
    UErrorCode status = U_ZERO_ERROR;
    uset_applyIntPropertyValue(set.get(), property, 1, &status);
    const std::int32_t ranges = uset_getItemCount(set.get());
    for (std::int32_t i = 0; i < ranges; ++i) {
        UChar32 start = 0;
        UChar32 end = 0;
        uset_getItem(set.get(), i, &start, &end, nullptr, 0, &status);
        for (UChar32 point = start; point <= end && point < table.size; ++point)
            table.flags[point] |= flag;
    }
}

// The reference tokenizers know the punctuation of Unicode 8 and split at no younger sign.
void keepOldPunctuation(const Table& table)
{
    for (UChar32 point = 0; point < table.size; ++point) {
        if ((table.flags[point] & kPunctuation) == 0)
            continue;
        UVersionInfo age;
        u_charAge(point, age);
        if (age[0] > 8)
            table.flags[point] &= static_cast<std::uint8_t>(~kPunctuation);
    }
}

} // namespace

CharacterClasses::CharacterClasses()
{
    const Table table { m_flags, static_cast<UChar32>(kCovered) };
    u_enumCharTypes(fillCategory, &table);
    fillProperty(table, UCHAR_WHITE_SPACE, kWhiteSpace);
    fillProperty(table, UCHAR_ALPHABETIC, kWordCharacter);
    fillProperty(table, UCHAR_JOIN_CONTROL, kWordCharacter);
    keepOldPunctuation(table);
    for (const char symbol : { '$', '+', '<', '=', '>', '^', '`', '|', '~' })
        m_flags[static_cast<unsigned char>(symbol)] |= kPunctuation;
}

std::uint8_t CharacterClasses::flagsBeyond(char32_t value)
{
    return flagsOfCategory(static_cast<UCharCategory>(u_charType(static_cast<UChar32>(value))));
}

const CharacterClasses& characterClasses()
{
    static const CharacterClasses classes;
    return classes;
}

} // namespace temper
