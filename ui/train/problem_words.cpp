// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/problem_words.h"

#include "ui/widgets/engine_words.h"

#include <QList>
#include <QRegularExpression>

namespace temper {

namespace {

// What the check says, with %1, %2 for what differs, and what the form says for it.
struct Wording {
    const char* told;
    const char* shown;
};

// The first that fits is taken.
constexpr Wording kWordings[] = {
    { "model_name_or_path is missing.", QT_TRANSLATE_NOOP("temper::ProblemWords", "No model is chosen.") },
    { "Add a line %1 with a model's folder or .gguf file.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Choose a Hugging Face folder or a .gguf file.") },
    { "dataset is missing.", QT_TRANSLATE_NOOP("temper::ProblemWords", "No data is chosen.") },
    { "Add a line %1 with the data to train on.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Choose one of the project's sets or a file.") },
    { "%1 is above %2; did you mean %3?",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is above %2; did you mean %3?") },
    { "%1 is above %2.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is above %2.") },
    { "%1 is below %2.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is below %2.") },
    { "%1 is not above %2.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not above %2.") },
    { "%1 is not a whole number; the default is %2.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not a whole number; the default is %2.") },
    { "%1 is not a whole number; did you mean %2?",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not a whole number; did you mean %2?") },
    { "%1 is not a whole number.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not a whole number.") },
    { "%1 is not a number; the default is %2.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not a number; the default is %2.") },
    { "%1 is not a number.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not a number.") },
    { "%1 is not true or false; the default is %2.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not true or false; the default is %2.") },
    { "%1 is not of the form name=column.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not of the form name=column.") },
    { "%1 is not available in this version; choose %2.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not available in this version; choose %2.") },
    { "%1 is not available in this version.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not available in this version.") },
    { "%1 is not a key of a recipe; did you mean %2?",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not a key of a recipe; did you mean %2?") },
    { "%1 is not a key of a recipe.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not a key of a recipe.") },
    { "%1 is given more than once.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is given more than once.") },
    { "there is no folder or file %1.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "there is no folder or file %1.") },
    { "there is no folder %1.", QT_TRANSLATE_NOOP("temper::ProblemWords", "there is no folder %1.") },
    { "there is no file %1.", QT_TRANSLATE_NOOP("temper::ProblemWords", "there is no file %1.") },
    { "the project has no data set %1.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "the project has no data set %1.") },
    { "%1 goes only with finetuning_type: lora.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 goes only with finetuning_type: lora.") },
    { "%1 is empty, so that nothing would be trained.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is empty, so that nothing would be trained.") },
    { "0 trains nothing.", QT_TRANSLATE_NOOP("temper::ProblemWords", "0 trains nothing.") },
    { "%1 has %2 weights for %3 data sets.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 has %2 weights for %3 data sets.") },
    { "all weights are 0, so that no row would be drawn.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "all weights are 0, so that no row would be drawn.") },
    { "%1 and %2 contradict each other.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 and %2 contradict each other.") },
    { "%1 is neither a part below 1 nor a whole number of rows.",
        QT_TRANSLATE_NOOP("temper::ProblemWords",
            "%1 is neither a part below 1 nor a whole number of rows.") },
    { "%1 and %2 are both given.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 and %2 are both given.") },
    { "%1 needs evaluations, and there are none.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 needs evaluations, and there are none.") },
    { "the lists ask for %1 runs, and %2 are the most.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "the lists ask for %1 runs, and %2 are the most.") },
    { "%1 has no effect here; use %2.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 has no effect here; use %2.") },
    { "%1 has no effect here.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 has no effect here.") },
    { "%1 has no effect because %2 is given.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 has no effect because %2 is given.") },
    { "%1 has no effect without %2.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 has no effect without %2.") },
    { "%1 has no effect with %2.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 has no effect with %2.") },
    { "Turn one of them off.", QT_TRANSLATE_NOOP("temper::ProblemWords", "Turn one of them off.") },
    { "Keep one of them.", QT_TRANSLATE_NOOP("temper::ProblemWords", "Keep one of them.") },
    { "Set eval_strategy to steps or epoch.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Set eval_strategy to steps or epoch.") },
    { "Add val_size or eval_dataset.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Add val_size or eval_dataset.") },
    { "Give the folder of an adapter.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Give the folder of an adapter.") },
    { "Merge the adapter into the model first, or train with lora.",
        QT_TRANSLATE_NOOP("temper::ProblemWords",
            "Merge the adapter into the model first, or train with lora.") },
    { "Write lora_target: all.", QT_TRANSLATE_NOOP("temper::ProblemWords", "Write lora_target: all.") },
    { "Give a number of layers, or freeze_extra_modules.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Give a number of layers, or freeze_extra_modules.") },
    { "Choose one of the project's sets or a file.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Choose one of the project's sets or a file.") },
    { "Shorten a list.", QT_TRANSLATE_NOOP("temper::ProblemWords", "Shorten a list.") },
    { "Give one weight for each entry of dataset.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Give one weight for each entry of dataset.") },
    { "Give at least one weight above 0.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Give at least one weight above 0.") },
    { "Models are loaded from this machine; give the folder in which the model lies.",
        QT_TRANSLATE_NOOP("temper::ProblemWords",
            "Models are loaded from this machine; give the folder in which the model lies.") },
    { "Relative paths begin at dataset_dir, at the recipe's folder or at the current folder.",
        QT_TRANSLATE_NOOP("temper::ProblemWords",
            "Relative paths begin at dataset_dir, at the recipe's folder or at the current folder.") },
    { "Remove one of the two lines.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Remove one of the two lines.") },
    { "Remove the line and use %1.",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "Remove the line and use %1.") },
    { "Remove the line.", QT_TRANSLATE_NOOP("temper::ProblemWords", "Remove the line.") },
    { "%1 is not %2; did you mean %3?",
        QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not %2; did you mean %3?") },
    { "%1 is not %2.", QT_TRANSLATE_NOOP("temper::ProblemWords", "%1 is not %2.") },
};

