// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/server_address.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/os_paths.h"
#include "core/common/base/text_file.h"

namespace temper {

namespace {

std::filesystem::path addressFile()
{
    return userConfigFolder() / "model-server";
}

} // namespace

QString readServerAddress()
{
    try {
        return QString::fromStdString(readTextFile(addressFile())).trimmed();
    } catch (const Error&) {
        return {}; // never set
    }
}

void writeServerAddress(const QString& address)
{
    std::error_code problem;
    std::filesystem::create_directories(userConfigFolder(), problem);
    writeFileAtomically(addressFile(), address.trimmed().toStdString() + "\n");
}

} // namespace temper
