// SPDX-License-Identifier: GPL-3.0-or-later
// Text that came from a model or a row, shown as Markdown or as it is: loads nothing, shows raw HTML as text,
// and asks before it opens a link.
#pragma once

#include <QColor>
#include <QList>
#include <QTextBrowser>

namespace temper {

class Theme;

enum class TextForm { Markdown, Plain };

struct TextMark {
    int begin = 0; // characters of shownText()
    int end = 0;
    QColor background;
    bool underlined = false;

    bool operator==(const TextMark&) const = default;
};

class ForeignText : public QTextBrowser {
    Q_OBJECT
public:
    explicit ForeignText(const Theme& theme, QWidget* parent = nullptr);

    void showText(const QString& text, TextForm form);
    QString shownText() const; // what stands there after Markdown's marks are gone; one character a position
    void setMarks(const QList<TextMark>& marks);

    // As high as its text; the widget around it scrolls.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QVariant loadResource(int type, const QUrl& name) override;
    QRect placeOf(int position) const; // in this widget's coordinates

Q_SIGNALS:
    void pointedAt(int position); // by the mouse or the keyboard's cursor; −1: at nothing any more

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void point(int position);
    void askToOpen(const QUrl& link);
    void restyle();

    const Theme& m_theme;
    QString m_text;
    TextForm m_form = TextForm::Plain;
    int m_pointed = -1;
};

} // namespace temper
