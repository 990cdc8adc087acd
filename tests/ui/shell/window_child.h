// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window for tests, in this process, and in one of its own that can be killed.
#pragma once

#include "ui/shell/interface_language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/row_table.h"

#include <QApplication>
#include <QFontInfo>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <SQLiteCpp/Database.h>

#include <cstdio>

namespace temper {

class WindowDesk {
public:
    explicit WindowDesk(const QString& project)
        : m_theme(*qApp)
        , m_preferences(std::make_unique<QSettings>(m_settings.filePath(QStringLiteral("temper.ini")),
              QSettings::IniFormat))
        , m_window(m_theme, m_language, m_preferences)
    {
        m_window.show();
        m_window.openProject(project);
    }

    MainWindow& window() { return m_window; }
    const MainWindow& window() const { return m_window; }
    const Notice& notice() const { return *m_window.centralWidget()->findChild<Notice*>(); }

    bool runsPageSays(const QString& text)
    {
        m_window.workbench().show(PageId::Runs);
        for (const QLabel* label : m_window.findChild<QStatusBar*>()->findChildren<QLabel*>()) {
            if (label->text().contains(text))
                return true;
        }
        return false;
    }

    bool isAtRest() const { return QThreadPool::globalInstance()->activeThreadCount() == 0; }

    void visitAllPages()
    {
        for (int i = 0; i < m_window.pages().size(); ++i) {
            m_window.showPage(i);
            QTest::qWait(100);
        }
    }

private:
    QTemporaryDir m_settings;
    Theme m_theme;
    InterfaceLanguage m_language;
    Preferences m_preferences;
    MainWindow m_window;
};

// This test's own program with "--child" and `arguments`, below a shell that runs `before` first.
class WindowChild {
public:
    explicit WindowChild(const QStringList& arguments, const QString& before = {})
    {
        const QString script = (before.isEmpty() ? QString() : before + QStringLiteral("; "))
            + QStringLiteral("trap '' XFSZ; exec \"$0\" --child \"$@\"");
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("sh"),
            QStringList { QStringLiteral("-c"), script, QApplication::applicationFilePath() } + arguments);
    }

    ~WindowChild() { kill(); }

    bool waitFor(const QByteArray& words)
    {
        while (!m_output.contains(words)) {
            if (m_process.state() == QProcess::NotRunning && m_process.bytesAvailable() == 0)
                return false;
            m_process.waitForReadyRead(60000);
            m_output += m_process.readAll();
        }
        return true;
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        m_output += m_process.readAll();
    }

    const QByteArray& output() const { return m_output; }
    int lastNumber() const { return m_output.trimmed().split(' ').last().toInt(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

inline void say(const QString& words)
{
    std::printf("%s\n", qPrintable(words));
    std::fflush(stdout);
}

inline QPushButton* buttonOf(const QWidget& window, const QString& text)
{
    for (QPushButton* found : window.findChildren<QPushButton*>()) {
        if (found->isVisible() && found->text() == text && found->isEnabled())
            return found;
    }
    return nullptr;
}

inline int childImports(WindowDesk& desk, const QString& file)
{
    desk.window().workbench().show(PageId::Data, { { "import", { file.toStdString() } } });
    while (!buttonOf(desk.window(), QStringLiteral("Import")))
        QTest::qWait(20);
    QTest::mouseClick(buttonOf(desk.window(), QStringLiteral("Import")), Qt::LeftButton);
    for (;;) {
        QTest::qWait(5);
        for (const ProgressStrip* strip : desk.window().findChildren<ProgressStrip*>()) {
            if (strip->isVisible())
                say(QStringLiteral("importing"));
        }
        for (const Notice* notice : desk.window().findChildren<Notice*>()) {
            if (notice->isVisible())
                say(QStringLiteral("refused: ") + notice->text());
        }
    }
}

// Sets one row after the other aside; a row is told once the window has let it go.
inline int childEdits(WindowDesk& desk)
{
    const auto rows = [&desk] {
        for (const RowTable* table : desk.window().findChildren<RowTable*>()) {
            if (table->isVisible())
                return table->model()->rowCount();
        }
        return 0;
    };
    for (int done = 1;; ++done) {
        while (!buttonOf(desk.window(), QStringLiteral("Set aside")))
            QTest::qWait(5);
        const int before = rows();
        QTest::mouseClick(buttonOf(desk.window(), QStringLiteral("Set aside")), Qt::LeftButton);
        while (rows() == before)
            QTest::qWait(5);
        say(QStringLiteral("set aside %1").arg(done));
    }
}

inline int childPaints(WindowDesk& desk)
{
    desk.visitAllPages();
    const QPixmap picture = desk.window().grab();
    say(QStringLiteral("painted %1 %2")
            .arg(picture.devicePixelRatio())
            .arg(QFontInfo(QApplication::font()).family()));
    return 0;
}

inline int runWindowChild(const QStringList& arguments)
{
    loadResources();
    WindowDesk desk(arguments.value(1));
    if (arguments.value(0) == QLatin1String("import"))
        return childImports(desk, arguments.value(2));
    if (arguments.value(0) == QLatin1String("edit"))
        return childEdits(desk);
    if (arguments.value(0) == QLatin1String("paint"))
        return childPaints(desk);
    return QApplication::exec();
}

} // namespace temper
