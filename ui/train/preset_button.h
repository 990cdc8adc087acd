// SPDX-License-Identifier: GPL-3.0-or-later
// A choice of two lines: a word, and quietly what it means. One of several may be on.
#pragma once

#include <QAbstractButton>

namespace temper {

class Theme;

class PresetButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit PresetButton(const Theme& theme, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& detail);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 0, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_detail;
};

} // namespace temper
