// SPDX-License-Identifier: GPL-3.0-or-later
// An application that knows which event held its GUI thread the longest: for the benchmarks of the window.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <chrono>
#include <ctime>
#include <utility>

namespace temper {

// Of one thread: by the clock, and in processor time, which other programs do not lengthen.
struct Held {
    double clock = 0; // milliseconds
    double processor = 0;

    static Held now()
    {
        timespec cpu {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &cpu);
        const auto since = std::chrono::steady_clock::now().time_since_epoch();
        return { std::chrono::duration<double, std::milli>(since).count(),
            static_cast<double>(cpu.tv_sec) * 1e3 + static_cast<double>(cpu.tv_nsec) / 1e6 };
    }
    Held operator-(const Held& other) const { return { clock - other.clock, processor - other.processor }; }
};

class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    // The events since the last call that took long, each with the one within it that took most of its time.
    QString takeSlowEvents() { return std::exchange(m_slowest, {}).words; }

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const char* const name = receiver->metaObject()->className();
        const QEvent::Type type = event->type();
        Slow* const outer = std::exchange(m_inner, nullptr);
        Slow inner;
        m_inner = &inner;
        const Held before = Held::now();
        const bool done = QApplication::notify(receiver, event);
        const Held held = Held::now() - before;
        m_inner = outer;
        if (held.clock < kToldFrom)
            return done;
        const QString words
            = told(name, type, held) + (inner.clock > held.clock / 2 ? inner.words : QString());
        if (!outer)
            m_slowest.words += QStringLiteral("\n   ") + words;
        else if (held.clock > outer->clock)
            *outer = { held.clock, QStringLiteral(" >") + words };
        return done;
    }

private:
    static constexpr double kToldFrom = 3; // milliseconds

    struct Slow {
        double clock = 0;
        QString words;
    };

    static QString told(const char* name, QEvent::Type type, const Held& held)
    {
        const char* const known = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        return QStringLiteral(" %1 %2 %3 (%4) ms")
            .arg(QLatin1String(name), known ? QString::fromLatin1(known) : QString::number(type))
            .arg(held.clock, 0, 'f', 1)
            .arg(held.processor, 0, 'f', 1);
    }

    Slow m_slowest;
    Slow* m_inner = nullptr; // of the event being handled
};

} // namespace temper
