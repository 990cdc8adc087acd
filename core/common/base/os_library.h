// SPDX-License-Identifier: Apache-2.0
// A shared library opened at run time, for what a machine may or may not have.
#pragma once

#include <string>

namespace temper {

// Stays loaded until the process ends: drivers do not bear being unloaded.
class OsLibrary {
public:
    explicit OsLibrary(const std::string& name); // file name as the system's loader finds it, or a path

    bool isOpen() const { return m_handle != nullptr; }
    const std::string& reason() const { return m_reason; } // why it is not open, in the loader's words

    // A function of the library, or nullptr. The caller states its type.
    template <typename Function> Function* function(const char* name) const
    {
        return reinterpret_cast<Function*>(address(name));
    }

private:
    void* address(const char* name) const;

    void* m_handle = nullptr;
    std::string m_reason;
};

} // namespace temper
