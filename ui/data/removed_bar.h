// SPDX-License-Identifier: GPL-3.0-or-later
// The sets that were deleted since the project was opened, and the button that brings them back, the last one
// first.
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace temper {

class RemovedBar : public QWidget {
    Q_OBJECT
public:
    explicit RemovedBar(QWidget* parent = nullptr); // hidden while there is nothing to bring back

    void add(const QString& set);
    void clear();

Q_SIGNALS:
    void bringBackAsked(const QString& set); // it is no longer in the bar

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSets();

    QStringList m_sets; // the last one last
    QLabel* m_words;
    QPushButton* m_bringBack;
};

} // namespace temper
