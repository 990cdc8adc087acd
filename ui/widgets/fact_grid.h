// SPDX-License-Identifier: GPL-3.0-or-later
// Facts one under the other: what it is at the left, its value at the right edge.
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace temper {

struct Fact {
    QString name;
    QString value;
};

class FactGrid : public QWidget {
    Q_OBJECT
public:
    explicit FactGrid(QWidget* parent = nullptr);

    void setFacts(const QList<Fact>& facts); // replaces those there are

private:
    QGridLayout* m_grid;
};

} // namespace temper
