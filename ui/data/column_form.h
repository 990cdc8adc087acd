// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a file means what: found by looking, changed by a person.
#pragma once

#include "core/common/data/preview.h"

#include <QWidget>
#include <map>
#include <string>

class QComboBox;
class QGridLayout;
class QLabel;

namespace temper {

class ColumnForm : public QWidget {
    Q_OBJECT
public:
    explicit ColumnForm(QWidget* parent = nullptr);

    // `named`: what a person chose so far, kept where the preview could not use it.
    void setPreview(const DataPreview& preview, const ColumnMap& named);
    ColumnMap columns() const;

Q_SIGNALS:
    void changed();

private:
    QComboBox* addMeaning(const std::string& meaning, const DataPreview& preview);

    QLabel* m_unmapped;
    QGridLayout* m_grid;
    std::map<std::string, QComboBox*> m_meanings;
};

} // namespace temper
