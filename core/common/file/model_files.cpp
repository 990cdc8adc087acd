// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/model_files.h"

#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"
#include "core/common/file/gguf.h"
#include "core/common/file/quoted_name.h"
#include "core/common/file/safetensors.h"
#include "core/common/file/torch_file.h"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <unordered_map>

namespace temper {

namespace fs = std::filesystem;

namespace {

constexpr const char* kSingleFile = "model.safetensors";
constexpr const char* kIndexFile = "model.safetensors.index.json";
constexpr const char* kTorchFile = "pytorch_model.bin";
constexpr const char* kTorchIndexFile = "pytorch_model.bin.index.json";
constexpr const char* kRemedy = "Name a folder with config.json and safetensors files, or a GGUF file.";

std::vector<fs::path> filesEndingIn(const fs::path& folder, std::string_view ending)
{
    std::vector<fs::path> files;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(folder, code))
        if (entry.path().filename().string().ends_with(ending))
            files.push_back(entry.path());
    if (code)
        throw Error(ErrorKind::Environment, "cannot be listed: " + code.message() + ".", folder.string(),
            "Check its permissions.");
    std::sort(files.begin(), files.end());
    return files;
}

[[noreturn]] void refuseWithoutWeights(const fs::path& folder)
{
    if (!filesEndingIn(folder, ".gguf").empty())
        throw Error(
            ErrorKind::Input, "holds no safetensors file.", folder.string(), "Name its GGUF file itself.");
    throw Error(ErrorKind::Input,
        "holds no weights (no model.safetensors, no pytorch_model.bin and no index of shards).",
        folder.string(), kRemedy);
}

// Tensor name to shard name, as the index says.
std::map<std::string, std::string> readIndex(const fs::path& path)
{
    const Json index = readJsonFile(path);
    const auto weights = index.is_object() ? index.find("weight_map") : index.end();
    if (weights == index.end() || !weights->is_object() || weights->empty())
        throw Error(ErrorKind::Input, "has no \"weight_map\" that names tensors and their files.",
            path.string(), "Fetch the file again.");
    std::map<std::string, std::string> shards;
    for (const auto& [tensor, shard] : weights->items()) {
        const std::string name = shard.is_string() ? shard.get<std::string>() : "";
        if (name.empty() || fs::path(name).filename() != name || name == "." || name == "..")
            throw Error(ErrorKind::Input,
                "the file named for the tensor " + quotedName(tensor) + " is not a plain file name.",
                path.string(), "Fetch the file again.");
        shards.emplace(tensor, name);
    }
    return shards;
}

// A GGUF file of a model that was cut into several has a part of the tensors.
void refuseSplit(const fs::path& file)
{
    static const std::regex parts(R"((.*)-(\d{5})-of-(\d{5})\.gguf)");
    const std::string name = file.filename().string();
    std::smatch match;
    if (!std::regex_match(name, match, parts))
        return;
    const std::string last = match[1].str() + "-" + match[3].str() + "-of-" + match[3].str() + ".gguf";
    const std::string first = match[1].str() + "-00001-of-" + match[3].str() + ".gguf";
    throw Error(ErrorKind::Input,
        "is part " + std::to_string(std::stoi(match[2])) + " of " + std::to_string(std::stoi(match[3]))
            + " of a model that was cut into several files.",
        file.string(),
        "Join " + first + " to " + last + " with llama-gguf-split --merge, or get the model in one file.");
}

} // namespace

struct ModelFiles::State {
    fs::path path;
    Json config = Json::object();
    std::optional<GgufFile> gguf;
    std::vector<SafetensorsFile> shards;
    std::vector<TorchFile> torchShards; // read where there are no safetensors
    std::vector<const TensorView*> tensors;
    std::unordered_map<std::string, const TensorView*> index;

    void openFolder();
    template <typename File> void openShards(const fs::path& indexPath, std::vector<File>& files);
    template <typename File> void openOne(const fs::path& file, std::vector<File>& files);
    bool openWeights();
    void addAll(const std::vector<TensorView>& views);
    std::vector<const MappedFile*> mappings() const;
};

void ModelFiles::State::addAll(const std::vector<TensorView>& views)
{
    for (const TensorView& view : views) {
        tensors.push_back(&view);
        index.emplace(view.name, &view);
    }
}

std::vector<const MappedFile*> ModelFiles::State::mappings() const
{
    std::vector<const MappedFile*> all;
    for (const SafetensorsFile& file : shards)
        all.push_back(file.mapping().get());
    for (const TorchFile& file : torchShards)
        all.push_back(file.mapping().get());
    return all;
}

template <typename File> void ModelFiles::State::openOne(const fs::path& file, std::vector<File>& files)
{
    files.emplace_back(file);
    addAll(files.back().tensors());
}

