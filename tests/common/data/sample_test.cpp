// SPDX-License-Identifier: Apache-2.0
// Rows to samples, with a tokenizer of one token a character: the rendered text with its loss mask below it.
#include "core/common/base/error.h"
#include "core/common/data/sample.h"
#include "core/common/data/sample_set.h"

#include <QTest>
#include <algorithm>

using namespace temper;

namespace {

constexpr std::int32_t kEos = 1;
constexpr std::int32_t kBos = 2;

// Every byte of an ASCII text is a token.
class LetterTokenizer : public Tokenizer {
public:
    LetterTokenizer()
    {
        m_names.eos = "<eos>";
        m_names.all = { { "eos_token", "." } };
    }

    Encoding encode(std::string_view text, SpecialTokens special, Offsets) const override
    {
        Encoding encoding;
        if (special == SpecialTokens::Add) {
            encoding.ids.push_back(kBos);
            encoding.offsets.push_back({});
        }
        for (std::uint32_t i = 0; i < text.size(); ++i) {
            encoding.ids.push_back(text[i]);
            encoding.offsets.push_back({ i, i + 1 });
        }
        return encoding;
    }
    Encoding encodePair(std::string_view first,
        std::string_view,
        SpecialTokens special,
        Offsets offsets) const override
    {
        return encode(first, special, offsets);
    }
    std::string decode(std::span<const std::int32_t> ids, SpecialText) const override
    {
        std::string text;
        for (const std::int32_t id : ids)
            text.push_back(id == kEos ? '$' : id == kBos ? '@' : static_cast<char>(id));
        return text;
    }
    std::size_t vocabularySize() const override { return 128; }
    std::optional<std::int32_t> idOf(std::string_view token) const override
    {
        return token == "<eos>" ? std::optional(kEos) : std::nullopt;
    }
    std::string tokenOf(std::int32_t id) const override { return decode({ &id, 1 }, SpecialText::Keep); }
    bool isSpecial(std::int32_t id) const override { return id == kEos || id == kBos; }
};

constexpr const char* kTemplate
    = "{% for m in messages %}{{ m.role[0] + ':' + m.content + eos_token }}{% endfor %}"
      "{% if add_generation_prompt %}a:{% endif %}";
constexpr const char* kToolTemplate
    = "{% for m in messages %}{{ m.role[0] + ':' + m.content }}{% for c in m.tool_calls or [] %}"
      "{{ '[' + c.function.name + ']' }}{% endfor %}{{ eos_token }}{% endfor %}{% if add_generation_prompt "
      "%}a:{% endif %}";

SampleMaker maker(SampleOptions options = {}, const char* source = kTemplate)
{
    options.detail = SampleDetail::WithText;
    return SampleMaker(
        std::make_shared<LetterTokenizer>(), std::make_shared<const ChatTemplate>(source, "test"), options);
}

// The tokens, and ^ below those with loss.
std::string picture(const std::vector<Sample>& samples)
{
    std::string text;
    for (const Sample& sample : samples) {
        text
            += LetterTokenizer().decode(sample.ids, SpecialText::Keep) + (sample.truncated ? " cut\n" : "\n");
        for (const std::int32_t label : sample.labels)
            text.push_back(label == kNoLoss ? '.' : '^');
        text += "\n";
    }
    return text;
}

DataRow chatRow()
{
    DataRow row;
    row.messages = { { "system", "S", nullptr }, { "user", "hi", nullptr }, { "assistant", "yo", nullptr },
        { "user", "so", nullptr }, { "assistant", "ok", nullptr } };
    return row;
}

DataRow textRow(const std::string& text)
{
    DataRow row;
    row.kind = RowKind::Text;
    row.text = text;
    return row;
}

DataRow tokenRow(std::vector<std::int32_t> ids, std::vector<std::int32_t> labels)
{
    DataRow row;
    row.kind = RowKind::Tokens;
    row.ids = std::move(ids);
    row.labels = std::move(labels);
    return row;
}

struct Made : SampleReport {
    std::vector<Sample> samples;
    std::vector<std::uint64_t> rowOf; // each sample's
};

Made samplesOf(const SampleMaker& maker,
    const std::vector<DataRow>& rows,
    const std::vector<std::string>& names,
    unsigned threads,
    const std::stop_token& stop = {})
{
    Made made;
    std::size_t next = 0;
    const RowFeed feed = [&](DataRow& row) {
        if (next == rows.size())
            return false;
        row = rows[next++];
        return true;
    };
    const SampleSink sink = [&](std::uint64_t row, Sample&& sample) {
        made.samples.push_back(std::move(sample));
        made.rowOf.push_back(row);
    };
    static_cast<SampleReport&>(made)
        = runSamples(maker, { threads, rows.size(), names }, feed, sink, {}, stop);
    return made;
}

} // namespace

