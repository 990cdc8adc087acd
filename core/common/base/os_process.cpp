// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_process.h"

#include "core/common/base/error.h"
#include "core/common/base/os_descriptor.h"
#include "core/common/base/os_error.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace temper {

namespace {

constexpr int kNiceness = 10;

// What the grandchild tells its starter through a pipe: its id, and the errno of a failed exec.
struct Report {
    pid_t process = 0;
    int code = 0;
};

// What lies between fork and exec may allocate nothing: another thread may have held the allocator's lock.
struct PreparedProgram {
    std::string program;
    std::string folder;
    std::vector<std::string> texts;
    std::vector<char*> arguments;
    Descriptor input;
    Descriptor output;

    explicit PreparedProgram(const DetachedProgram& source)
        : program(source.program.string())
        , folder(source.folder.string())
        , texts(source.arguments)
        , input(::open("/dev/null", O_RDONLY | O_CLOEXEC))
        , output(::open(source.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666))
    {
        if (!output.isOpen())
            throwSystemError(errno, "opening the log", source.log);
        arguments.push_back(program.data());
        for (std::string& text : texts)
            arguments.push_back(text.data());
        arguments.push_back(nullptr);
    }
};

void closeInherited(int kept)
{
    // Files opened without O_CLOEXEC by a library; the pipe itself closes at exec.
    const long limit = ::sysconf(_SC_OPEN_MAX);
    const int end = static_cast<int>(limit > 0 && limit < 65536 ? limit : 65536);
    for (int descriptor = 3; descriptor < end; ++descriptor)
        if (descriptor != kept)
            ::close(descriptor);
}

[[noreturn]] void becomeProgram(const PreparedProgram& prepared, int pipe)
{
    ::dup2(prepared.input.number(), STDIN_FILENO);
    ::dup2(prepared.output.number(), STDOUT_FILENO);
    ::dup2(prepared.output.number(), STDERR_FILENO);
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    closeInherited(pipe);
    Report report { ::getpid(), 0 };
    if (prepared.folder.empty() || ::chdir(prepared.folder.c_str()) == 0) {
        [[maybe_unused]] const auto sent = ::write(pipe, &report, sizeof report);
        ::execv(prepared.program.c_str(), prepared.arguments.data());
    }
    report.code = errno;
    [[maybe_unused]] const auto sent = ::write(pipe, &report, sizeof report);
    ::_exit(127);
}

// The last report counts: a second one comes only when exec failed.
Report readReports(int pipe)
{
    Report last;
    Report report;
    for (;;) {
        const ssize_t count = ::read(pipe, &report, sizeof report);
        if (count == static_cast<ssize_t>(sizeof report))
            last = report;
        else if (count >= 0 || errno != EINTR)
            return last;
    }
}

} // namespace

std::filesystem::path executablePath()
{
    std::error_code code;
    const auto path = std::filesystem::read_symlink("/proc/self/exe", code);
    if (code)
        throw Error(ErrorKind::Environment, "the program cannot find its own file: " + code.message() + ".");
    return path;
}

std::string machineName()
{
    std::array<char, 256> name {};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::int64_t processId()
{
    return ::getpid();
}

bool isProcessAlive(std::int64_t processId)
{
    return processId > 0 && (::kill(static_cast<pid_t>(processId), 0) == 0 || errno == EPERM);
}

bool stderrIsTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

void ignoreHangups()
{
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

void lowerPriority()
{
    if (::getpriority(PRIO_PROCESS, 0) < kNiceness)
        ::setpriority(PRIO_PROCESS, 0, kNiceness);
}

std::int64_t startDetached(const DetachedProgram& program)
{
    const PreparedProgram prepared(program);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throwSystemError(errno, "starting", program.program);
    const Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
    const pid_t child = ::fork();
    if (child == 0) {
        // The child's child has no living parent and no terminal: init reaps it, and nobody's Ctrl+C reaches
        // it.
        ::setsid();
        const pid_t grandchild = ::fork();
        if (grandchild == 0)
            becomeProgram(prepared, writing.number());
        ::_exit(grandchild > 0 ? 0 : 1);
    }
    const int code = errno;
    writing.close();
    if (child < 0)
        throwSystemError(code, "starting", program.program);
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) { }
    const Report report = readReports(reading.number());
    if (report.process == 0 || report.code != 0)
        throwSystemError(report.code != 0 ? report.code : EAGAIN, "starting", program.program);
    return report.process;
}

} // namespace temper
