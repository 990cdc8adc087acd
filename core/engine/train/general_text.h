// SPDX-License-Identifier: Apache-2.0
// A short text of everyday kinds that no run trains on: what a model loses on it shows how much it forgets.
#pragma once

#include <string_view>

namespace temper {

// English prose, explanation, dialogue, a letter, code and a little Chinese, in UTF-8. Changing it makes the
// general perplexities of earlier runs incomparable.
std::string_view generalText();

} // namespace temper
