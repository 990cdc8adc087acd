// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/palette.h"

#include <QFile>
#include <QRegularExpression>

#include <map>

namespace temper {

namespace {

std::map<QString, QString> styleSheetValues(Scheme scheme, bool chinese)
{
    std::map<QString, QString> values;
    for (int i = 0; i < kColourCount; ++i) {
        const auto colour = static_cast<Colour>(i);
        values[QLatin1String(tokenName(colour))] = tokenColour(colour, scheme).name();
    }
    const auto pixels = [](int value) { return QStringLiteral("%1px").arg(value); };
    values[QStringLiteral("caret")]
        = scheme == Scheme::Light ? QStringLiteral("caret-light") : QStringLiteral("caret-dark");
    values[QStringLiteral("radius")] = pixels(size::kRadius);
    values[QStringLiteral("small-gap")] = pixels(size::kSmallGap);
    values[QStringLiteral("gap")] = pixels(size::kGap);
    values[QStringLiteral("grid")] = pixels(size::kGrid);
    values[QStringLiteral("focus-ring")] = pixels(size::kFocusRing);
    values[QStringLiteral("small-text")] = pixels(tokenFont(TextRole::Small, chinese).pixelSize());
    values[QStringLiteral("base-text")] = pixels(tokenFont(TextRole::Base, chinese).pixelSize());
    values[QStringLiteral("section-text")] = pixels(tokenFont(TextRole::Section, chinese).pixelSize());
    values[QStringLiteral("title-text")] = pixels(tokenFont(TextRole::PageTitle, chinese).pixelSize());
    return values;
}

} // namespace

QPalette schemePalette(Scheme scheme)
{
    const auto colour = [scheme](Colour token) { return tokenColour(token, scheme); };
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Colour::Window));
    palette.setColor(QPalette::WindowText, colour(Colour::Text));
    palette.setColor(QPalette::Base, colour(Colour::Surface));
    palette.setColor(QPalette::AlternateBase, colour(Colour::Hover));
    palette.setColor(QPalette::Text, colour(Colour::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Colour::Faint));
    palette.setColor(QPalette::Button, colour(Colour::Raised));
    palette.setColor(QPalette::ButtonText, colour(Colour::Text));
    palette.setColor(QPalette::BrightText, colour(Colour::PrimaryText));
    palette.setColor(QPalette::ToolTipBase, colour(Colour::Raised));
    palette.setColor(QPalette::ToolTipText, colour(Colour::Text));
    palette.setColor(QPalette::Highlight, colour(Colour::Primary));
    palette.setColor(QPalette::HighlightedText, colour(Colour::PrimaryText));
    palette.setColor(QPalette::Link, colour(Colour::AccentText));
    palette.setColor(QPalette::LinkVisited, colour(Colour::AccentText));
    palette.setColor(QPalette::Light, colour(Colour::Raised));
    palette.setColor(QPalette::Midlight, colour(Colour::Line));
    palette.setColor(QPalette::Mid, colour(Colour::StrongLine));
    palette.setColor(QPalette::Dark, colour(Colour::FieldBorder));
    palette.setColor(QPalette::Shadow, colour(Colour::StrongLine));
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, colour(Colour::FieldBorder));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(Colour::StrongLine));
    return palette;
}

QString schemeStyleSheet(Scheme scheme, bool chinese)
{
    QFile file(QStringLiteral(":/themes/temper.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    const std::map<QString, QString> values = styleSheetValues(scheme, chinese);
    static const QRegularExpression name(QStringLiteral("@([a-z-]+)"));
    QString filled;
    qsizetype from = 0;
    for (auto matches = name.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const auto value = values.find(match.captured(1));
        Q_ASSERT_X(value != values.end(), "temper.qss", qPrintable(match.captured()));
        filled += source.mid(from, match.capturedStart() - from);
        filled += value == values.end() ? QString() : value->second;
        from = match.capturedEnd();
    }
    return filled + source.mid(from);
}

} // namespace temper
