// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/composer.h"

#include "ui/shell/theme/tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace temper {

namespace {
constexpr int kLeastLines = 2;
constexpr int kMostLines = 8;
constexpr int kFrame = 12; // border and padding of the field
} // namespace

Composer::Composer(QWidget* parent)
    : QFrame(parent)
    , m_text(new QPlainTextEdit)
    , m_generate(new QPushButton)
    , m_stop(new QPushButton)
{
    m_generate->setProperty("role", QLatin1String("primary"));
    m_stop->setProperty("role", QLatin1String("danger"));
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addWidget(m_text, 1);
    row->addWidget(m_generate, 0, Qt::AlignBottom);
    row->addWidget(m_stop, 0, Qt::AlignBottom);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        update();
        fitHeight();
    });
    connect(m_generate, &QPushButton::clicked, this, &Composer::ask);
    connect(m_stop, &QPushButton::clicked, this, &Composer::stopAsked);
    retranslate();
    update();
    fitHeight();
}

QString Composer::text() const
{
    return m_text->toPlainText();
}

void Composer::setText(const QString& text)
{
    m_text->setPlainText(text);
}

void Composer::setAnswering(bool answering)
{
    m_answering = answering;
    update();
}

void Composer::setReady(bool ready)
{
    m_ready = ready;
    update();
}

void Composer::update()
{
    m_generate->setVisible(!m_answering);
    m_stop->setVisible(m_answering);
    m_generate->setEnabled(m_ready && !text().trimmed().isEmpty());
}

void Composer::ask()
{
    if (m_answering || !m_generate->isEnabled())
        return;
    const QString prompt = text().trimmed();
    m_text->clear();
    Q_EMIT asked(prompt);
}

void Composer::fitHeight()
{
    const int line = m_text->fontMetrics().lineSpacing();
    const int lines = static_cast<int>(m_text->document()->size().height());
    m_text->setFixedHeight(std::clamp(lines, kLeastLines, kMostLines) * line + kFrame + size::kSmallGap);
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            ask();
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_answering) {
            Q_EMIT stopAsked();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Composer::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void Composer::retranslate()
{
    m_text->setPlaceholderText(tr("Ask both the same"));
    m_text->setAccessibleName(tr("Prompt"));
    m_generate->setText(tr("Generate  Ctrl+↵"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Keeps what has been said so far (Esc)."));
}

} // namespace temper
