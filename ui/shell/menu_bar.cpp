// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menu_bar.h"

#include <QActionGroup>
#include <QDir>
#include <QEvent>
#include <QPushButton>

namespace temper {

namespace {

void addChoice(QMenu* menu, QActionGroup* group, int value)
{
    QAction* action = menu->addAction(QString());
    action->setCheckable(true);
    action->setData(value);
    group->addAction(action);
}

void check(QActionGroup* group, int value)
{
    for (QAction* action : group->actions())
        action->setChecked(action->data().toInt() == value);
}

} // namespace

MenuBar::MenuBar(QWidget* parent)
    : QMenuBar(parent)
    , m_file(addMenu(QString()))
    , m_recent(new QMenu(this))
    , m_view(addMenu(QString()))
    , m_theme(new QMenu(this))
    , m_language(new QMenu(this))
    , m_help(addMenu(QString()))
    , m_themes(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
    , m_find(new QPushButton)
{
    makeFileMenu();
    makeViewMenu();
    m_find->setProperty("role", QLatin1String("field"));
    m_find->setFocusPolicy(Qt::TabFocus);
    setCornerWidget(m_find);
    connect(m_find, &QPushButton::clicked, this, &MenuBar::commandsAsked);
    m_about = m_help->addAction(QString(), this, &MenuBar::aboutAsked);
    m_about->setMenuRole(QAction::AboutRole);
    setRecentProjects({});
    setProjectOpen(false);
    retranslate();
}

void MenuBar::makeFileMenu()
{
    m_new = m_file->addAction(QString(), this, &MenuBar::newProjectAsked);
    m_new->setShortcut(QKeySequence::New);
    m_open = m_file->addAction(QString(), this, &MenuBar::openProjectAsked);
    m_open->setShortcut(QKeySequence::Open);
    m_openPacked = m_file->addAction(QString(), this, &MenuBar::openPackedAsked);
    m_file->addMenu(m_recent);
    m_file->addSeparator();
    m_pack = m_file->addAction(QString(), this, &MenuBar::packProjectAsked);
    m_close = m_file->addAction(QString(), this, &MenuBar::closeProjectAsked);
    m_close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    m_file->addSeparator();
    m_quit = m_file->addAction(QString(), this, &MenuBar::quitAsked);
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_quit->setMenuRole(QAction::QuitRole);
}

void MenuBar::makeViewMenu()
{
    m_commands = m_view->addAction(QString(), this, &MenuBar::commandsAsked);
    m_commands->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    m_view->addSeparator();
    m_pagesEnd = m_view->addSeparator();
    m_view->addMenu(m_theme);
    m_view->addMenu(m_language);
    for (const ThemeChoice choice : { ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark })
        addChoice(m_theme, m_themes, static_cast<int>(choice));
    for (const LanguageChoice choice :
        { LanguageChoice::System, LanguageChoice::English, LanguageChoice::Chinese })
        addChoice(m_language, m_languages, static_cast<int>(choice));
    connect(m_themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        Q_EMIT themeAsked(static_cast<ThemeChoice>(action->data().toInt()));
    });
    connect(m_languages, &QActionGroup::triggered, this, [this](const QAction* action) {
        Q_EMIT languageAsked(static_cast<LanguageChoice>(action->data().toInt()));
    });
}

void MenuBar::setRecentProjects(const QStringList& folders)
{
    m_recent->clear();
    m_recent->setEnabled(!folders.isEmpty());
    for (const QString& folder : folders) {
        QString shown = QDir::toNativeSeparators(folder);
        QAction* action = m_recent->addAction(shown.replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, folder] { Q_EMIT recentProjectAsked(folder); });
    }
}

void MenuBar::setTheme(ThemeChoice choice)
{
    check(m_themes, static_cast<int>(choice));
}

void MenuBar::setLanguage(LanguageChoice choice)
{
    check(m_languages, static_cast<int>(choice));
}

void MenuBar::setPages(const QStringList& titles)
{
    qDeleteAll(m_pages);
    m_pages.clear();
    for (int i = 0; i < titles.size(); ++i) {
        auto* action = new QAction(titles[i], this);
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
        action->setEnabled(m_close->isEnabled());
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT pageAsked(i); });
        m_view->insertAction(m_pagesEnd, action);
        m_pages.append(action);
    }
}

void MenuBar::setProjectOpen(bool open)
{
    m_close->setEnabled(open);
    m_pack->setEnabled(open);
    for (QAction* action : m_pages)
        action->setEnabled(open);
}

void MenuBar::changeEvent(QEvent* event)
{
    QMenuBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MenuBar::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_new->setText(tr("&New project…"));
    m_open->setText(tr("&Open project…"));
    m_openPacked->setText(tr("Open pa&cked project…"));
    m_recent->setTitle(tr("Open &recent"));
    m_pack->setText(tr("&Pack project…"));
    m_close->setText(tr("C&lose project"));
    m_quit->setText(tr("&Quit"));
    m_view->setTitle(tr("&View"));
    m_commands->setText(tr("&Commands…"));
    m_find->setText(
        tr("Commands") + QStringLiteral("   ") + m_commands->shortcut().toString(QKeySequence::NativeText));
    m_find->setToolTip(tr("Everything that can be done, and every place, by a few letters of its name."));
    m_theme->setTitle(tr("&Theme"));
    const QStringList themes { tr("Follow the system"), tr("Light"), tr("Dark") };
    for (int i = 0; i < themes.size(); ++i)
        m_themes->actions().at(i)->setText(themes[i]);
    m_language->setTitle(tr("&Language"));
    const QStringList languages { tr("Follow the system"), QStringLiteral("English"),
        QStringLiteral("简体中文") };
    for (int i = 0; i < languages.size(); ++i)
        m_languages->actions().at(i)->setText(languages[i]);
    m_help->setTitle(tr("&Help"));
    m_about->setText(tr("&About Temper"));
}

} // namespace temper
