// SPDX-License-Identifier: GPL-3.0-or-later
// The words for what answers: a model as it is, a run, a checkpoint.
#pragma once

#include "core/common/project/answer_source.h"

#include <QCoreApplication>
#include <QString>

namespace temper {

class SourceWords {
    Q_DECLARE_TR_FUNCTIONS(temper::SourceWords)
public:
    static QString kind(const AnswerSource& source); // "Base" or "Tuned"
    static QString name(const AnswerSource& source); // "Persona · step 100"
};

} // namespace temper
