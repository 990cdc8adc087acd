// SPDX-License-Identifier: Apache-2.0
// The folder of checkpoints of one run: a checkpoint is there wholly or not at all, whatever kills the
// writer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temper {

struct CheckpointPlace {
    std::int64_t step = 0;
    std::filesystem::path folder;
};

std::string checkpointName(std::int64_t step); // "step-000100"

// Files are written into folder(); commit() syncs them, writes the DONE marker, gives the folder its name and
// syncs its parent. Without commit() nothing remains. A complete checkpoint of the same step stays as it is:
// the same step of the same run has the same content. Throws Error(Environment), the disk being full for one.
class CheckpointWriter {
public:
    CheckpointWriter(std::filesystem::path checkpoints, std::int64_t step);
    ~CheckpointWriter();
    CheckpointWriter(const CheckpointWriter&) = delete;
    CheckpointWriter& operator=(const CheckpointWriter&) = delete;

    const std::filesystem::path& folder() const noexcept { return m_temporary; }
    std::filesystem::path commit(); // the checkpoint's folder

private:
    std::filesystem::path m_checkpoints;
    std::int64_t m_step;
    std::filesystem::path m_temporary;
};

// Whether the DONE marker is there and every file it lists has its size.
bool isCompleteCheckpoint(const std::filesystem::path& folder);

// Complete checkpoints by rising step; none where the folder is missing.
std::vector<CheckpointPlace> completeCheckpoints(const std::filesystem::path& checkpoints);

// Folders of a checkpoint's name that are not whole (a file was cut or is missing), by rising step.
std::vector<CheckpointPlace> damagedCheckpoints(const std::filesystem::path& checkpoints);

std::optional<CheckpointPlace> newestCheckpoint(const std::filesystem::path& checkpoints);

// Removes what a killed writer or remover left under temporary names.
void removeCheckpointLeftovers(const std::filesystem::path& checkpoints);

// Which of the steps go when the last `limit` (0: all) and the best one are kept.
std::vector<std::int64_t>
stepsToRemove(std::vector<std::int64_t> steps, std::int64_t limit, std::optional<std::int64_t> best);

// Applies stepsToRemove to the folder; called after a new checkpoint was committed. A removal is never half
// seen.
void keepCheckpoints(const std::filesystem::path& checkpoints,
    std::int64_t limit,
    std::optional<std::int64_t> best);

} // namespace temper
