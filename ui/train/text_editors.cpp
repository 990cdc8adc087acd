// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/text_editors.h"

#include "ui/shell/theme/theme.h"
#include "ui/train/key_words.h"
#include "ui/train/number_field.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>

namespace temper {

namespace {

constexpr int kMostLines = 5;

FieldFiles filesOf(const RecipeKey& key)
{
    if (key.name == "model_name_or_path")
        return FieldFiles::FileOrFolder;
    if (key.name == "template")
        return FieldFiles::File;
    if (key.name == "adapter_name_or_path" || keyType(key) == KeyType::Path)
        return FieldFiles::Folder;
    return keyType(key) == KeyType::TextList && key.listKind == ListKind::Paths ? FieldFiles::File
                                                                                : FieldFiles::None;
}

QStringList droppedFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

// A drop of files on a field; nothing for any other event.
QStringList filesDroppedIn(QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return {};
    auto* drop = static_cast<QDropEvent*>(event);
    const QStringList files = droppedFiles(*drop->mimeData());
    if (!files.isEmpty())
        drop->acceptProposedAction();
    return files;
}

} // namespace

NumberEditor::NumberEditor(const RecipeKey& key, const Theme& theme, QWidget* parent)
    : KeyEditor(parent)
    , m_key(key)
    , m_field(new NumberField(key, theme))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textEdited, this, &KeyEditor::edited);
    connect(m_field, &NumberField::stepped, this, &KeyEditor::edited);
    connect(m_field, &QLineEdit::editingFinished, this, &KeyEditor::finished);
    retranslate();
}

void NumberEditor::setValue(const QString& text, const QString& standard)
{
    m_field->setStandard(standard);
    m_field->setPlaceholderText(standard);
    if (m_field->text() != text)
        m_field->setText(text);
}

void NumberEditor::retranslate()
{
    m_field->setUnit(KeyWords::unit(m_key));
}

OfferButton::OfferButton(const RecipeKey& key,
    const Theme& theme,
    KeyEditor& editor,
    std::function<void(const QString&)> take)
    : m_key(key)
    , m_editor(editor)
    , m_take(std::move(take))
    , m_button(new QToolButton(&editor))
    , m_menu(new QMenu(m_button))
{
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_menu);
    m_button->setFocusPolicy(Qt::TabFocus);
    const auto restyle = [button = m_button, &theme] {
        button->setIcon(theme.icon(QStringLiteral("open")));
        button->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    };
    QObject::connect(&theme, &Theme::changed, m_button, restyle);
    restyle();
    rebuild();
}

void OfferButton::setOffers(const QList<KeyOffer>& offers)
{
    m_offers = offers;
    rebuild();
}

void OfferButton::setChosen(const QStringList& texts)
{
    if (m_chosen == texts)
        return;
    m_chosen = texts;
    rebuild();
}

void OfferButton::rebuild()
{
    m_menu->clear();
    for (const KeyOffer& offer : m_offers) {
        QString shown
            = offer.detail.isEmpty() ? offer.title : offer.title + QStringLiteral("  ·  ") + offer.detail;
        QAction* action = m_menu->addAction(shown.replace(QLatin1Char('&'), QLatin1String("&&")), &m_editor,
            [this, text = offer.text] { m_take(text); });
        action->setCheckable(m_chosen.contains(offer.text));
        action->setChecked(action->isCheckable());
    }
    const FieldFiles files = filesOf(m_key);
    if (!m_offers.isEmpty() && files != FieldFiles::None)
        m_menu->addSeparator();
    if (files == FieldFiles::File || files == FieldFiles::FileOrFolder)
        m_menu->addAction(KeyEditor::tr("Choose file…"), &m_editor, [this] { choose(FieldFiles::File); });
    if (files == FieldFiles::Folder || files == FieldFiles::FileOrFolder)
        m_menu->addAction(KeyEditor::tr("Choose folder…"), &m_editor, [this] { choose(FieldFiles::Folder); });
    m_button->setVisible(!m_menu->isEmpty());
    m_button->setToolTip(KeyEditor::tr("Choose"));
    m_button->setAccessibleName(KeyEditor::tr("Choose for %1").arg(KeyWords::title(m_key)));
}