class SampleTest : public QObject {
    Q_OBJECT

    void compare(const std::vector<Sample>& samples, const std::string& expected) const
    {
        QCOMPARE(QString::fromStdString(picture(samples)), QString::fromStdString(expected));
    }

private slots:
    void lossIsOnEveryAnswerWithItsEnd()
    {
        compare(maker().make(chatRow()),
            "s:S.u:hi.a:yo.u:so.a:ok.\n"
            "...........^^^.......^^^\n");
    }

    void lossCanBeOnTheLastAnswerOrOnEverything()
    {
        compare(maker({ .lossOn = LossOn::LastAnswer }).make(chatRow()),
            "s:S.u:hi.a:yo.u:so.a:ok.\n"
            ".....................^^^\n");
        compare(maker({ .lossOn = LossOn::Everything }).make(chatRow()),
            "s:S.u:hi.a:yo.u:so.a:ok.\n"
            "^^^^^^^^^^^^^^^^^^^^^^^^\n");
    }

    void generationBlocksMarkTheAnswersThemselves()
    {
        const char* source
            = "{% for m in messages %}{{ m.role[0] + ':' }}{% if m.role == 'assistant' %}"
              "{% generation %}{{ m.content }}{% endgeneration %}{% else %}{{ m.content }}{% endif %}"
              "{{ eos_token }}{% endfor %}";
        compare(maker({}, source).make(chatRow()),
            "s:S.u:hi.a:yo.u:so.a:ok.\n"
            "...........^^........^^.\n");
    }

    void theCutoffKeepsTheBeginning()
    {
        compare(maker({ .cutoffLength = 12 }).make(chatRow()),
            "s:S.u:hi.a:y cut\n"
            "...........^\n");
    }

    void promptAndCompletionAreJoinedAsTheyStand()
    {
        DataRow row;
        row.kind = RowKind::Prompt;
        row.prompt = "1+1=";
        row.completion = "2";
        compare(maker().make(row), "@1+1=2$\n.....^^\n");
    }

    void rawTextIsCutIntoPieces()
    {
        compare(maker({ .cutoffLength = 4 }).make(textRow("abcdef")), "@abc\n^^^^\ndef$\n^^^^\n");
        compare(maker({ .cutoffLength = 0 }).make(textRow("abcdef")), "@abcdef$\n^^^^^^^^\n");
    }

    void tokenisedRowsPassThrough()
    {
        const DataRow row = tokenRow({ 'a', 'b', 'c' }, { kNoLoss, 'b', 'x' });
        const std::vector<Sample> samples = SampleMaker(nullptr, nullptr, {}).make(row);
        QCOMPARE(samples[0].ids, row.ids);
        QCOMPARE(samples[0].labels, row.labels);
        QCOMPARE(samples[0].supervisedTokens(), 2u);
    }

