// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_answer_stream.h"

#include "core/common/base/os_error.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace temper {

AnswerStream::AnswerStream()
{
    std::fflush(stdout);
    m_output = Descriptor(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    if (!m_output.isOpen() || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        throwSystemError(errno, "keeping the standard output", "stdout");
}

bool AnswerStream::writeLine(std::string_view line)
{
    std::string text(line);
    text += '\n';
    std::size_t written = 0;
    while (written < text.size()) {
        const ::ssize_t bytes = ::write(m_output.number(), text.data() + written, text.size() - written);
        if (bytes < 0 && errno == EINTR)
            continue;
        if (bytes <= 0)
            return false;
        written += static_cast<std::size_t>(bytes);
    }
    return true;
}

} // namespace temper
