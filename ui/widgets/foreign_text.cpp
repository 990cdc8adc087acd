// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foreign_text.h"

#include "ui/shell/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocumentFragment>

#include <cmath>

namespace temper {

namespace {

constexpr double kLineHeightPercent = 140;
constexpr int kUsualWidth = 320;
constexpr int kLeastWidth = 80;

// Where a picture was meant to be stands its description; a file or address in foreign text is never looked
// at.
void replacePictures(QTextDocument& document)
{
    QList<std::pair<int, QString>> pictures;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextImageFormat format = it.fragment().charFormat().toImageFormat();
            if (!format.isValid())
                continue;
            const QString words = format.property(QTextFormat::ImageAltText).toString();
            pictures.prepend({ it.fragment().position(),
                QLatin1Char('[') + (words.isEmpty() ? format.name() : words) + QLatin1Char(']') });
        }
    }
    for (const auto& [position, words] : pictures) {
        QTextCursor cursor(&document);
        cursor.setPosition(position);
        cursor.setPosition(position + 1, QTextCursor::KeepAnchor);
        cursor.insertText(words, QTextCharFormat());
    }
}

// Models mean a line break where they write one, Markdown would join the lines: they get its hard break, two
// spaces at the end. Code and tables keep their lines anyway.
QString withLineBreaks(const QString& markdown)
{
    static const QRegularExpression fence(QStringLiteral("^ {0,3}(```|~~~)"));
    QStringList lines = markdown.split(QLatin1Char('\n'));
    bool isCode = false;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        QString& line = lines[i];
        if (fence.match(line).hasMatch())
            isCode = !isCode;
        else if (!isCode && !line.trimmed().isEmpty() && !line.contains(QLatin1Char('|')))
            line += QStringLiteral("  ");
    }
    return lines.join(QLatin1Char('\n'));
}

void spaceLines(QTextDocument& document)
{
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(kLineHeightPercent, QTextBlockFormat::ProportionalHeight);
    cursor.mergeBlockFormat(format);
}

} // namespace

ForeignText::ForeignText(const Theme& theme, QWidget* parent)
    : QTextBrowser(parent)
    , m_theme(theme)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setProperty("role", QLatin1String("foreign"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        [this] { updateGeometry(); });
    connect(this, &QTextBrowser::anchorClicked, this, &ForeignText::askToOpen);
    connect(&theme, &Theme::changed, this, &ForeignText::restyle);
    restyle();
}

void ForeignText::showText(const QString& text, TextForm form)
{
    m_text = text;
    m_form = form;
    m_pointed = -1;
    if (form == TextForm::Markdown) {
        document()->setMarkdown(withLineBreaks(text),
            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                | QTextDocument::MarkdownNoHTML);
        replacePictures(*document());
    } else {
        document()->setPlainText(text);
    }
    spaceLines(*document());
    moveCursor(QTextCursor::Start);
}

QString ForeignText::shownText() const
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    return cursor.selectedText();
}

void ForeignText::setMarks(const QList<TextMark>& marks)
{
    QList<QTextEdit::ExtraSelection> selections;
    const int last = document()->characterCount() - 1;
    for (const TextMark& mark : marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(std::min(mark.begin, last));
        selection.cursor.setPosition(std::min(mark.end, last), QTextCursor::KeepAnchor);
        if (mark.background.isValid())
            selection.format.setBackground(mark.background);
        if (mark.underlined)
            selection.format.setFontUnderline(true);
        selections.append(selection);
    }
    setExtraSelections(selections);
}

QSize ForeignText::sizeHint() const
{
    return { kUsualWidth, static_cast<int>(std::ceil(document()->size().height())) };
}

QSize ForeignText::minimumSizeHint() const
{
    return { kLeastWidth, fontMetrics().height() };
}

QVariant ForeignText::loadResource(int, const QUrl&)
{
    return {};
}

QRect ForeignText::placeOf(int position) const
{
    QTextCursor cursor(document());
    cursor.setPosition(std::min(position, document()->characterCount() - 1));
    const QRect place = cursorRect(cursor);
    return place.translated(viewport()->pos());
}

void ForeignText::mouseMoveEvent(QMouseEvent* event)
{
    QTextBrowser::mouseMoveEvent(event);
    point(document()->documentLayout()->hitTest(event->position(), Qt::ExactHit));
}

void ForeignText::leaveEvent(QEvent* event)
{
    QTextBrowser::leaveEvent(event);
    point(-1);
}

void ForeignText::focusOutEvent(QFocusEvent* event)
{
    QTextBrowser::focusOutEvent(event);
    point(-1);
}

void ForeignText::keyPressEvent(QKeyEvent* event)
{
    const int before = textCursor().position();
    QTextBrowser::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape)
        point(-1);
    else if (textCursor().position() != before)
        point(textCursor().position());
}

void ForeignText::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ForeignText::point(int position)
{
    if (position == m_pointed)
        return;
    m_pointed = position;
    Q_EMIT pointedAt(position);
}

void ForeignText::askToOpen(const QUrl& link)
{
    const bool known = link.scheme() == QLatin1String("http") || link.scheme() == QLatin1String("https")
        || link.scheme() == QLatin1String("mailto");
    auto* box = new QMessageBox(window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Open link"));
    box->setTextFormat(Qt::PlainText);
    box->setText(
        known ? tr("The text leads to this address:") : tr("The text names a place that is no web address:"));
    box->setInformativeText(link.toString(QUrl::FullyEncoded));
    box->addButton(QMessageBox::Cancel);
    if (known) {
        QPushButton* open = box->addButton(tr("Open in the browser"), QMessageBox::AcceptRole);
        connect(open, &QPushButton::clicked, box, [link] { QDesktopServices::openUrl(link); });
    }
    box->open();
}

void ForeignText::restyle()
{
    document()->setDefaultFont(m_theme.font(TextRole::Base));
    if (!m_text.isEmpty())
        showText(m_text, m_form);
}

} // namespace temper
