// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/engine_question.h"

#include "core/common/project/conversation_json.h"
#include "core/common/recipe/recipe_value.h"

#include <QCoreApplication>

namespace temper {

namespace {
constexpr int kTokenAlternatives = 5;
}

Json generateParams(const AnswerSource& source, const Json& messages, const SamplingChoice& sampling)
{
    Json params = toJson(sampling);
    params["model"] = utf8FromPath(source.model);
    if (!source.adapters.empty()) {
        params["adapters"] = Json::array();
        for (const std::filesystem::path& adapter : source.adapters)
            params["adapters"].push_back(utf8FromPath(adapter));
    }
    params["messages"] = messages;
    params["top"] = kTokenAlternatives;
    return params;
}

QString phaseWords(const QString& phase)
{
    const auto word = [](const char* text) { return QCoreApplication::translate("temper::EnginePhase", text); };
    if (phase == QLatin1String("waiting"))
        return word(QT_TRANSLATE_NOOP("temper::EnginePhase", "Waiting for the other side"));
    if (phase == QLatin1String("loading"))
        return word(QT_TRANSLATE_NOOP("temper::EnginePhase", "Loading the model"));
    if (phase == QLatin1String("reading"))
        return word(QT_TRANSLATE_NOOP("temper::EnginePhase", "Reading the prompt"));
    return phase;
}

} // namespace temper
