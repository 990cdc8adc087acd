// SPDX-License-Identifier: GPL-3.0-or-later
// How many tokens a character of English and of Chinese costs with a model's tokenizer, as two bars.
#pragma once

#include <QWidget>

namespace temper {

class Theme;

class TokenCost : public QWidget {
    Q_OBJECT
public:
    explicit TokenCost(const Theme& theme, QWidget* parent = nullptr);

    void setCost(double englishTokens, double chineseTokens); // a character
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Bar {
        QString language;
        double tokens = 0;
    };

    void paintBar(QPainter& painter, const QRect& area, const Bar& bar, double longest) const;
    QList<Bar> bars() const;
    void retell();

    const Theme& m_theme;
    double m_english = 0;
    double m_chinese = 0;
};

} // namespace temper
