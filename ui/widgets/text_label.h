// SPDX-License-Identifier: GPL-3.0-or-later
// Labels by their role in the text; the theme decides size, weight and colour.
#pragma once

#include <QLabel>

namespace temper {

enum class LabelRole { Base, Small, Muted, Faint, Group, Section, Strong, Title, Warn, Bad };

QLabel* makeLabel(LabelRole role, QWidget* parent = nullptr);

void setLabelRole(QLabel& label, LabelRole role);

// A label of one line that ends in "…" where the room ends and shows the whole text as its tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(LabelRole role, QWidget* parent = nullptr);

    void setFullText(const QString& text);
    QString fullText() const { return m_text; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void elide();

    QString m_text;
};

} // namespace temper
