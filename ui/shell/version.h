// SPDX-License-Identifier: GPL-3.0-or-later
// The window's version; a test holds it equal to the build's.
#pragma once

namespace temper {

inline constexpr const char* kVersion = "0.1.0";

} // namespace temper
