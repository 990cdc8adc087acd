// SPDX-License-Identifier: Apache-2.0
// A recipe: everything a run is asked to do, as plain values. recipe_keys.h names, explains and bounds each
// field.
#pragma once

#include "core/common/data/mix.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace temper {

enum class Stage {
    SupervisedFineTuning, // sft: answers to prompts
    PreTraining, // pt: raw text, every token
};

enum class FinetuningType { Lora, Full, Freeze };

enum class ScheduleType {
    Linear,
    Cosine,
    Constant,
    ConstantWithWarmup,
    CosineWithMinimum, // down to lr_min_ratio instead of 0
};

enum class OptimizerType { AdamW, Sgd };

enum class Interval { Never, Steps, Epoch };

enum class AutoSwitch { Off, On, Auto };

// Default values are the defaults of the keys. Paths are resolved by the reader: absolute where the file
// exists.
struct Recipe {
    // model
    std::filesystem::path modelNameOrPath;
    std::vector<std::string>
        adapterNameOrPath; // folders; the last one is trained on, earlier ones are merged first
    std::string templateName; // empty: the model's own

    // method
    Stage stage = Stage::SupervisedFineTuning;
    FinetuningType finetuningType = FinetuningType::Lora;
    std::int64_t loraRank = 8;
    std::optional<double> loraAlpha; // unset: 2 * loraRank, see effectiveLoraAlpha
    double loraDropout = 0.0;
    std::vector<std::string> loraTarget { "all" };
    bool useRslora = false;
    std::vector<std::string> additionalTarget; // PEFT's modules_to_save: trained and saved whole
    std::int64_t freezeTrainableLayers = 2; // last n; negative: first n
    std::vector<std::string> freezeExtraModules;

    // data
    std::vector<std::string> dataset; // absolute files, or names of the project's sets
    std::filesystem::path datasetDir;
    std::map<std::string, std::string> columns; // role -> column of the file
    std::int64_t cutoffLen = 2048;
    bool trainOnPrompt = false;
    bool maskHistory = false;
    bool packing = false;
    std::int64_t maxSamples = 0; // 0: all
    MixStrategy mixStrategy = MixStrategy::Concat;
    std::vector<double> interleaveProbs;
    bool disableShuffling = false;

    // training
    double learningRate = 5e-5;
    double numTrainEpochs = 3.0;
    std::int64_t maxSteps = -1; // above 0 wins over epochs
    ScheduleType lrSchedulerType = ScheduleType::Cosine;
    double lrMinRatio = 0.0; // lowest rate as a part of learningRate, for CosineWithMinimum
    double warmupRatio = 0.0;
    std::int64_t warmupSteps = 0; // above 0 wins over warmupRatio
    std::int64_t perDeviceTrainBatchSize = 8; // rows
    std::int64_t gradientAccumulationSteps = 1;
    double maxGradNorm = 1.0; // 0: no clipping
    OptimizerType optim = OptimizerType::AdamW;
    double weightDecay = 0.0;
    double adamBeta1 = 0.9;
    double adamBeta2 = 0.999;
    double adamEpsilon = 1e-8;
    bool gradientCheckpointing = false; // recompute activations in the backward pass
    AutoSwitch bf16 = AutoSwitch::Off; // products in bfloat16; Off: float32
    std::int64_t threads = 0; // 0: all cores
    std::int64_t seed = 42;

    // evaluation
    std::vector<std::string> evalDataset;
    double valSize = 0.0; // below 1: ratio; from 1: rows
    Interval evalStrategy = Interval::Steps; // only where there is an evaluation set
    std::int64_t evalSteps = 100;
    std::int64_t perDeviceEvalBatchSize = 8;
    std::int64_t earlyStoppingPatience = 0; // evaluations without a better loss; 0: off
    bool loadBestModelAtEnd = false;
    std::vector<std::string> probePrompts;
    std::int64_t probeSteps = 100; // 0: only when asked
    std::int64_t probeMaxNewTokens = 64;

    // output
    std::filesystem::path outputDir;
    std::string runName;
    std::int64_t loggingSteps = 1;
    Interval saveStrategy = Interval::Steps;
    std::int64_t saveSteps = 100;
    std::int64_t saveTotalLimit = 0; // 0: all are kept

    bool operator==(const Recipe&) const = default;
};

// lora_alpha, or 2 * lora_rank where it was not given.
double effectiveLoraAlpha(const Recipe& recipe);

// Whether rows are set aside or named for evaluation.
bool hasEvaluationSet(const Recipe& recipe);

// 32 hexadecimal digits over every value that changes the numbers of a run. Paths are left out: the run keeps
// the hashes of its model and rows, so that a moved project still resumes.
std::string recipeHash(const Recipe& recipe);

} // namespace temper
