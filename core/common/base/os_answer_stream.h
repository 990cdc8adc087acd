// SPDX-License-Identifier: Apache-2.0
// The real standard output, kept for a protocol, while everything else that prints goes to standard error.
#pragma once

#include "core/common/base/os_descriptor.h"

#include <string_view>

namespace temper {

// From construction on this object alone writes to what was the standard output; whatever a library prints
// there goes to stderr. One in a program. Throws Error(Environment) where there is no standard output.
class AnswerStream {
public:
    AnswerStream();

    // One line, the line feed is added. False once the other side has gone; not safe from several threads at
    // once.
    bool writeLine(std::string_view line);

private:
    Descriptor m_output;
};

} // namespace temper
