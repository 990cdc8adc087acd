// SPDX-License-Identifier: GPL-3.0-or-later
// An error in place: one sentence, its remedy, and a button that puts it away.
#pragma once

#include "core/common/base/error.h"

#include <QFrame>
#include <optional>

class QLabel;
class QToolButton;

namespace temper {

class Theme;

class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(const Theme& theme, QWidget* parent = nullptr); // hidden until it has something to say

    void showError(const Error& error);
    void showText(const QString& text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void repaintIcons();

    const Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_close;
    std::optional<Error> m_error;
};

} // namespace temper
