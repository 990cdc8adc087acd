// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/command_list.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace temper {

namespace {
constexpr int kWidth = 640;
constexpr int kHeight = 420;
constexpr int kFromTop = 64;
} // namespace

CommandPalette::CommandPalette(const Theme& theme, QWidget& window)
    : QFrame(&window)
    , m_theme(theme)
    , m_window(window)
    , m_wanted(new QLineEdit)
    , m_list(new CommandList(this))
    , m_view(new QListView)
    , m_nothing(makeLabel(LabelRole::Muted))
{
    setObjectName(QStringLiteral("palette"));
    m_view->setModel(m_list);
    m_view->setItemDelegate(new CommandDelegate(theme, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kSmallGap, size::kSmallGap, size::kSmallGap, size::kSmallGap);
    column->setSpacing(size::kSmallGap);
    column->addWidget(m_wanted);
    column->addWidget(m_nothing);
    column->addWidget(m_view, 1);
    m_wanted->installEventFilter(this);
    window.installEventFilter(this);
    connect(m_wanted, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) { run(index.row()); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            hide();
    });
    hide();
    retranslate();
}

void CommandPalette::open(QList<Command> commands)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_list->setCommands(std::move(commands));
    m_wanted->clear();
    filter({});
    place();
    show();
    raise();
    m_wanted->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
}

void CommandPalette::place()
{
    const int width = qMin(kWidth, m_window.width() - 2 * size::kPageMargin);
    const int height = qMin(kHeight, m_window.height() - kFromTop - size::kPageMargin);
    setGeometry((m_window.width() - width) / 2, kFromTop, width, height);
}

void CommandPalette::filter(const QString& wanted)
{
    m_list->filter(wanted);
    const bool any = m_list->rowCount() > 0;
    m_view->setVisible(any);
    m_nothing->setVisible(!any);
    layout()->setAlignment(m_nothing, Qt::AlignTop);
    m_view->setCurrentIndex(m_list->index(0));
    m_view->scrollToTop();
}

// The palette is closed first: a command may open a dialog, or show a page that takes the focus.
void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_list->rowCount())
        return;
    const std::function<void()> chosen = m_list->command(row).run;
    close();
    chosen();
}

bool CommandPalette::takeKey(int key)
{
    const int rows = m_list->rowCount();
    const int row = m_view->currentIndex().row();
    const int page = qMax(1, m_view->viewport()->height() / qMax(1, m_view->sizeHintForRow(0)) - 1);
    const auto go = [&](int to) { m_view->setCurrentIndex(m_list->index(qBound(0, to, rows - 1))); };
    switch (key) {
    case Qt::Key_Down:
        go(row + 1 < rows ? row + 1 : 0);
        return true;
    case Qt::Key_Up:
        go(row > 0 ? row - 1 : rows - 1);
        return true;
    case Qt::Key_PageDown:
        go(row + page);
        return true;
    case Qt::Key_PageUp:
        go(row - page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(row);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nothing else to go to
    }
    return false;
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_wanted && event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent*>(event)->key());
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colour(Colour::FieldBorder));
    painter.setBrush(m_theme.colour(Colour::Raised));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::kCardRadius, size::kCardRadius);
}

void CommandPalette::retranslate()
{
    m_wanted->setPlaceholderText(tr("What do you want to do, or where to go?"));
    m_wanted->setAccessibleName(tr("Command"));
    m_view->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("Nothing is called so. A few letters of a name suffice, in their order."));
}

} // namespace temper
