// SPDX-License-Identifier: GPL-3.0-or-later
// The address models are fetched from, as the person set it: nothing goes over a network before.
#pragma once

#include <QString>

namespace temper {

// From the person's own settings; empty where none was set.
QString readServerAddress();

// Throws Error(Environment) where the settings cannot be written.
void writeServerAddress(const QString& address);

} // namespace temper