    void toolCallsAreWrittenAsTextWhereTheTemplateHasNone()
    {
        DataRow row;
        const OrderedJson call
            = OrderedJson::parse("{\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":{}}}");
        row.messages = { { "user", "q", nullptr },
            { "assistant", "", { { "tool_calls", OrderedJson::array({ call }) } } } };
        compare(maker({}, kToolTemplate).make(row), "u:q.a:[f].\n......^^^^\n");
        QVERIFY(
            maker().make(row)[0].rendered.find("<tool_call>\n{\"name\":\"f\",\"arguments\":{}}\n</tool_call>")
            != std::string::npos);
    }

    void textAndOffsetsAreKeptOnlyForLookingAt()
    {
        const Sample shown = maker().make(chatRow())[0];
        QCOMPARE(shown.rendered.size(), shown.ids.size());
        QCOMPARE(shown.offsets[5], (TextSpan { 5, 6 }));
        QCOMPARE(shown.lossMask[11], 1);
        const SampleMaker lean(
            std::make_shared<LetterTokenizer>(), std::make_shared<const ChatTemplate>(kTemplate, "test"), {});
        const Sample trained = lean.make(chatRow())[0];
        QCOMPARE(trained.ids, shown.ids);
        QCOMPARE(trained.labels, shown.labels);
        QVERIFY(trained.rendered.empty() && trained.offsets.empty() && trained.lossMask.empty());
    }

    void whatIsMissingIsSaid()
    {
        try {
            SampleMaker(std::make_shared<LetterTokenizer>(), nullptr, {}).make(chatRow());
            QFAIL("made");
        } catch (const Error& error) {
            QCOMPARE(error.sentence(),
                std::string("the rows are conversations, but the model has no chat template."));
        }
        QVERIFY_EXCEPTION_THROWN(SampleMaker(nullptr, nullptr, {}).make(textRow("a")), Error);
    }

    void threadsKeepTheOrderAndLeaveUnusableRowsOut()
    {
        std::vector<DataRow> rows;
        for (int i = 0; i < 500; ++i) {
            DataRow row = chatRow();
            row.messages[1].content = std::to_string(i);
            if (i % 100 == 7)
                row.messages[4].content = row.messages[2].content = std::string(50, 'x');
            if (i % 100 == 7)
                row.messages[1].content = std::string(100, 'y');
            row.source.line = static_cast<std::uint64_t>(i) + 1;
            rows.push_back(row);
        }
        const std::vector<std::string> names = { "rows.jsonl" };
        const Made one = samplesOf(maker({ .cutoffLength = 60 }), rows, names, 1);
        const Made four = samplesOf(maker({ .cutoffLength = 60 }), rows, names, 4);
        QCOMPARE(four.samples.size(), 495u);
        QCOMPARE(four.rowOf[7], 8u);
        for (std::size_t i = 0; i < one.samples.size(); ++i)
            QCOMPARE(four.samples[i].ids, one.samples[i].ids);
        QCOMPARE(four.statistics.unusable, 5u);
        QCOMPARE(four.rowLengths.size(), 500u); // also of those left out
        QVERIFY(four.rowLengths[7] > 60);
        QVERIFY(four.cutRows == (std::vector<std::uint64_t> { 7, 107, 207, 307, 407 }));
        QCOMPARE(four.problems.listed[0].line, 8u);
        QCOMPARE(four.problems.listed[0].file, std::string("rows.jsonl"));
        QCOMPARE(four.problems.listed[0].reason,
            std::string("holds no token to train on within the cutoff length."));
    }

    void statisticsCountWhatIsTrainedOn()
    {
        std::vector<DataRow> rows;
        for (int length = 2; length <= 101; ++length)
            rows.push_back(tokenRow(std::vector<std::int32_t>(static_cast<std::size_t>(length), 5),
                std::vector<std::int32_t>(static_cast<std::size_t>(length), 5)));
        const auto statistics
            = samplesOf(SampleMaker(nullptr, nullptr, { .cutoffLength = 100 }), rows, {}, 2).statistics;
        QCOMPARE(statistics.rows, 100u);
        QCOMPARE(statistics.tokens, 5149u);
        QCOMPARE(statistics.supervisedTokens, 5049u); // the first token of each is never predicted
        QCOMPARE(statistics.truncated, 1u);
        QCOMPARE(statistics.shortest, 2u);
        QCOMPARE(statistics.p50, 51u);
        QCOMPARE(statistics.p90, 91u);
        QCOMPARE(statistics.p99, 100u);
        QCOMPARE(statistics.longest, 100u);
    }

    void stopEndsTokenising()
    {
        std::stop_source stop;
        stop.request_stop();
        const std::vector<DataRow> rows(100, chatRow());
        QVERIFY_EXCEPTION_THROWN(samplesOf(maker(), rows, {}, 2, stop.get_token()), Error);
    }
};

QTEST_GUILESS_MAIN(SampleTest)
#include "sample_test.moc"
