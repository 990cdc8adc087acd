// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of a token's chip, in pixels: its layout and its painting share them.
#pragma once

namespace temper::token_chip {

constexpr int kTextHeight = 20;
constexpr int kIdHeight = 13; // under the text
constexpr int kSharedHeight = 20; // the characters above their byte chips
constexpr int kMostLetters = 400; // of a token's text that are drawn

} // namespace temper::token_chip