void OfferButton::choose(FieldFiles what)
{
    auto* dialog = new QFileDialog(m_button->window(), KeyWords::title(m_key));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(what == FieldFiles::Folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &m_editor, m_take);
    dialog->open();
}

TextEditor::TextEditor(const RecipeKey& key, const Theme& theme, QWidget* parent)
    : KeyEditor(parent)
    , m_key(key)
    , m_line(new QLineEdit)
    , m_offers(key, theme, *this, [this](const QString& text) {
        Q_EMIT edited(text);
        Q_EMIT finished();
    })
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGrid);
    layout->addWidget(m_line);
    layout->addWidget(m_offers.button());
    setFocusProxy(m_line);
    m_line->setAcceptDrops(true);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &KeyEditor::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &KeyEditor::finished);
}

void TextEditor::setValue(const QString& text, const QString& standard)
{
    m_line->setPlaceholderText(
        standard.isEmpty() && m_key.name == "template" ? tr("from the model") : standard);
    m_line->setToolTip(m_line->hasFocus() ? QString() : text);
    if (m_line->text() != text)
        m_line->setText(text);
}

bool TextEditor::eventFilter(QObject* watched, QEvent* event)
{
    const QStringList files = filesDroppedIn(event);
    if (files.isEmpty())
        return KeyEditor::eventFilter(watched, event);
    if (event->type() == QEvent::Drop) {
        Q_EMIT edited(files.first());
        Q_EMIT finished();
    }
    return true;
}

LinesEditor::LinesEditor(const RecipeKey& key, const Theme& theme, QWidget* parent)
    : KeyEditor(parent)
    , m_key(key)
    , m_lines(new QPlainTextEdit)
    , m_offers(key, theme, *this, [this](const QString& entry) { toggle(entry); })
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGrid);
    layout->addWidget(m_lines);
    layout->addWidget(m_offers.button(), 0, Qt::AlignTop);
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->document()->setDocumentMargin(2);
    m_lines->installEventFilter(this);
    m_lines->viewport()->installEventFilter(this);
    setFocusProxy(m_lines);
    connect(m_lines, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        m_offers.setChosen(entries());
        Q_EMIT edited(m_lines->toPlainText());
    });
    fitHeight();
}

void LinesEditor::setValue(const QString& text, const QString&)
{
    if (m_lines->toPlainText() == text)
        return;
    const QSignalBlocker quiet(m_lines);
    m_lines->setPlainText(text);
    m_offers.setChosen(entries());
    fitHeight();
}

void LinesEditor::retranslate()
{
    m_offers.retranslate();
    m_lines->setPlaceholderText(m_key.listKind == ListKind::Texts ? tr("one a line") : QString());
}

void LinesEditor::fitHeight()
{
    const int lines = std::clamp(m_lines->blockCount(), 1, kMostLines);
    m_lines->setVerticalScrollBarPolicy(
        m_lines->blockCount() > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int extra = size::kRowHeight - QFontMetrics(m_lines->font()).lineSpacing();
    m_lines->setFixedHeight(lines * QFontMetrics(m_lines->font()).lineSpacing() + extra);
}

QStringList LinesEditor::entries() const
{
    QStringList entries = m_lines->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (QString& entry : entries)
        entry = entry.trimmed();
    entries.removeAll(QString());
    return entries;
}

void LinesEditor::append(const QStringList& more)
{
    m_lines->setPlainText((entries() + more).join(QLatin1Char('\n')));
    Q_EMIT finished();
}

// What stands in the list leaves it, everything else comes to it.
void LinesEditor::toggle(const QString& entry)
{
    QStringList left = entries();
    if (left.removeAll(entry) == 0)
        left.append(entry);
    m_lines->setPlainText(left.join(QLatin1Char('\n')));
    Q_EMIT finished();
}

bool LinesEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && watched == m_lines)
        Q_EMIT finished();
    if (event->type() == QEvent::FontChange)
        fitHeight();
    const QStringList files = m_key.listKind == ListKind::Paths ? filesDroppedIn(event) : QStringList();
    if (files.isEmpty())
        return KeyEditor::eventFilter(watched, event);
    if (event->type() == QEvent::Drop)
        append(files);
    return true;
}

} // namespace temper
