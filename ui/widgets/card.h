// SPDX-License-Identifier: GPL-3.0-or-later
// The one frame of a page: a surface with a hairline and round corners, a title at the left, a note at the
// right.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace temper {

class Theme;

class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    QString title() const;

    void addToTitleRow(QWidget* widget); // after the note, at the right edge
    QVBoxLayout* content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_note;
    QHBoxLayout* m_titleRow;
    QVBoxLayout* m_content;
};

} // namespace temper
