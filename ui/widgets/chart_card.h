// SPDX-License-Identifier: GPL-3.0-or-later
// A chart in its card, with the menu that saves it.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/chart.h"

class QAction;
class QMenu;
class QToolButton;

namespace temper {

class ChartCard : public Card {
    Q_OBJECT
public:
    explicit ChartCard(const Theme& theme, QWidget* parent = nullptr);

    Chart& chart() const { return *m_chart; }
    void setTexts(const ChartTexts& texts, const QString& note);

Q_SIGNALS:
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void chooseFile(const QString& ending);
    void save(const QString& path);
    void showNote();
    void repaintIcon();
    void retranslate();

    const Theme& m_theme;
    Chart* m_chart;
    QToolButton* m_button;
    QMenu* m_menu;
    QAction* m_reset;
    QList<QAction*> m_formats;
    QString m_note;
    QString m_reading; // under the crosshair
};

} // namespace temper
