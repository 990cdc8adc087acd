// SPDX-License-Identifier: GPL-3.0-or-later
// The title row of the page Compare: conversation or batch, and what is done with the whole conversation.
#pragma once

#include "ui/widgets/foreign_text.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace temper {

enum class CompareMode { Conversation, Batch };

class CompareTitle : public QWidget {
    Q_OBJECT
public:
    explicit CompareTitle(QWidget* parent = nullptr);

    CompareMode mode() const;
    void setMode(CompareMode mode);
    void setSpoken(bool spoken); // there is a conversation to copy or to leave

Q_SIGNALS:
    void modeChanged();
    void copyAsked(temper::TextForm form);
    void newAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addMode();
    void retranslate();

    QLabel* m_title;
    QLabel* m_line;
    QPushButton* m_conversation;
    QPushButton* m_batch;
    QPushButton* m_copy;
    QAction* m_copyMarkdown;
    QAction* m_copyText;
    QPushButton* m_new;
};

} // namespace temper
