// SPDX-License-Identifier: Apache-2.0
// The one exception type of Temper: what ends an activity, in words for the person who started it.
#pragma once

#include <exception>
#include <string>

namespace temper {

enum class ErrorKind {
    Usage, // the command or recipe asks for something that does not exist (exit code 2 on the command line)
    Input, // a file, row, key or value that cannot be used
    Environment, // disk, permission, memory, device, network
    Cancelled, // the person asked to stop
    Internal, // our own mistake
};

// An error is one sentence, the thing it is about (file, file:line, key) and what to do.
// what() is "subject: sentence remedy".
class Error : public std::exception {
public:
    Error(ErrorKind kind, std::string sentence, std::string subject = {}, std::string remedy = {});

    ErrorKind kind() const noexcept { return m_kind; }
    const std::string& sentence() const noexcept { return m_sentence; }
    const std::string& subject() const noexcept { return m_subject; }
    const std::string& remedy() const noexcept { return m_remedy; }
    const char* what() const noexcept override { return m_what.c_str(); }

private:
    ErrorKind m_kind;
    std::string m_sentence;
    std::string m_subject;
    std::string m_remedy;
    std::string m_what;
};

} // namespace temper
