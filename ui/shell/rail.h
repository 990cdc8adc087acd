// SPDX-License-Identifier: GPL-3.0-or-later
// The column of pages at the left edge: an icon and a word each, one of them current.
#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace temper {

class Theme;

class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(const Theme& theme, QWidget* parent = nullptr);

    void addPage(const QString& iconName);
    void setPageTitles(const QStringList& titles);
    void setCurrent(int index); // -1: none
    void setPagesEnabled(bool enabled);

Q_SIGNALS:
    void pageAsked(int index);
    void themeSwitchAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QToolButton* makeButton();
    void repaintIcons();
    void retranslate();

    const Theme& m_theme;
    QVBoxLayout* m_layout;
    QButtonGroup* m_pages;
    QToolButton* m_themeSwitch;
    QStringList m_iconNames;
};

} // namespace temper
