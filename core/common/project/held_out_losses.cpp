// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/held_out_losses.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"

#include <limits>

namespace temper {
namespace {

namespace fs = std::filesystem;

Json toJson(const SummedLoss& loss)
{
    return Json::array({ loss.tokens, loss.nll });
}

SummedLoss lossFromJson(const Json& json)
{
    const Json& nll = json.at(1); // null: the loss was not a number
    return { nll.is_null() ? std::numeric_limits<double>::quiet_NaN() : nll.get<double>(),
        json.at(0).get<std::uint64_t>() };
}

} // namespace

fs::path heldOutLossesFile(const RunFolder& run, JudgedModel model)
{
    return run.evaluationFolder() / (model == JudgedModel::Base ? "base.json" : "tuned.json");
}

void writeHeldOutLosses(const RunFolder& run, JudgedModel model, const HeldOutLosses& losses)
{
    OrderedJson json;
    json["step"] = losses.step;
    json["general"] = losses.general ? OrderedJson(toJson(*losses.general)) : OrderedJson();
    json["rows"] = OrderedJson::array();
    for (const SummedLoss& row : losses.rows)
        json["rows"].push_back(OrderedJson(toJson(row)));
    std::error_code exists;
    fs::create_directories(run.evaluationFolder(), exists);
    writeFileAtomically(heldOutLossesFile(run, model), json.dump() + "\n");
}

std::optional<HeldOutLosses> readHeldOutLosses(const RunFolder& run, JudgedModel model)
{
    const fs::path file = heldOutLossesFile(run, model);
    std::error_code missing;
    if (!fs::exists(file, missing))
        return std::nullopt;
    const Json json = readJsonFile(file);
    try {
        HeldOutLosses losses;
        losses.step = json.at("step").get<std::int64_t>();
        if (const Json& general = json.at("general"); !general.is_null())
            losses.general = lossFromJson(general);
        for (const Json& row : json.at("rows"))
            losses.rows.push_back(lossFromJson(row));
        return losses;
    } catch (const Json::exception&) {
        throw Error(ErrorKind::Input, "this file does not hold the losses of held-out rows.", file.string(),
            "Remove it; the run is shown without its verdict.");
    }
}

} // namespace temper
