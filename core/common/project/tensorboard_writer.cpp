// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/tensorboard_writer.h"

#include "core/common/base/error.h"

#include <array>
#include <bit>
#include <fmt/format.h>

namespace temper {
namespace {

// Field numbers of tensorflow/core/util/event.proto and framework/summary.proto.
constexpr unsigned kWallTime = 1;
constexpr unsigned kStep = 2;
constexpr unsigned kFileVersion = 3;
constexpr unsigned kSummary = 5;
constexpr unsigned kSessionLog = 7;
constexpr unsigned kSummaryValue = 1;
constexpr unsigned kValueTag = 1;
constexpr unsigned kValueSimple = 2;
constexpr unsigned kSessionStatus = 1;
constexpr std::uint64_t kSessionStart = 1;

constexpr std::array<std::uint32_t, 256> crcTable()
{
    constexpr std::uint32_t kReversedPolynomial = 0x82F63B78U;
    std::array<std::uint32_t, 256> table {};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1U) ^ ((value & 1U) != 0 ? kReversedPolynomial : 0U);
        table[i] = value;
    }
    return table;
}

// A protocol buffer message being put together.
class Message {
public:
    void addVarint(unsigned field, std::uint64_t value)
    {
        appendVarint(field << 3U);
        appendVarint(value);
    }
    void addDouble(unsigned field, double value)
    {
        appendVarint((field << 3U) | 1U);
        appendLittleEndian(std::bit_cast<std::uint64_t>(value), sizeof value);
    }
    void addFloat(unsigned field, float value)
    {
        appendVarint((field << 3U) | 5U);
        appendLittleEndian(std::bit_cast<std::uint32_t>(value), sizeof value);
    }
    void addBytes(unsigned field, std::string_view value)
    {
        appendVarint((field << 3U) | 2U);
        appendVarint(value.size());
        m_bytes += value;
    }
    void appendLittleEndian(std::uint64_t value, std::size_t bytes)
    {
        for (std::size_t i = 0; i < bytes; ++i)
            m_bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
    }
    const std::string& bytes() const { return m_bytes; }

private:
    void appendVarint(std::uint64_t value)
    {
        for (; value >= 0x80U; value >>= 7U)
            m_bytes += static_cast<char>((value & 0x7FU) | 0x80U);
        m_bytes += static_cast<char>(value);
    }

    std::string m_bytes;
};

std::filesystem::path unusedName(const std::filesystem::path& folder, double wallTime)
{
    for (int number = 0;; ++number) {
        auto path = folder
            / fmt::format(
                "events.out.tfevents.{:010}.temper.{}", static_cast<std::int64_t>(wallTime), number);
        if (!std::filesystem::exists(path))
            return path;
    }
}

} // namespace

std::uint32_t maskedCrc32c(std::string_view data)
{
    static constexpr std::array<std::uint32_t, 256> kTable = crcTable();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : data)
        crc = kTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> 8U);
    crc = ~crc;
    return std::rotr(crc, 15) + 0xA282EAD8U;
}

TensorBoardWriter::TensorBoardWriter(const std::filesystem::path& folder,
    double wallTime,
    std::int64_t firstStep)
{
    std::error_code exists;
    std::filesystem::create_directories(folder, exists);
    m_path = unusedName(folder, wallTime);
    m_file.open(m_path, std::ios::binary);
    Message version;
    version.addDouble(kWallTime, wallTime);
    version.addBytes(kFileVersion, "brain.Event:2");
    writeRecord(version.bytes());
    if (firstStep <= 0)
        return;
    Message status;
    status.addVarint(kSessionStatus, kSessionStart);
    Message session;
    session.addDouble(kWallTime, wallTime);
    session.addVarint(kStep, static_cast<std::uint64_t>(firstStep));
    session.addBytes(kSessionLog, status.bytes());
    writeRecord(session.bytes());
}

void TensorBoardWriter::writeScalars(std::int64_t step, double wallTime, std::span<const Scalar> scalars)
{
    Message summary;
    for (const auto& [tag, value] : scalars) {
        Message scalar;
        scalar.addBytes(kValueTag, tag);
        scalar.addFloat(kValueSimple, static_cast<float>(value));
        summary.addBytes(kSummaryValue, scalar.bytes());
    }
    Message event;
    event.addDouble(kWallTime, wallTime);
    event.addVarint(kStep, static_cast<std::uint64_t>(step));
    event.addBytes(kSummary, summary.bytes());
    writeRecord(event.bytes());
}

void TensorBoardWriter::writeRecord(std::string_view data)
{
    Message length;
    length.appendLittleEndian(data.size(), sizeof(std::uint64_t));
    Message record;
    record.appendLittleEndian(data.size(), sizeof(std::uint64_t));
    record.appendLittleEndian(maskedCrc32c(length.bytes()), sizeof(std::uint32_t));
    Message tail;
    tail.appendLittleEndian(maskedCrc32c(data), sizeof(std::uint32_t));
    m_file << record.bytes() << data << tail.bytes();
    m_file.flush();
    if (!m_file)
        throw Error(ErrorKind::Environment, "this TensorBoard file cannot be written.", m_path.string(),
            "Make room or check the permissions of the run's folder.");
}

} // namespace temper
