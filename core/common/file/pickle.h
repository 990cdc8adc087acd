// SPDX-License-Identifier: Apache-2.0
// A Python pickle as plain values. Nothing it asks for is ever run: names are written down, and only those on
// a list are let through.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

enum class PickleKind {
    None,
    Boolean,
    Integer,
    Real,
    Text,
    Tuple,
    List,
    Dictionary, // items: key, value, key, value, …
    Global, // text: "module.name"
    Call, // items: the global, the tuple of its arguments
    Persistent, // items: what the program's own storage is named by
};

// Values name each other by their place in Pickle::values, so that a value that holds itself does no harm.
struct PickleValue {
    PickleKind kind = PickleKind::None;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text {}; // in the bytes that were read, or in Pickle::names
    std::vector<std::uint32_t> items {};
};

struct Pickle {
    std::vector<PickleValue> values;
    std::deque<std::string> names; // what the texts of globals point into
    std::uint32_t root = 0;
    std::uint64_t bytes = 0; // how many were read

    const PickleValue& top() const { return values[root]; }
    const PickleValue& at(std::uint32_t index) const { return values[index]; }
};

using AllowedGlobal = bool (*)(std::string_view qualifiedName);

// Reads one pickle from the beginning of `bytes`. Throws Error(Input) that names the first opcode or global
// that is not on the list, and for a pickle that is cut off or makes no sense.
Pickle readPickle(std::string_view bytes, const std::string& subject, AllowedGlobal isAllowed);

} // namespace temper
