// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine and the reading of files say in English, in the window's language: its sentences stand in
// one table a language (resources/translations/sentences_*.txt) and are recognised by their words, whatever
// name or number is in them.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>

namespace temper {

class Error;

class EngineWords {
    Q_DECLARE_TR_FUNCTIONS(temper::EngineWords)
public:
    // A sentence, or several with or without "subject: " before them. What is in no table stays as it was
    // told.
    static QString text(const QString& told);
    static QString text(const std::string& told) { return text(QString::fromStdString(told)); }

    // Subject, sentence and remedy.
    static QString error(const Error& error);

    // Both told already, one after the other as the language writes them.
    static QString withRemedy(const QString& sentence, const QString& remedy);
};

} // namespace temper
