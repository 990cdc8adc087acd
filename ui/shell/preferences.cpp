// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QSettings>

#include <array>

namespace temper {

namespace {

constexpr int kRecentProjects = 10;

template <class Choice> struct ChoiceName {
    Choice choice;
    const char* name;
};

constexpr std::array<ChoiceName<ThemeChoice>, 3> kThemes { {
    { ThemeChoice::System, "system" },
    { ThemeChoice::Light, "light" },
    { ThemeChoice::Dark, "dark" },
} };

constexpr std::array<ChoiceName<LanguageChoice>, 3> kLanguages { {
    { LanguageChoice::System, "system" },
    { LanguageChoice::English, "en" },
    { LanguageChoice::Chinese, "zh_CN" },
} };

template <class Table> auto readChoice(const QSettings& settings, const QString& key, const Table& table)
{
    const QString stored = settings.value(key).toString();
    for (const auto& entry : table) {
        if (stored == QLatin1String(entry.name))
            return entry.choice;
    }
    return table.front().choice;
}

template <class Table, class Choice>
void writeChoice(QSettings& settings, const QString& key, const Table& table, Choice choice)
{
    for (const auto& entry : table) {
        if (entry.choice == choice)
            settings.setValue(key, QLatin1String(entry.name));
    }
}

} // namespace

Preferences::Preferences(std::unique_ptr<QSettings> settings)
    : m_settings(std::move(settings))
{
}

Preferences::~Preferences() = default;

ThemeChoice Preferences::theme() const
{
    return readChoice(*m_settings, QStringLiteral("theme"), kThemes);
}

void Preferences::setTheme(ThemeChoice choice)
{
    writeChoice(*m_settings, QStringLiteral("theme"), kThemes, choice);
}

LanguageChoice Preferences::language() const
{
    return readChoice(*m_settings, QStringLiteral("language"), kLanguages);
}

void Preferences::setLanguage(LanguageChoice choice)
{
    writeChoice(*m_settings, QStringLiteral("language"), kLanguages, choice);
}

QStringList Preferences::recentProjects() const
{
    return m_settings->value(QStringLiteral("recentProjects")).toStringList();
}

void Preferences::addRecentProject(const QString& folder)
{
    QStringList projects = recentProjects();
    projects.removeAll(folder);
    projects.prepend(folder);
    m_settings->setValue(QStringLiteral("recentProjects"), QStringList(projects.mid(0, kRecentProjects)));
}

void Preferences::removeRecentProject(const QString& folder)
{
    QStringList projects = recentProjects();
    projects.removeAll(folder);
    m_settings->setValue(QStringLiteral("recentProjects"), projects);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings->value(QStringLiteral("windowGeometry")).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry)
{
    m_settings->setValue(QStringLiteral("windowGeometry"), geometry);
}

} // namespace temper
