// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning and end that tests of a page about a run's result have in common: a run really trained, the
// page alone on the screen with the project open.
#pragma once

#include "tests/ui/tuned_project.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace temper {

// A derived test calls trainOnce() in initTestCase, and begin() and end() around each test.
template <class PageUnderTest> class ResultPageTest {
protected:
    void trainOnce()
    {
        loadResources();
        qputenv("TEMPER_ENGINE", TEMPER_ENGINE);
        m_theme = std::make_unique<Theme>(*qApp);
        m_project = std::make_unique<TunedProject>();
        QVERIFY2(m_project->train(), m_project->problem.constData());
    }

    // `results`: the project's folder that the test before may have filled.
    void begin(const char* results)
    {
        std::filesystem::remove_all(m_project->folder() / results);
        m_workbench = std::make_unique<Workbench>();
        m_page = std::make_unique<PageUnderTest>(*m_theme);
        m_page->setWorkbench(*m_workbench);
        m_page->resize(1300, 820);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->setProject({ m_project->folder(), QStringLiteral("project") });
    }

    void end()
    {
        m_page.reset();
        m_workbench.reset();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TunedProject> m_project;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<PageUnderTest> m_page;
};

} // namespace temper
