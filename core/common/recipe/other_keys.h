// SPDX-License-Identifier: Apache-2.0
// Keys of recipes written for other programs: what is passed over, what is not offered, what is called
// otherwise here.
#pragma once

#include <string>
#include <string_view>

namespace temper {

enum class OtherKeyKind {
    NoEffect, // accepted with a warning whatever its value
    OffOnly, // a switch that this version does not offer: accepted with a warning where it is off
    CalledOtherwise, // another program's name for a key of ours
};

struct OtherKey {
    std::string_view name;
    OtherKeyKind kind;
    std::string_view ours
        = {}; // CalledOtherwise: our key; else what to use instead, where there is something
};

// nullptr where nothing is known about the name.
const OtherKey* findOtherKey(std::string_view name);

// Whether a value says "off": false, no, 0, none, null, [].
bool isOffValue(std::string_view text);

} // namespace temper
