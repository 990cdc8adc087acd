// SPDX-License-Identifier: GPL-3.0-or-later
// How the window's engine stands, at the left end of the status strip: a dot, a word, and its memory.
#pragma once

#include "ui/task/latest_task.h"

#include <QTimer>
#include <QWidget>
#include <cstdint>

class QLabel;

namespace temper {

class EngineSession;
class Theme;

class EngineLight : public QWidget {
    Q_OBJECT
public:
    // Both outlive it.
    EngineLight(const Theme& theme, const EngineSession& engine, QWidget* parent = nullptr);

    QString words() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Memory {
        std::uint64_t engine = 0;
        std::uint64_t machine = 0;
    };

    void measure();
    void showMemory(const Memory& memory);
    void retell();

    const Theme& m_theme;
    const EngineSession& m_engine;
    QLabel* m_dot;
    QLabel* m_words;
    QLabel* m_memory;
    QTimer m_beat;
    LatestTask<Memory> m_measuring;
};

} // namespace temper
