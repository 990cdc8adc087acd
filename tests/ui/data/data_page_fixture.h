// SPDX-License-Identifier: GPL-3.0-or-later
// The page Data with a project in a folder of its own, and how a person finds things on it.
#pragma once

#include "tests/ui/data/sample_data.h"
#include "ui/data/data_page.h"
#include "ui/data/row_detail.h"
#include "ui/data/row_model.h"
#include "ui/data/set_header.h"
#include "ui/data/set_view.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/row_table.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace temper {

template <class Kind> Kind* named(const QWidget& page, const QString& name)
{
    for (Kind* found : page.findChildren<Kind*>()) {
        if (found->isVisible()
            && (found->accessibleName() == name || found->property("text").toString() == name))
            return found;
    }
    return nullptr;
}

inline bool shows(const QWidget& page, const QString& text)
{
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisible() && (label->text().contains(text) || label->accessibleName().contains(text)))
            return true;
    }
    return false;
}

inline void choose(QComboBox& combo, const QString& text)
{
    combo.setFocus();
    const int wanted = combo.findText(text);
    QVERIFY2(wanted >= 0, qPrintable(text));
    combo.setCurrentIndex(wanted);
    Q_EMIT combo.activated(wanted);
}

class DataPageFixture : public QObject {
protected:
    void beginPage()
    {
        if (!m_theme) {
            loadResources();
            m_theme = std::make_unique<Theme>(*qApp);
        }
        m_folder = std::make_unique<QTemporaryDir>();
        makePage();
    }
    void endPage()
    {
        m_page.reset();
        m_folder.reset();
    }
    void makePage()
    {
        m_page = std::make_unique<DataPage>(*m_theme);
        m_page->resize(1300, 850);
        m_page->show();
        m_page->activateWindow(); // shortcuts belong to the active window
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    std::filesystem::path base() const { return m_folder->path().toStdString(); }
    std::filesystem::path project() const { return base() / "project"; }
    void open() { m_page->setProject({ project(), QStringLiteral("project") }); }
    void openSample(int rows)
    {
        makeSampleSet(project(), rows);
        open();
        QTRY_COMPARE(table_()->model()->rowCount(), rows);
        QTRY_VERIFY(!cell(0, RowModel::PromptColumn).isEmpty());
    }
    RowDetail& detail() const { return m_page->view().detail(); }
    Notice* notice() const { return m_page->view().findChild<Notice*>(); }
    QToolButton* button(const QString& name) const { return named<QToolButton>(*m_page, name); }
    RowTable* table_() const
    {
        RowTable* rows = nullptr;
        for (RowTable* table : m_page->view().findChildren<RowTable*>()) {
            if (table->isVisible())
                rows = table;
        }
        return rows ? rows : m_page->view().findChildren<RowTable*>().first();
    }
    QString cell(int row, int column) const
    {
        const RowModel& model = m_page->view().rows();
        return model.index(row, column).data().toString();
    }
    QAction* menuAction(const QString& text) const
    {
        for (QAction* action : m_page->findChild<SetHeader*>()->findChildren<QAction*>()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    static void click(RowTable* table, int row)
    {
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, 1)).center());
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DataPage> m_page;
};

} // namespace temper