// A pattern that matches what a wording tells and catches what differs.
QRegularExpression patternOf(const char* told)
{
    QString pattern = QRegularExpression::escape(QString::fromLatin1(told));
    static const QRegularExpression place(QStringLiteral("\\\\%(\\d)"));
    pattern.replace(place, QStringLiteral("(?<p\\1>.+?)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

struct Known {
    QRegularExpression told;
    const char* shown;
};

const QList<Known>& knownWordings()
{
    static const QList<Known> known = [] {
        QList<Known> made;
        for (const Wording& wording : kWordings)
            made.append({ patternOf(wording.told), wording.shown });
        return made;
    }();
    return known;
}

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString ProblemWords::sentence(const std::string& key, const std::string& sentence)
{
    QString text = QString::fromStdString(sentence);
    const QString name = QString::fromStdString(key) + QStringLiteral(": ");
    if (text.startsWith(name))
        text.remove(0, name.size());
    for (const Known& known : knownWordings()) {
        const QRegularExpressionMatch match = known.told.match(text);
        if (!match.hasMatch())
            continue;
        QString shown = tr(known.shown);
        for (int i = 1; i <= 3; ++i)
            shown.replace(QStringLiteral("%%1").arg(i), match.captured(QStringLiteral("p%1").arg(i)));
        return shown.startsWith(QString::fromStdString(key)) ? shown : capital(shown);
    }
    const QString told = EngineWords::text(text);
    return told.startsWith(QString::fromStdString(key)) ? told : capital(told);
}

QString
ProblemWords::withRemedy(const std::string& key, const std::string& sentence, const std::string& remedy)
{
    const QString told = ProblemWords::sentence(key, sentence);
    return remedy.empty() ? told : EngineWords::withRemedy(told, ProblemWords::sentence({}, remedy));
}

} // namespace temper
