// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error_text.h"

#include <QTest>
#include <new>
#include <stdexcept>

using namespace temper;

namespace {

template <typename Thrown> Error told(const Thrown& thrown)
{
    return errorFrom(std::make_exception_ptr(thrown));
}

} // namespace

class ErrorTextTest : public QObject {
    Q_OBJECT

private slots:
    void anErrorComesBackAsItIs();
    void lackOfMemoryIsToldWithARemedy();
    void onlyTheFirstLineOfALibrarysTextIsTold();
    void aLongWordLosesItsMiddleBetweenCharacters();
    void aMessageIsOneLine();
    void whatIsNoExceptionIsToldToo();
};

void ErrorTextTest::anErrorComesBackAsItIs()
{
    const Error error(ErrorKind::Input, "is empty.", "rows.jsonl", "Name another file.");
    QCOMPARE(std::string(told(error).what()), std::string(error.what()));
    QCOMPARE(told(error).kind(), ErrorKind::Input);
}

void ErrorTextTest::lackOfMemoryIsToldWithARemedy()
{
    const std::runtime_error library(
        "[enforce fail at alloc_cpu.cpp:118] err == 0. DefaultCPUAllocator: can't allocate "
        "memory: you tried to allocate 4398046511104 bytes.\nException raised from …");
    for (const Error& error : { told(std::bad_alloc()), told(library) }) {
        QCOMPARE(error.kind(), ErrorKind::Environment);
        QVERIFY(QString(error.what()).contains("memory"));
        QVERIFY(!QString(error.what()).contains("alloc"));
        QVERIFY(!error.remedy().empty());
    }
}

void ErrorTextTest::onlyTheFirstLineOfALibrarysTextIsTold()
{
    const Error error
        = told(std::runtime_error("shapes differ: 3 and 4\nframe #0: libc10.so\nframe #1: main"));
    QCOMPARE(error.kind(), ErrorKind::Internal);
    QCOMPARE(error.subject(), std::string("shapes differ: 3 and 4"));
    QVERIFY(!QString(error.what()).contains('\n'));
}

void ErrorTextTest::aLongWordLosesItsMiddleBetweenCharacters()
{
    const QString text = "a " + QString(1000, QChar(0x4E2D)) + " z";
    const QString line = QString::fromStdString(onOneLine(text.toStdString()));
    QVERIFY(line.size() < 120);
    QVERIFY(line.startsWith("a \u4E2D") && line.endsWith("\u4E2D z"));
    QVERIFY(!line.contains(QChar(QChar::ReplacementCharacter)));
}

void ErrorTextTest::aMessageIsOneLine()
{
    QCOMPARE(onOneLine(std::string_view("seed: \"1\n2\0\" is  no number.", 27)),
        std::string("seed: \"1?2?\" is  no number."));
}

void ErrorTextTest::whatIsNoExceptionIsToldToo()
{
    QVERIFY(QString(told(42).what()).contains("did not say why"));
}

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "error_text_test.moc"
