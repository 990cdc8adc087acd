// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_library.h"

#include <dlfcn.h>

namespace temper {

OsLibrary::OsLibrary(const std::string& name)
    : m_handle(dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL))
{
    if (m_handle)
        return;
    const char* const reason = dlerror();
    m_reason = reason ? reason : name + " cannot be opened";
}

void* OsLibrary::address(const char* name) const
{
    return m_handle ? dlsym(m_handle, name) : nullptr;
}

} // namespace temper
