// SPDX-License-Identifier: GPL-3.0-or-later
// Where the prompt is written, with the page's one primary action.
#pragma once

#include <QFrame>

class QPlainTextEdit;
class QPushButton;

namespace temper {

class Composer : public QFrame {
    Q_OBJECT
public:
    explicit Composer(QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);
    void setAnswering(bool answering); // Stop takes the place of Generate
    void setReady(bool ready); // both sides have a model

Q_SIGNALS:
    void asked(const QString& prompt);
    void stopAsked();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void update();
    void fitHeight();
    void retranslate();

    QPlainTextEdit* m_text;
    QPushButton* m_generate;
    QPushButton* m_stop;
    bool m_answering = false;
    bool m_ready = false;
};

} // namespace temper
