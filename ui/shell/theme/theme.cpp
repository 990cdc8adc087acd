// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/theme.h"

#include "ui/shell/theme/icon_engine.h"
#include "ui/shell/theme/palette.h"
#include "ui/shell/theme/window_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleHints>

// Q_INIT_RESOURCE must stand outside any namespace; without it a static library's resources are dropped.
static void registerResources()
{
    Q_INIT_RESOURCE(resources);
    Q_INIT_RESOURCE(translations);
    Q_INIT_RESOURCE(examples);
}

namespace temper {

void loadResources()
{
    registerResources();
    for (const char* style : { "Regular", "Medium", "SemiBold" })
        QFontDatabase::addApplicationFont(
            QStringLiteral(":/fonts/InterTabular-%1.otf").arg(QLatin1String(style)));
}

Theme::Theme(QApplication&)
    : m_systemPalette(QApplication::palette())
{
    QApplication::setStyle(new WindowStyle);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Theme::setChinese(bool chinese)
{
    m_chinese = chinese;
    apply();
}

QIcon Theme::icon(const QString& name, Colour colour) const
{
    return QIcon(new LineIconEngine(name, this->colour(colour), this->colour(Colour::StrongLine)));
}

Scheme Theme::systemScheme() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    switch (QGuiApplication::styleHints()->colorScheme()) {
    case Qt::ColorScheme::Dark:
        return Scheme::Dark;
    case Qt::ColorScheme::Light:
        return Scheme::Light;
    case Qt::ColorScheme::Unknown:
        break;
    }
#endif
    const bool dark = m_systemPalette.color(QPalette::Window).lightness()
        < m_systemPalette.color(QPalette::WindowText).lightness();
    return dark ? Scheme::Dark : Scheme::Light;
}

void Theme::apply()
{
    switch (m_choice) {
    case ThemeChoice::System:
        m_scheme = systemScheme();
        break;
    case ThemeChoice::Light:
        m_scheme = Scheme::Light;
        break;
    case ThemeChoice::Dark:
        m_scheme = Scheme::Dark;
        break;
    }
    QApplication::setPalette(schemePalette(m_scheme));
    QApplication::setFont(font(TextRole::Base));
    m_parts.setSheet(schemeStyleSheet(m_scheme, m_chinese));
    Q_EMIT changed();
}

} // namespace temper
