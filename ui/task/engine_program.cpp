// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task/engine_program.h"

#include "core/common/base/os_process.h"

#include <QString>

namespace temper {

std::filesystem::path engineProgram()
{
    const QString chosen = qEnvironmentVariable("TEMPER_ENGINE");
    if (!chosen.isEmpty())
        return { chosen.toStdU16String() };
    return executablePath().parent_path() / "temper-engine";
}

} // namespace temper
