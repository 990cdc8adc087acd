// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, files and steps of editing in words.
#pragma once

#include "core/common/data/dataset.h"
#include "core/common/data/dataset_editor.h"

#include <QCoreApplication>
#include <QString>

namespace temper {

class RowWords {
    Q_DECLARE_TR_FUNCTIONS(temper::RowWords)
public:
    static QString oneLine(const std::string& text); // line breaks as blanks
    static QString step(const EditStep& step); // "Edit row 12", "Set aside 3 rows"
    static QString meaning(const QString& meaning); // "prompt" and the other meanings of a column
    static QString format(const std::string& format); // "CSV", "plain text"
    static QString role(const std::string& role); // of a turn
};

} // namespace temper

Q_DECLARE_METATYPE(const temper::RowSummary*)
