// SPDX-License-Identifier: GPL-3.0-or-later
// The title row of the page: what will be run, in one line, and what can be done with it.
#pragma once

#include <QWidget>

class QPushButton;

namespace temper {

class ElidedLabel;

class TrainHeader : public QWidget {
    Q_OBJECT
public:
    explicit TrainHeader(QWidget* parent = nullptr);

    void setLine(const QString& text);
    void setRuns(std::size_t runs); // how many "start" begins
    void setStartable(bool startable);

Q_SIGNALS:
    void openAsked();
    void saveAsked();
    void queueAsked(); // and stay here
    void startAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ElidedLabel* m_title;
    ElidedLabel* m_line;
    QPushButton* m_open;
    QPushButton* m_save;
    QPushButton* m_queue;
    QPushButton* m_start;
    std::size_t m_runs = 1;
};

} // namespace temper
