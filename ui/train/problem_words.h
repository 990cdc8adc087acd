// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the recipe's check as the form says them: beside their field, in the window's language.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace temper {

class ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(temper::ProblemWords)
public:
    // `sentence` and `remedy` as the check tells them; the key's name in front goes, for its title stands
    // beside. What is not known stays as it is.
    static QString sentence(const std::string& key, const std::string& sentence);
    static QString withRemedy(const std::string& key, const std::string& sentence, const std::string& remedy);
};

} // namespace temper
