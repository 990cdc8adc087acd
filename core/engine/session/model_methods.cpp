// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/model_methods.h"

#include "core/engine/export/adapter_folder.h"
#include "core/engine/export/merged_folder.h"
#include "core/engine/model/model_info.h"
#include "core/engine/session/answering.h"
#include "core/engine/session/export_check.h"
#include "core/engine/session/generate_method.h"
#include "core/engine/session/parameters.h"

namespace temper {
namespace {

Json info(const Json& params, const SessionContext&)
{
    const std::filesystem::path model = params.at("model").get<std::string>();
    OrderedJson told = modelInfo(model);
    told["tokens_per_character"] = nullptr;
    try {
        told["tokens_per_character"] = tokensPerCharacter(*loadTokenizer(model));
    } catch (const Error& error) {
        told["tokenizer_problem"] = error.what(); // the rest is still worth knowing
    }
    return Json::parse(told.dump());
}

Json perplexity(const Json& params, const SessionContext& context, ModelShelf& shelf)
{
    LikelihoodData data;
    data.file = params.at("file").get<std::string>();
    data.window = params.value("window", std::size_t { 0 });
    data.onProgress = context.progress;
    data.stop = context.stop;
    const LikelihoodSum sum = perplexityOf(shelf.open(modelWishOf(params, context)), data);
    return { { "nll_mean", sum.mean() }, { "perplexity", sum.perplexity() }, { "tokens", sum.tokens },
        { "rows", sum.rows } };
}

Json merge(const Json& params, const SessionContext& context, ModelShelf& shelf)
{
    const ModelWish wish = modelWishOf(params, context);
    MergeRequest request { wish.model, wish.adapters, params.at("out").get<std::string>(),
        params.value("dtype", ""), context.progress, context.stop };
    if (request.adapters.empty())
        throw Error(ErrorKind::Usage, "is missing.", "adapter", "Name the adapter's folder.");
    shelf.release(); // the merged weights need the room
    const std::string type = mergeToFolder(request);
    return { { "folder", request.out.string() }, { "dtype", type } };
}

Json exportedAdapter(const Json& params, const SessionContext& context)
{
    const std::string out = params.at("out").get<std::string>();
    const ExportedAdapter exported
        = exportAdapter(params.at("adapter").get<std::string>(), out, context.progress, context.stop);
    return { { "folder", out }, { "files", exported.files }, { "bytes", exported.bytes },
        { "type", exported.type } };
}

Json release(const Json& params, const SessionContext& context, ModelShelf& shelf)
{
    const bool held = shelf.release();
    if (held && params.value("for_room", false)) // another program asked, so nobody waits for the answer
        context.notify("model.gave_up", Json::object());
    return { { "released", held } };
}

using ShelfMethod = Json (*)(const Json&, const SessionContext&, ModelShelf&);

} // namespace

void addModelMethods(SessionMethods& methods)
{
    const auto shelf = std::make_shared<ModelShelf>();
    const auto onShelf = [&](const char* name, ShelfMethod method) {
        methods[name] = { [shelf, method](const Json& params, const SessionContext& context) {
                             return method(params, context, *shelf);
                         },
            SessionLane::Model };
    };
    onShelf("generate", generateMethod);
    onShelf("compare", compareMethod);
    onShelf("score", scoreMethod);
    onShelf("perplexity", perplexity);
    onShelf("merge", merge);
    onShelf("export.check", exportCheckMethod);
    onShelf("model.release", release);
    methods["model.info"] = { info };
    methods["export.adapter"] = { exportedAdapter, SessionLane::Rows };
}

} // namespace temper