template <typename File>
void ModelFiles::State::openShards(const fs::path& indexPath, std::vector<File>& files)
{
    const auto shardOfTensor = readIndex(indexPath);
    std::map<std::string, std::size_t> numbers; // sorted: shards in the order of their names
    for (const auto& [tensor, shard] : shardOfTensor)
        numbers.emplace(shard, 0);
    files.reserve(numbers.size());
    for (auto& [shard, number] : numbers) {
        if (!fs::exists(path / shard))
            throw Error(ErrorKind::Input, "names the file " + quotedName(shard) + ", which is not there.",
                indexPath.string(), "Fetch the missing file.");
        number = files.size();
        files.emplace_back(path / shard);
    }
    for (const auto& [tensor, shard] : shardOfTensor) {
        const TensorView* const view = files[numbers.at(shard)].find(tensor);
        if (!view)
            throw Error(ErrorKind::Input,
                "says that " + quotedName(shard) + " holds the tensor " + quotedName(tensor)
                    + ", but it does not.",
                indexPath.string(), "Fetch the index and its files again.");
        index.emplace(tensor, view);
    }
    for (const File& file : files)
        for (const TensorView& view : file.tensors())
            if (const auto entry = index.find(view.name); entry != index.end() && entry->second == &view)
                tensors.push_back(&view);
}

// Safetensors before pickles, one file before many; false where there is none of them.
bool ModelFiles::State::openWeights()
{
    const std::vector<fs::path> candidates = filesEndingIn(path, ".safetensors");
    const auto has = [this](const char* name) { return fs::exists(path / name); };
    if (has(kSingleFile))
        openOne(path / kSingleFile, shards);
    else if (has(kIndexFile))
        openShards(path / kIndexFile, shards);
    else if (candidates.size() == 1)
        openOne(candidates.front(), shards);
    else if (candidates.size() > 1)
        throw Error(ErrorKind::Input,
            "holds " + std::to_string(candidates.size()) + " safetensors files and no " + kIndexFile + ".",
            path.string(), "Fetch the index, or keep one file.");
    else if (has(kTorchFile))
        openOne(path / kTorchFile, torchShards);
    else if (has(kTorchIndexFile))
        openShards(path / kTorchIndexFile, torchShards);
    else
        return false;
    return true;
}

void ModelFiles::State::openFolder()
{
    const bool hasConfig = fs::exists(path / "config.json");
    if (hasConfig) {
        config = readJsonFile(path / "config.json");
        if (!config.is_object())
            throw Error(ErrorKind::Input, "is not a JSON object.", (path / "config.json").string(),
                "Fetch it again.");
    }
    if (!openWeights())
        refuseWithoutWeights(path);
    if (!hasConfig)
        throw Error(
            ErrorKind::Input, "holds no config.json, which describes the model.", path.string(), kRemedy);
}

ModelFiles::ModelFiles(const fs::path& folderOrGguf)
    : m_state(std::make_shared<State>())
{
    m_state->path = folderOrGguf;
    std::error_code code;
    const fs::file_status status = fs::status(folderOrGguf, code);
    if (!fs::exists(status))
        throw Error(ErrorKind::Input, "does not exist.", folderOrGguf.string(), kRemedy);
    if (fs::is_directory(status)) {
        m_state->openFolder();
        return;
    }
    if (!GgufFile::looksLikeGguf(folderOrGguf))
        throw Error(
            ErrorKind::Input, "is neither a model folder nor a GGUF file.", folderOrGguf.string(), kRemedy);
    refuseSplit(folderOrGguf);
    m_state->gguf.emplace(folderOrGguf);
    m_state->addAll(m_state->gguf->tensors());
}

ModelFiles::~ModelFiles() = default;
ModelFiles::ModelFiles(ModelFiles&&) noexcept = default;
ModelFiles& ModelFiles::operator=(ModelFiles&&) noexcept = default;

bool ModelFiles::isGguf() const
{
    return m_state->gguf.has_value();
}

const fs::path& ModelFiles::path() const
{
    return m_state->path;
}

const GgufFile& ModelFiles::gguf() const
{
    if (!isGguf())
        throw Error(ErrorKind::Internal, "is not a GGUF file.", path().string());
    return *m_state->gguf;
}

const Json& ModelFiles::config() const
{
    return m_state->config;
}

std::vector<const TensorView*> ModelFiles::tensors() const
{
    return m_state->tensors;
}

const TensorView* ModelFiles::find(const std::string& name) const
{
    const auto position = m_state->index.find(name);
    return position == m_state->index.end() ? nullptr : position->second;
}

std::vector<fs::path> ModelFiles::files() const
{
    if (isGguf())
        return { path() };
    std::vector<fs::path> files;
    for (const MappedFile* file : m_state->mappings())
        files.push_back(file->path());
    return files;
}

std::uint64_t ModelFiles::bytes() const
{
    if (isGguf())
        return m_state->gguf->mapping()->bytes();
    std::uint64_t sum = 0;
    for (const MappedFile* file : m_state->mappings())
        sum += file->bytes();
    return sum;
}

std::shared_ptr<const void> ModelFiles::keepAlive() const
{
    return m_state;
}

} // namespace temper
