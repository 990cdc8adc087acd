// SPDX-License-Identifier: Apache-2.0
// A folder of results that is there wholly or not at all.
#pragma once

#include <filesystem>

namespace temper {

// Made beside its target under a hidden name; without commit() nothing remains of it.
class NewFolder {
public:
    // Throws Error(Input) when `target` is a file or a folder that holds something, Error(Environment) when
    // nothing can be made there.
    explicit NewFolder(const std::filesystem::path& target);
    ~NewFolder();
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    const std::filesystem::path& path() const
    {
        return m_unfinished;
    } // what goes into the folder is written here
    void commit(); // gives it its name

private:
    std::filesystem::path m_target;
    std::filesystem::path m_unfinished;
};

} // namespace temper
