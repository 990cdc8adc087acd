// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/token_places.h"

#include <algorithm>

namespace temper {

namespace {

// How far the written text may run ahead of the shown one: longer than any mark, a link's address included.
constexpr qsizetype kLookAhead = 400;

struct WrittenText {
    QString text;
    std::vector<int> tokens; // of each character
};

WrittenText writtenText(const std::vector<AnswerToken>& tokens)
{
    WrittenText written;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const QString piece = QString::fromStdString(tokens[i].text);
        written.text += piece;
        written.tokens.insert(
            written.tokens.end(), static_cast<std::size_t>(piece.size()), static_cast<int>(i));
    }
    return written;
}

bool isSame(QChar shown, QChar written)
{
    return shown == written || (shown.isSpace() && written.isSpace());
}

} // namespace

std::vector<int> tokenPlaces(const std::vector<AnswerToken>& tokens, const QString& shown)
{
    const WrittenText written = writtenText(tokens);
    std::vector<int> places(static_cast<std::size_t>(shown.size()), kNoToken);
    qsizetype at = 0;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const qsizetype end = std::min(written.text.size(), at + kLookAhead);
        qsizetype found = at;
        while (found < end && !isSame(shown[i], written.text[found]))
            ++found;
        if (found == end)
            continue;
        places[static_cast<std::size_t>(i)] = written.tokens[static_cast<std::size_t>(found)];
        at = found + 1;
    }
    return places;
}

} // namespace temper
