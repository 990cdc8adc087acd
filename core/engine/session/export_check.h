// SPDX-License-Identifier: Apache-2.0
// The method that loads an export and sees whether it answers as what it was made of.
#pragma once

#include "core/common/link/session.h"
#include "core/engine/session/model_shelf.h"

namespace temper {

// {"greatest_difference", "positions", "same_choice"}, as SelfTest.
Json exportCheckMethod(const Json& params, const SessionContext& context, ModelShelf& shelf);

} // namespace temper
