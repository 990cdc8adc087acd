// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the pages, in the order of the work.
#pragma once

namespace temper {

enum class PageId { Data, Label, Model, Train, Runs, Compare, Inspect, Export, Learn };

} // namespace temper
