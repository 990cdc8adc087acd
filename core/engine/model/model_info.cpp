// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/model_info.h"

#include "core/common/file/gguf.h"
#include "core/common/file/model_files.h"
#include "core/common/text/tokenizer.h"
#include "core/common/text/unicode.h"
#include "core/engine/model/language_model.h"

#include <algorithm>
#include <map>

namespace temper {

namespace {

constexpr std::string_view kEnglish
    = "The workshop opens at eight. Two people repair bicycles by the door, and a third writes down what "
      "each "
      "customer needs: new brakes, a wheel that runs true, a light for the winter. Most repairs take less "
      "than an "
      "hour, so people wait, drink coffee and talk about the roads they have ridden.";
constexpr std::string_view kChinese
    = "工坊早上八点开门。门口有两个人修自行车，另一个人记下每位顾客的需要：换刹车、校正车轮、装一盏过冬用的灯"
      "。"
      "大多数修理用不了一个小时，所以大家就坐着等，喝杯咖啡，聊聊自己骑过的路。";

double tokensPerCharacterOf(const Tokenizer& tokenizer, std::string_view text)
{
    const auto characters
        = std::count_if(text.begin(), text.end(), [](char byte) { return !isContinuationByte(byte); });
    const std::size_t tokens = tokenizer.encode(text, SpecialTokens::Omit, Offsets::NotWanted).ids.size();
    return static_cast<double>(tokens) / static_cast<double>(characters);
}

bool hasChatTemplate(const ModelFiles& files)
{
    if (files.isGguf())
        return files.gguf().metadata().contains("tokenizer.chat_template");
    const std::filesystem::path config = files.path() / "tokenizer_config.json";
    if (std::filesystem::exists(files.path() / "chat_template.jinja")
        || std::filesystem::exists(files.path() / "chat_template.json"))
        return true;
    return std::filesystem::exists(config) && readJsonFile(config).contains("chat_template");
}

// The type that most bytes of the weights have.
std::string commonType(const ModelFiles& files)
{
    std::map<std::string, std::uint64_t> bytes;
    for (const TensorView* view : files.tensors())
        bytes[std::string(dataTypeName(view->type))] += view->bytes;
    const auto most = std::max_element(
        bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == bytes.end() ? "" : most->first;
}

} // namespace

OrderedJson tokensPerCharacter(const Tokenizer& tokenizer)
{
    return { { "english", tokensPerCharacterOf(tokenizer, kEnglish) },
        { "chinese", tokensPerCharacterOf(tokenizer, kChinese) } };
}

OrderedJson modelInfo(const std::filesystem::path& model)
{
    const ModelFiles files(model);
    const DecoderOptions options = describeModel(files);
    OrderedJson names = OrderedJson::array();
    for (const auto& file : files.files())
        names.push_back(file.filename().string());
    OrderedJson info;
    info["family"] = options.family;
    info["parameters"] = parameterCount(options);
    info["layers"] = options.layers;
    info["hidden_size"] = options.hiddenSize;
    info["intermediate_size"] = options.intermediateSize;
    info["heads"] = options.heads;
    info["kv_heads"] = options.keyValueHeads;
    info["head_dim"] = options.headSize;
    info["vocab_size"] = options.vocabularySize;
    info["context"] = options.contextLength;
    info["dtype"] = commonType(files);
    info["tied"] = options.tiedEmbeddings;
    info["chat_template"] = hasChatTemplate(files);
    info["files"] = names;
    info["bytes"] = files.bytes();
    return info;
}

} // namespace temper
