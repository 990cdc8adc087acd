// SPDX-License-Identifier: Apache-2.0
// Processes and the machine they run on: memory, cores, starting a program that outlives its starter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace temper {

// Resident memory of this process in bytes; 0 where the system does not say.
std::uint64_t peakResidentBytes();
std::uint64_t currentResidentBytes();
std::uint64_t residentBytesOf(std::int64_t process); // 0: it does not run any more

// Memory of the machine in bytes, or of the control group when that has less. "Available" is what can be used
// without swapping.
std::uint64_t totalMemoryBytes();
std::uint64_t availableMemoryBytes();

int usableCores(); // that this process may run on, within its processor share; at least 1

std::filesystem::path executablePath();
std::string machineName();
std::int64_t processId();
bool isProcessAlive(std::int64_t processId);
bool stderrIsTerminal();

// From now on a closed terminal or pipe does not end this process; writing to a closed pipe fails instead.
void ignoreHangups();
void lowerPriority(); // nice, so that a person's other programs stay quick

struct DetachedProgram {
    std::filesystem::path program;
    std::vector<std::string> arguments; // without the program's name
    std::filesystem::path log; // stdout and stderr are appended here
    std::filesystem::path folder; // the working folder; empty: this process's own
};

// Starts a program in a session of its own, stdin from nowhere, hang-ups and broken pipes ignored, no file
// inherited; it lives on when this process ends, and leaves no zombie. Answers its process id. Throws
// Error(Environment) when it cannot be started, also when the program does not exist.
std::int64_t startDetached(const DetachedProgram& program);

} // namespace temper
