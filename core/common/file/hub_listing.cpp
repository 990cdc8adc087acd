// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/hub_listing.h"

#include "core/common/base/error.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>

namespace temper {

namespace {

std::string textOf(const Json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t bytesIn(const Json& object)
{
    const auto found = object.find("size");
    return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

bool isPlainName(const std::string& name)
{
    return !name.empty() && !name.starts_with('.') && name.find_first_of("/\\:") == std::string::npos
        && std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

std::vector<HubFile> filesIn(const Json& tree)
{
    std::vector<HubFile> files;
    for (const Json& entry : tree) {
        if (!entry.is_object() || textOf(entry, "type") != "file" || !isPlainName(textOf(entry, "path")))
            continue;
        HubFile file { textOf(entry, "path"), bytesIn(entry), {}, textOf(entry, "oid") };
        if (const auto large = entry.find("lfs"); large != entry.end() && large->is_object()) {
            file.sha256 = textOf(*large, "oid");
            file.gitBlob.clear();
        }
        files.push_back(std::move(file));
    }
    std::ranges::sort(files, {}, [](const HubFile& file) { return std::pair(file.bytes, file.name); });
    return files;
}

bool isWeights(const HubFile& file)
{
    static const std::regex kWeights("model(-\\d{5}-of-\\d{5})?\\.safetensors");
    return std::regex_match(file.name, kWeights);
}

// Configuration, tokenizer, template, licence: small, and wanted with every form.
bool isCompanion(const HubFile& file)
{
    static constexpr std::array kNames { "config.json", "generation_config.json", "tokenizer.json",
        "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "vocab.json", "vocab.txt",
        "merges.txt", "tokenizer.model", "chat_template.jinja", "chat_template.json",
        "model.safetensors.index.json", "LICENSE", "LICENSE.txt", "LICENSE.md", "README.md" };
    return std::ranges::find(kNames, file.name) != kNames.end();
}

bool isWholeGguf(const HubFile& file)
{
    static const std::regex kPart("-\\d{5}-of-\\d{5}\\.gguf$");
    return file.name.ends_with(".gguf") && file.name.find("mmproj") == std::string::npos
        && !std::regex_search(file.name, kPart);
}

HubVariant variantOf(std::string name, bool isGguf, std::vector<HubFile> files)
{
    HubVariant variant { std::move(name), isGguf, std::move(files), 0 };
    for (const HubFile& file : variant.files)
        variant.bytes += file.bytes;
    return variant;
}

std::vector<HubVariant> variantsOf(const std::vector<HubFile>& files)
{
    std::vector<HubVariant> variants;
    if (std::ranges::any_of(files, isWeights)) {
        std::vector<HubFile> wanted;
        std::ranges::copy_if(files, std::back_inserter(wanted),
            [](const HubFile& file) { return isWeights(file) || isCompanion(file); });
        variants.push_back(variantOf("safetensors", false, std::move(wanted)));
    }
    for (const HubFile& file : files) {
        if (isWholeGguf(file))
            variants.push_back(variantOf(file.name, true, { file }));
    }
    return variants;
}

std::string licenceOf(const Json& about)
{
    if (about.is_object() && about.contains("cardData")) {
        const std::string named = textOf(about["cardData"], "license");
        if (!named.empty())
            return named;
    }
    if (!about.is_object() || !about.contains("tags") || !about["tags"].is_array())
        return {};
    for (const Json& tag : about["tags"]) {
        const std::string text = tag.is_string() ? tag.get<std::string>() : "";
        if (text.starts_with("license:"))
            return text.substr(std::string_view("license:").size());
    }
    return {};
}

bool isGated(const Json& about)
{
    const auto gated = about.is_object() ? about.find("gated") : about.end();
    return about.is_object() && gated != about.end() && *gated != false && !gated->is_null();
}

} // namespace

bool isHubName(const std::string& name)
{
    static const std::regex kName("[A-Za-z0-9_][\\w.-]*(/[A-Za-z0-9_][\\w.-]*)?");
    return std::regex_match(name, kName) && name.find("..") == std::string::npos;
}

HubModel readHubModel(const Json& about, const Json& tree, const std::string& subject)
{
    if (!tree.is_array())
        throw Error(ErrorKind::Input, "did not answer with a list of files.", subject,
            "Check that the address is that of a Hugging Face-compatible server.");
    HubModel model;
    model.revision = textOf(about, "sha").empty() ? "main" : textOf(about, "sha");
    model.licence = licenceOf(about);
    model.isGated = isGated(about);
    model.variants = variantsOf(filesIn(tree));
    if (model.variants.empty())
        throw Error(ErrorKind::Input, "holds neither safetensors nor a whole GGUF file.", subject,
            "Choose a model that is offered as safetensors or GGUF.");
    return model;
}

} // namespace temper
