// SPDX-License-Identifier: GPL-3.0-or-later
// Words about models, the same wherever they are listed.
#pragma once

#include "core/common/file/model_places.h"
#include "core/common/project/model_library.h"
#include "ui/model/model_facts.h"
#include "ui/shell/theme/tokens.h"

#include <QCoreApplication>

namespace temper {

class ModelWords {
    Q_DECLARE_TR_FUNCTIONS(temper::ModelWords)
public:
    static QString parameters(std::int64_t count); // 135 M, 1.71 B
    static QString keeper(ModelKeeper keeper);
    static QString summary(const ModelFacts& facts); // "llama · 135 M parameters · 8,192 tokens of context"
    static QString state(const LibraryModel& model); // "llama · 98 MB", "Not found"
    static Colour stateColour(ModelPresence presence);
};

} // namespace temper
