// SPDX-License-Identifier: Apache-2.0
// The methods of a session that need no model: version, text, data. README.md beside this file lists all of
// them.
#pragma once

#include "core/common/link/session.h"

namespace temper {

void addEngineMethods(SessionMethods& methods, const std::string& version); // engine.version
void addTextMethods(SessionMethods& methods); // tokenize, render
void addDataMethods(SessionMethods& methods); // data.preview
void addRecipeMethods(SessionMethods& methods); // recipe.check, recipe.keys

} // namespace temper
