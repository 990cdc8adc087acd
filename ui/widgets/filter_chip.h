// SPDX-License-Identifier: GPL-3.0-or-later
// A filter in force, with the cross that takes it off.
#pragma once

#include <QPushButton>

namespace temper {

class FilterChip : public QPushButton {
    Q_OBJECT
public:
    explicit FilterChip(QWidget* parent = nullptr); // clicked() takes the filter off

    void setFilter(const QString& words); // empty hides the chip
    QString filter() const { return m_words; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_words;
};

} // namespace temper
