// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/model_words.h"

#include "core/common/recipe/recipe_value.h"
#include "ui/shell/open_project.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"

namespace temper {

QString ModelWords::parameters(std::int64_t count)
{
    const double millions = static_cast<double>(count) / 1e6;
    if (millions < 0.9995)
        return NumberText::count(count);
    if (millions < 999.5)
        return QString::number(millions, 'f', millions < 9.995 ? 1 : 0) + QChar(0x202F) + QLatin1Char('M');
    return QString::number(millions / 1000, 'f', millions < 99'950 ? 2 : 0) + QChar(0x202F)
        + QLatin1Char('B');
}

QString ModelWords::keeper(ModelKeeper keeper)
{
    switch (keeper) {
    case ModelKeeper::Temper:
        return QStringLiteral("Temper");
    case ModelKeeper::HuggingFace:
        return QStringLiteral("Hugging Face");
    case ModelKeeper::ModelScope:
        return QStringLiteral("ModelScope");
    case ModelKeeper::LmStudio:
        return QStringLiteral("LM Studio");
    case ModelKeeper::Ollama:
        return QStringLiteral("Ollama");
    }
    return {};
}

QString ModelWords::summary(const ModelFacts& facts)
{
    return QStringList { facts.family, tr("%1 parameters").arg(parameters(facts.parameters)),
        tr("%1 tokens of context").arg(NumberText::count(facts.contextLength)) }
        .join(QStringLiteral(" · "));
}

QString ModelWords::state(const LibraryModel& model)
{
    switch (model.presence) {
    case ModelPresence::Here:
        break;
    case ModelPresence::Missing:
        return tr("Not found");
    case ModelPresence::Changed:
        return tr("Changed since it was added");
    }
    const QString bytes = NumberText::bytes(static_cast<double>(model.entry.bytes));
    const QString family = QString::fromStdString(model.entry.family);
    return family.isEmpty() ? bytes : family + QStringLiteral(" · ") + bytes;
}

QString ModelWords::problem(const Error& error, const LibraryModel& model)
{
    const QString place = toText(model.place);
    const std::string subject = error.subject();
    const std::string inside = utf8FromPath(model.place) + "/";
    if (subject.starts_with(inside))
        return EngineWords::error(
            Error(error.kind(), error.sentence(), subject.substr(inside.size()), error.remedy()));
    if (toText(pathFromUtf8(subject)) != place)
        return EngineWords::error(error);
    QString text = EngineWords::error(Error(error.kind(), error.sentence(), {}, error.remedy()));
    return text.replace(0, 1, text.left(1).toUpper());
}

Colour ModelWords::stateColour(ModelPresence presence)
{
    return presence == ModelPresence::Here ? Colour::Muted : Colour::Bad;
}

} // namespace temper
