// SPDX-License-Identifier: Apache-2.0
// A short name for the content of a model, so that a run can tell whether it is given the same one again.
#pragma once

#include <string>

namespace temper {

class ModelFiles;

// 32 hexadecimal digits over every tensor's name, type, shape and a sample of its bytes (its first and last 4 KB): quick
// for any size, and different for models that differ in any trained matrix. Where the files lie does not count.
std::string modelHash(const ModelFiles& files);

} // namespace temper
