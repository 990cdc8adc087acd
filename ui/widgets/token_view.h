// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens as chips, laid out as running text: trained ones tinted and underlined, part characters joined under
// the character. Any length: chips are laid out in slices and only the visible ones are drawn.
#pragma once

#include "ui/widgets/table_window.h"
#include "ui/widgets/token_sequence.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QTimer>
#include <memory>

namespace temper {

class Theme;

enum class TokenIds { Hidden, Shown };

class TokenView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TokenView(const Theme& theme, QWidget* parent = nullptr);

    void setSequence(std::shared_ptr<const TokenSequence> sequence);
    const TokenSequence& sequence() const { return *m_sequence; }
    void setIds(TokenIds ids);

    int currentToken() const { return m_current; } // -1: none
    void setCurrentToken(int token);
    QString describe(int token) const; // one line: text, piece, id, place, trained or not
    QString plainTable() const; // a line a token, tab between the columns: for the clipboard
    QRect chip(int token) const; // in the viewport
    int heightForLines(int lines) const;

Q_SIGNALS:
    void currentChanged(int token);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        int first = 0; // token
        int top = 0;
        int height = 0;
    };

    void restart(); // lays everything out anew
    void layOutSome();
    int layOutUnit(int first); // one token, or those that share characters; returns the next one
    int widthOf(const ShownToken& token);
    void updateScrollBar();
    int tokenAt(const QPoint& place) const;
    int firstVisibleLine() const;
    int lineEnd(int line) const;
    void moveToLine(int lines);
    void paintLine(QPainter& painter, const Line& line, int end) const;
    void paintChip(QPainter& painter, int token, const QRect& area) const;
    void paintShared(QPainter& painter, const SharedCharacters& shared, const Line& line) const;
    void restyle();
    void retranslate();
    TableContent table() const;

    const Theme& m_theme;
    std::shared_ptr<const TokenSequence> m_sequence;
    TokenIds m_ids = TokenIds::Shown;
    QFont m_font;
    QFont m_small;
    QHash<qint64, int> m_widths; // by id and kind
    QList<QRect> m_chips; // in the whole text, as far as it is laid out
    QList<Line> m_lines;
    QTimer m_layout;
    QAction* m_showTable;
    int m_x = 0;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace temper
