// SPDX-License-Identifier: Apache-2.0
// The operations of a Python pickle: those that are obeyed, and the names of those that are refused.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace temper {

// Opcodes by their bytes (pickletools); those that are not here are refused.
enum Opcode : std::uint8_t {
    kMark = '(',
    kStop = '.',
    kPop = '0',
    kPopMark = '1',
    kBinFloat = 'G',
    kBinInt = 'J',
    kBinInt1 = 'K',
    kBinInt2 = 'M',
    kNone = 'N',
    kBinPersId = 'Q',
    kReduce = 'R',
    kBinString = 'T',
    kShortBinString = 'U',
    kBinUnicode = 'X',
    kAppend = 'a',
    kBuild = 'b',
    kGlobal = 'c',
    kAppends = 'e',
    kBinGet = 'h',
    kLongBinGet = 'j',
    kList = 'l',
    kBinPut = 'q',
    kLongBinPut = 'r',
    kSetItem = 's',
    kTuple = 't',
    kSetItems = 'u',
    kEmptyDict = '}',
    kEmptyList = ']',
    kEmptyTuple = ')',
    kDict = 'd',
    kProto = 0x80,
    kTuple1 = 0x85,
    kTuple2 = 0x86,
    kTuple3 = 0x87,
    kNewTrue = 0x88,
    kNewFalse = 0x89,
    kLong1 = 0x8A,
    kShortBinUnicode = 0x8C,
    kBinUnicode8 = 0x8D,
    kStackGlobal = 0x93,
    kMemoize = 0x94,
    kFrame = 0x95,
};

struct OpcodeName {
    std::uint8_t code;
    const char* name;
};

// What a person may meet in a pickle that is refused.
constexpr OpcodeName kRefused[] = { { 'i', "INST" }, { 'o', "OBJ" }, { 'P', "PERSID" }, { 0x81, "NEWOBJ" },
    { 0x92, "NEWOBJ_EX" }, { 0x82, "EXT1" }, { 0x83, "EXT2" }, { 0x84, "EXT4" }, { 'F', "FLOAT" },
    { 'I', "INT" }, { 'L', "LONG" }, { 'S', "STRING" }, { 'V', "UNICODE" }, { 'p', "PUT" }, { 'g', "GET" },
    { '2', "DUP" }, { 'B', "BINBYTES" }, { 'C', "SHORT_BINBYTES" }, { 0x8B, "LONG4" }, { 0x8E, "BINBYTES8" },
    { 0x8F, "EMPTY_SET" }, { 0x90, "ADDITEMS" }, { 0x91, "FROZENSET" }, { 0x96, "BYTEARRAY8" },
    { 0x97, "NEXT_BUFFER" }, { 0x98, "READONLY_BUFFER" } };

inline std::string opcodeName(std::uint8_t code)
{
    for (const OpcodeName& row : kRefused)
        if (row.code == code)
            return row.name;
    std::array<char, 3> digits {};
    std::to_chars(digits.data(), digits.data() + 2, code, 16);
    return std::string("0x") + digits.data();
}

} // namespace temper
