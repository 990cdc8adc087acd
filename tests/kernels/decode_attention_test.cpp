// SPDX-License-Identifier: Apache-2.0
#include "kernels/decode_attention/decode_attention.h"

#include "kernels/relative_error.h"
#include "tests/kernels/numbers.h"

#include <QtTest>
#include <bit>

using namespace temper;
using namespace temper::testing;

namespace {

constexpr double kTolerance = 1e-5;

struct Shape {
    std::int64_t heads, keyValueHeads, headSize, length;
};
// One token only, sizes that fill no vector, groups and none, a long text.
const Shape kShapes[] = { { 1, 1, 1, 1 }, { 4, 2, 7, 3 }, { 6, 6, 33, 17 }, { 9, 3, 64, 130 }, { 4, 1, 128, 1025 } };

struct Example {
    Example(Shape s, CacheNumbers numbers)
        : query(s.heads * s.headSize, 1, 2.0)
        , keys(s.length * s.keyValueHeads * s.headSize, 2)
        , values(s.length * s.keyValueHeads * s.headSize, 3)
        , output(s.heads * s.headSize, 4)
    {
        problem = { query.data(), keys.data(), values.data(), numbers, output.data(), s.heads, s.keyValueHeads,
            s.headSize, s.length, 0.3f };
        if (numbers == CacheNumbers::Float32)
            return;
        keyHalves = halvesOf(keys);
        valueHalves = halvesOf(values);
        problem.keys = keyHalves.data();
        problem.values = valueHalves.data();
    }

    static std::vector<std::uint16_t> halvesOf(const Numbers& numbers)
    {
        std::vector<std::uint16_t> halves;
        for (const float value : numbers.values())
            halves.push_back(static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16));
        return halves;
    }

    Numbers query, keys, values, output;
    std::vector<std::uint16_t> keyHalves, valueHalves;
    DecodeAttention problem;
};

} // namespace

class DecodeAttentionTest : public QObject {
    Q_OBJECT

private slots:
    void everyShapeEqualsTheReference();
    void partsOfTheHeadsGiveTheSameBits();
    void scoresFarApartStayFinite();
};

void DecodeAttentionTest::everyShapeEqualsTheReference()
{
    for (const Shape& shape : kShapes)
        for (const CacheNumbers numbers : { CacheNumbers::Float32, CacheNumbers::BFloat16 }) {
            Example got(shape, numbers), wanted(shape, numbers);
            decodeAttention(got.problem, 0, shape.heads);
            decodeAttentionReference(wanted.problem);
            QVERIFY(relativeError(got.output.values(), wanted.output.values()) <= kTolerance);
        }
}

void DecodeAttentionTest::partsOfTheHeadsGiveTheSameBits()
{
    for (const Shape& shape : kShapes) {
        Example whole(shape, CacheNumbers::Float32), parted(shape, CacheNumbers::Float32);
        decodeAttention(whole.problem, 0, shape.heads);
        inParts(shape.heads, std::min<std::int64_t>(3, shape.heads),
            [&](std::int64_t begin, std::int64_t end) { decodeAttention(parted.problem, begin, end); });
        QVERIFY(parted.output == whole.output);
    }
}

void DecodeAttentionTest::scoresFarApartStayFinite()
{
    Example example({ 1, 1, 4, 9 }, CacheNumbers::Float32);
    for (std::int64_t i = 0; i < 4; ++i)
        example.query.data()[i] *= 1000.0f;
    decodeAttention(example.problem, 0, 1);
    for (const float value : example.output.values())
        QVERIFY(std::isfinite(value) && std::abs(value) < 10.0f);
}

QTEST_GUILESS_MAIN(DecodeAttentionTest)
#include "decode_attention_test.moc"
