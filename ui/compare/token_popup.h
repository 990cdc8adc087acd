// SPDX-License-Identifier: GPL-3.0-or-later
// A small panel beside a token: how probable it was, and what else could have stood there.
#pragma once

#include "core/common/project/conversation.h"

#include <QWidget>

namespace temper {

class Theme;

class TokenPopup : public QWidget {
    Q_OBJECT
public:
    // Floats inside `parent`, hidden until it has something to show.
    TokenPopup(const Theme& theme, QWidget* parent);

    void showToken(const AnswerToken& token, const QRect& place); // in global coordinates
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        QString text;
        double chance = 0;
        bool chosen = false;
    };

    void paintRow(QPainter& painter, const QRect& area, const Row& row) const;

    const Theme& m_theme;
    QString m_title;
    QList<Row> m_rows;
};

} // namespace temper
