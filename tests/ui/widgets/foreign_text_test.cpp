// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/theme.h"
#include "ui/widgets/foreign_text.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace temper;

namespace {

// Notes what is asked of it; the product's own class answers nothing.
class Watched : public ForeignText {
public:
    using ForeignText::ForeignText;

    QVariant loadResource(int type, const QUrl& name) override
    {
        const QVariant answer = ForeignText::loadResource(type, name);
        answered = answered || answer.isValid();
        return answer;
    }

    bool answered = false;
};

} // namespace

class ForeignTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void init()
    {
        m_text = std::make_unique<Watched>(*m_theme);
        m_text->resize(400, 300);
        m_text->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_text.get()));
    }

    void cleanup() { m_text.reset(); }

    void markdownLosesItsMarks()
    {
        m_text->showText(QStringLiteral("# Title\n\nA **bold** word and `code`."), TextForm::Markdown);
        QCOMPARE(m_text->shownText(), QStringLiteral("Title\u2029A bold word and code."));
    }

    void linesStayApartAsTheyWereWritten()
    {
        m_text->showText(QStringLiteral("Short: a\nWhy: **b**\nTry: c\n\n- one\n- two"), TextForm::Markdown);
        const QStringList lines
            = m_text->shownText().split(QRegularExpression(QStringLiteral("[\u2028\u2029]")));
        QCOMPARE(lines,
            QStringList({ QStringLiteral("Short: a"), QStringLiteral("Why: b"), QStringLiteral("Try: c"),
                QStringLiteral("one"), QStringLiteral("two") }));
    }

    void codeKeepsItsLinesAsTheyAre()
    {
        m_text->showText(QStringLiteral("```\na = 1\nb = 2\n```"), TextForm::Markdown);
        QVERIFY(m_text->shownText().contains(QStringLiteral("a = 1")));
        QVERIFY(!m_text->shownText().contains(QStringLiteral("a = 1 ")));
    }

    void plainTextKeepsThem()
    {
        m_text->showText(QStringLiteral("A **bold** <b>word</b>"), TextForm::Plain);
        QCOMPARE(m_text->shownText(), QStringLiteral("A **bold** <b>word</b>"));
    }

    void rawHtmlIsShownAsText()
    {
        m_text->showText(
            QStringLiteral(
                "See <b>this</b>\n\n<script>alert(1)</script>\n\n<img src=\"file:///etc/passwd\">"),
            TextForm::Markdown);
        QVERIFY2(
            m_text->shownText().contains(QStringLiteral("<b>this</b>")), qPrintable(m_text->shownText()));
        QVERIFY(m_text->shownText().contains(QStringLiteral("<script>")));
        QVERIFY(!m_text->answered);
    }

    void picturesAreNamedAndNeverLoaded()
    {
        m_text->showText(QStringLiteral("Look: ![a cat](file:///etc/hostname) here"), TextForm::Markdown);
        QTest::qWait(0);
        QVERIFY2(m_text->shownText().contains(QStringLiteral("Look: [")), qPrintable(m_text->shownText()));
        QVERIFY(!m_text->shownText().contains(QChar::ObjectReplacementCharacter));
        QVERIFY(!m_text->answered);
    }

    void linkIsOpenedOnlyAfterAsking()
    {
        m_text->showText(QStringLiteral("[here](https://example.org/x)"), TextForm::Markdown);
        Q_EMIT m_text->anchorClicked(QUrl(QStringLiteral("https://example.org/x")));
        auto* box = m_text->findChild<QMessageBox*>();
        QVERIFY(box);
        QCOMPARE(box->informativeText(), QStringLiteral("https://example.org/x"));
        QTest::keyClick(box, Qt::Key_Escape);
    }

    void fileLinkIsNotOfferedToOpen()
    {
        Q_EMIT m_text->anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        auto* box = m_text->findChild<QMessageBox*>();
        QVERIFY(box);
        QCOMPARE(box->findChildren<QPushButton*>().size(), 1);
        QTest::keyClick(box, Qt::Key_Escape);
    }

    void keyboardPointsAtTokensToo()
    {
        m_text->showText(QStringLiteral("word after word"), TextForm::Plain);
        QSignalSpy spy(m_text.get(), &ForeignText::pointedAt);
        m_text->setFocus();
        QTest::keyClick(m_text.get(), Qt::Key_Right);
        QCOMPARE(spy.last().first().toInt(), 1);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Watched> m_text;
};

QTEST_MAIN(ForeignTextTest)
#include "foreign_text_test.moc"
