// SPDX-License-Identifier: Apache-2.0
// Any bytes as a data file: either one sentence, or rows that are stored and read back as the same rows. The
// first byte chooses the file's ending.
#include "core/common/base/error.h"
#include "core/common/base/os_process.h"
#include "core/common/data/reading.h"
#include "core/common/data/words.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace {

constexpr std::array kEndings = { ".jsonl", ".json", ".csv", ".txt", ".parquet" };

void mustComeBack(const temper::DataRow& row)
{
    const std::string content = temper::contentJson(row);
    if (temper::contentJson(temper::rowFromContent(content, {}, "fuzz")) != content)
        std::abort();
    temper::wordsOf(temper::readableText(row));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::filesystem::path path = std::filesystem::temp_directory_path()
        / ("jsonl_fuzz_" + std::to_string(temper::processId()) + kEndings[data[0] % kEndings.size()]);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(data + 1), static_cast<std::streamsize>(size - 1));
    try {
        temper::readRows(path, {}, [](temper::DataRow&& row) { mustComeBack(row); });
    } catch (const temper::Error&) {
    }
    std::filesystem::remove(path);
    return 0;
}
