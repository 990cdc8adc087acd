// SPDX-License-Identifier: Apache-2.0
// The engine's sub-commands: each stands in its own <name>_command.cpp and adds itself to the command line.
#pragma once

namespace CLI {
class App;
}

namespace temper {

void addInfoCommand(CLI::App& app);
void addTokenizeCommand(CLI::App& app);
void addRenderCommand(CLI::App& app);
void addForwardCommand(CLI::App& app);
void addGenerateCommand(CLI::App& app);
void addPerplexityCommand(CLI::App& app);
void addTrainCommand(CLI::App& app);
void addEstimateCommand(CLI::App& app);
void addMergeCommand(CLI::App& app);
void addCompareCommand(CLI::App& app);
void addQueueCommand(CLI::App& app);
void addControlCommand(CLI::App& app);
void addTensorsCommand(CLI::App& app);
void addObjectiveCommand(CLI::App& app);
void addCheckCommand(CLI::App& app);
void addBenchCommand(CLI::App& app);
void addSessionCommand(CLI::App& app);
void addDataCommand(CLI::App& app);
void addProjectCommand(CLI::App& app);

} // namespace temper
