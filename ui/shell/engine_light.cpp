// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/engine_light.h"

#include "core/common/base/os_process.h"
#include "ui/shell/theme/theme.h"
#include "ui/task/engine_session.h"
#include "ui/widgets/colour_dot.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>

namespace temper {

namespace {

constexpr int kDot = 8;
constexpr int kBeatMilliseconds = 2000;

Colour colourOf(EngineState state)
{
    switch (state) {
    case EngineState::Resting:
        return Colour::FieldBorder;
    case EngineState::Starting:
        return Colour::Warn;
    case EngineState::Ready:
        return Colour::Good;
    case EngineState::Stopped:
        return Colour::Bad;
    }
    return Colour::Muted;
}

} // namespace

EngineLight::EngineLight(const Theme& theme, const EngineSession& engine, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_engine(engine)
    , m_dot(new QLabel)
    , m_words(makeLabel(LabelRole::Small))
    , m_memory(makeLabel(LabelRole::Small))
    , m_measuring(this)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(size::kGap, 0, size::kSmallGap, 0);
    row->setSpacing(size::kSmallGap);
    row->addWidget(m_dot);
    row->addWidget(m_words);
    row->addWidget(m_memory);
    connect(&engine, &EngineSession::stateChanged, this, [this] {
        retell();
        measure();
    });
    connect(&theme, &Theme::changed, this, &EngineLight::retell);
    connect(&m_beat, &QTimer::timeout, this, &EngineLight::measure);
    m_beat.start(kBeatMilliseconds);
    m_memory->hide();
    retell();
}

QString EngineLight::words() const
{
    switch (m_engine.state()) {
    case EngineState::Resting:
        return tr("Engine at rest");
    case EngineState::Starting:
        return tr("Engine starting");
    case EngineState::Ready:
        return tr("Engine ready");
    case EngineState::Stopped:
        return tr("Engine stopped");
    }
    return {};
}

void EngineLight::measure()
{
    const qint64 process = m_engine.processId();
    if (m_engine.state() != EngineState::Ready || process == 0)
        return m_memory->hide();
    m_measuring.start(
        [process](const std::stop_token&) {
            return Memory { residentBytesOf(process), totalMemoryBytes() };
        },
        [this](const Memory& memory) { showMemory(memory); }, [this](const Error&) { m_memory->hide(); });
}

void EngineLight::showMemory(const Memory& memory)
{
    m_memory->setVisible(memory.engine > 0 && m_engine.state() == EngineState::Ready);
    m_memory->setText(tr("%1 of %2")
                          .arg(NumberText::bytes(static_cast<double>(memory.engine)),
                              NumberText::bytes(static_cast<double>(memory.machine))));
}

void EngineLight::retell()
{
    m_dot->setPixmap(colourDot(m_theme.colour(colourOf(m_engine.state())), kDot, devicePixelRatioF()));
    m_words->setText(words());
    setToolTip(m_engine.state() == EngineState::Stopped
            ? tr("The engine ended unexpectedly; it starts again as soon as it is needed.")
            : tr("The program that tokenises, estimates and answers for this window. Runs have their own."));
    m_memory->setToolTip(tr("Memory the engine holds, of the machine's"));
}

void EngineLight::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retell();
}

} // namespace temper
