// SPDX-License-Identifier: Apache-2.0
// The data sub-commands that make new files or stores of others: convert, split, mix.
#pragma once

namespace CLI {
class App;
}

namespace temper {

void addConvert(CLI::App& data);
void addSplit(CLI::App& data);
void addMix(CLI::App& data);

} // namespace temper
