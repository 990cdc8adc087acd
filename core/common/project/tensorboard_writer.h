// SPDX-License-Identifier: Apache-2.0
// Scalars in TensorBoard's event files: TFRecords (length, masked CRC-32C, data, masked CRC-32C) of Event
// messages.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace temper {

// Writes one new file events.out.tfevents.… in the folder (created where it is missing). Every call is
// flushed.
class TensorBoardWriter {
public:
    // After a resume firstStep is the first step of this process: TensorBoard then forgets the points from
    // there on that an earlier file holds. Throws Error(Environment) where the file cannot be written.
    TensorBoardWriter(const std::filesystem::path& folder, double wallTime, std::int64_t firstStep = 0);

    using Scalar = std::pair<std::string_view, double>; // tag and value; the file keeps single precision
    void writeScalars(std::int64_t step, double wallTime, std::span<const Scalar> scalars);

    const std::filesystem::path& path() const noexcept { return m_path; }

private:
    void writeRecord(std::string_view data);

    std::filesystem::path m_path;
    std::ofstream m_file;
};

// CRC-32C (Castagnoli), as TFRecord masks it: rotated by 15 bits, plus 0xa282ead8.
std::uint32_t maskedCrc32c(std::string_view data);

} // namespace temper
