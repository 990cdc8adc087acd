// SPDX-License-Identifier: GPL-3.0-or-later
// How both sides choose their tokens: one set of values for the two, so that they can be compared.
#pragma once

#include "core/common/project/conversation.h"

#include <QWidget>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace temper {

class Theme;

class SamplingPanel : public QWidget {
    Q_OBJECT
public:
    explicit SamplingPanel(const Theme& theme, QWidget* parent = nullptr);

    SamplingChoice sampling() const;
    void setSampling(const SamplingChoice& sampling);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* label;
        QWidget* field;
    };

    QDoubleSpinBox* addNumber(double least, double most, double step);
    QSpinBox* addCount(int least, int most);
    void addRow(QWidget* field);
    void drawSeed();
    void showUnused();
    void nameRow(int row, const QString& name, const QString& explanation);
    void retranslate();

    const Theme& m_theme;
    QGridLayout* m_grid;
    QList<Row> m_rows;
    QLabel* m_title;
    QDoubleSpinBox* m_temperature;
    QSpinBox* m_topK;
    QDoubleSpinBox* m_topP;
    QDoubleSpinBox* m_minP;
    QDoubleSpinBox* m_repetition;
    QSpinBox* m_length;
    QSpinBox* m_seed;
    QToolButton* m_newSeed;
};

} // namespace temper
