// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers between two starts: theme, language, recent projects, its own size.
#pragma once

#include "ui/shell/interface_language.h"
#include "ui/shell/theme/theme.h"

#include <QByteArray>
#include <QStringList>
#include <memory>

class QSettings;

namespace temper {

class Preferences {
public:
    explicit Preferences(std::unique_ptr<QSettings> settings);
    ~Preferences();

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    LanguageChoice language() const;
    void setLanguage(LanguageChoice choice);

    QStringList recentProjects() const; // folders, the last opened first
    void addRecentProject(const QString& folder);
    void removeRecentProject(const QString& folder);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace temper
