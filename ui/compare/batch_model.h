// SPDX-License-Identifier: GPL-3.0-or-later
// The prompts of a batch as a table: prompt, both answers, their lengths, and how many words they share.
#pragma once

#include "core/common/project/prompt_batch.h"

#include <QAbstractTableModel>
#include <QList>

namespace temper {

class BatchRun;

class BatchModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Prompt, LeftAnswer, RightAnswer, LeftTokens, RightTokens, SharedWords, ColumnCount };

    BatchModel(const BatchRun& run, QObject* parent); // the run outlives it

    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const QModelIndex& index) const;
    void reset();
    void refresh(int row);

    const BatchRun& m_run;
    QList<double> m_shared; // share of the words both answers have, per row; negative: not known
};

} // namespace temper
