// SPDX-License-Identifier: Apache-2.0
// "user.name.0": how filters look into items, and how sorting ones compare them.
#pragma once

#include "core/common/text/jinja_value.h"

namespace temper::jinja {

// `path` is an integer, text with dots, or none (the item itself).
Value attributePath(const Value& item, const Value& path);
// The same, with `fallback` in place of what is undefined on the way.
Value attributePath(const Value& item, const Value& path, const Value& fallback);
enum class LetterCase { Ignored, Kept };
Value sortKey(const Value& item, const Value& path, LetterCase letters);

} // namespace temper::jinja
