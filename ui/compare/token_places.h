// SPDX-License-Identifier: GPL-3.0-or-later
// Which token a shown character came from, also where Markdown's marks were taken out of the text.
#pragma once

#include "core/common/project/conversation.h"

#include <QString>
#include <vector>

namespace temper {

inline constexpr int kNoToken = -1;

// For each UTF-16 character of `shown` the index of its token; kNoToken where it stands in none (a bullet
// that Markdown made).
std::vector<int> tokenPlaces(const std::vector<AnswerToken>& tokens, const QString& shown);

} // namespace temper
