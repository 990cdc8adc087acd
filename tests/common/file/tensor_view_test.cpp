// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/file/safetensors.h"
#include "core/common/file/tensor_view.h"

#include <QTest>
#include <cmath>
#include <cstring>
#include <limits>

using namespace temper;

namespace {

template <typename Number> TensorView viewOf(const std::vector<Number>& values, DataType type)
{
    return { "t", type, { static_cast<std::int64_t>(values.size()) },
        reinterpret_cast<const std::byte*>(values.data()), values.size() * sizeof(Number) };
}

std::vector<float> expanded(const TensorView& view)
{
    std::vector<float> out(static_cast<std::size_t>(view.elements()));
    expandToFloat(view, out.data());
    return out;
}

bool sameBitsOrBothNaN(float a, float b)
{
    return std::memcmp(&a, &b, sizeof a) == 0 || (std::isnan(a) && std::isnan(b));
}

} // namespace

class TensorViewTest : public QObject {
    Q_OBJECT

private slots:
    void everyTypeExpandsToTheReferenceBits_data();
    void everyTypeExpandsToTheReferenceBits();
    void integersBecomeTheirValues();
    void boolsAreZeroOrOne();
    void unalignedValuesAreRead();
    void aTypeWithoutFloatFormIsRefused();
    void elementCountsDoNotOverflow();
    void bytesEndWithWholeBlocks();
    void sliceOfBlocksEqualsThePartOfTheWhole();
    void sliceWithinABlockIsRefused();
};

void TensorViewTest::everyTypeExpandsToTheReferenceBits_data()
{
    QTest::addColumn<int>("type");
    for (int type = 0; type <= static_cast<int>(DataType::MXFP4); ++type) {
        const std::string_view name = dataTypeName(static_cast<DataType>(type));
        const bool isSmallFloat = name == "F16" || name == "BF16" || name.starts_with("F8_");
        if (isSmallFloat || !isPlain(static_cast<DataType>(type)))
            QTest::newRow(std::string(name).c_str()) << type;
    }
}

void TensorViewTest::everyTypeExpandsToTheReferenceBits()
{
    QFETCH(int, type);
    const auto dataType = static_cast<DataType>(type);
    const std::string name(dataTypeName(dataType));
    const SafetensorsFile file(TEMPER_SOURCE_DIR "/tests/reference/file/blocks.safetensors");
    const TensorView* const bytes = file.find(name + ".bytes");
    const TensorView* const expected = file.find(name + ".expanded");
    QVERIFY(bytes && expected);
    const TensorView view { name, dataType, expected->shape, bytes->data, bytes->bytes };
    const std::vector<float> got = expanded(view);
    const std::vector<float> wanted = expanded(*expected);
    QCOMPARE(got.size(), wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        QVERIFY2(sameBitsOrBothNaN(got[i], wanted[i]),
            qPrintable(QStringLiteral("element %1: %2 instead of %3").arg(i).arg(got[i]).arg(wanted[i])));
}

void TensorViewTest::integersBecomeTheirValues()
{
    const std::vector<std::int64_t> wide { -(std::int64_t { 1 } << 40), 0, 7 };
    QCOMPARE(expanded(viewOf(wide, DataType::I64)), (std::vector<float> { -1099511627776.0F, 0.0F, 7.0F }));
    const std::vector<std::int8_t> narrow { -128, 127 };
    QCOMPARE(expanded(viewOf(narrow, DataType::I8)), (std::vector<float> { -128.0F, 127.0F }));
    const std::vector<std::uint32_t> unsignedOnes { 4294967295U };
    QCOMPARE(expanded(viewOf(unsignedOnes, DataType::U32)), (std::vector<float> { 4294967296.0F }));
    const std::vector<double> doubles { 0.1 };
    QCOMPARE(expanded(viewOf(doubles, DataType::F64)), (std::vector<float> { 0.1F }));
}

void TensorViewTest::boolsAreZeroOrOne()
{
    const std::vector<std::uint8_t> bools { 0, 1, 255 };
    QCOMPARE(expanded(viewOf(bools, DataType::Bool)), (std::vector<float> { 0, 1, 1 }));
}

void TensorViewTest::unalignedValuesAreRead()
{
    std::vector<std::byte> bytes(1 + 100 * sizeof(float));
    for (int i = 0; i < 100; ++i) {
        const float value = static_cast<float>(i) / 3;
        std::memcpy(bytes.data() + 1 + sizeof value * static_cast<std::size_t>(i), &value, sizeof value);
    }
    const auto out = expanded({ "t", DataType::F32, { 100 }, bytes.data() + 1, 400 });
    QCOMPARE(out[99], 33.0F);
}

void TensorViewTest::aTypeWithoutFloatFormIsRefused()
{
    const std::vector<std::uint64_t> complexes { 0 };
    QVERIFY_EXCEPTION_THROWN(expanded(viewOf(complexes, DataType::C64)), Error);
}

void TensorViewTest::elementCountsDoNotOverflow()
{
    constexpr std::int64_t kHuge = std::int64_t { 1 } << 40;
    QCOMPARE(countElements({}), std::optional<std::int64_t>(1));
    QCOMPARE(countElements({ 3, 5 }), std::optional<std::int64_t>(15));
    QCOMPARE(countElements({ kHuge, kHuge, 0 }), std::optional<std::int64_t>());
    QCOMPARE(countElements({ 0, kHuge, kHuge }), std::optional<std::int64_t>(0));
    QCOMPARE(countElements({ kHuge, kHuge }), std::optional<std::int64_t>());
    QCOMPARE(countElements({ -1 }), std::optional<std::int64_t>());
    QCOMPARE(
        countBytes(DataType::F64, std::numeric_limits<std::int64_t>::max()), std::optional<std::uint64_t>());
}

void TensorViewTest::bytesEndWithWholeBlocks()
{
    QCOMPARE(countBytes(DataType::Q4_1, 64), std::optional<std::uint64_t>(40));
    QCOMPARE(countBytes(DataType::Q4_1, 63), std::optional<std::uint64_t>());
    QCOMPARE(countBytes(DataType::F4, 2), std::optional<std::uint64_t>(1));
    QCOMPARE(countBytes(DataType::F4, 3), std::optional<std::uint64_t>());
    QCOMPARE(countBytes(DataType::F6E2M3, 4), std::optional<std::uint64_t>(3));
}

void TensorViewTest::sliceOfBlocksEqualsThePartOfTheWhole()
{
    const SafetensorsFile file(TEMPER_SOURCE_DIR "/tests/reference/file/blocks.safetensors");
    const TensorView* const bytes = file.find("Q4_1.bytes");
    const TensorView whole { "Q4_1", DataType::Q4_1, { 6, 32 }, bytes->data, bytes->bytes };
    const std::vector<float> all = expanded(whole);
    const std::vector<float> part = expanded(slice(whole, 64, 96));
    QCOMPARE(part, std::vector<float>(all.begin() + 64, all.begin() + 160));
}

void TensorViewTest::sliceWithinABlockIsRefused()
{
    const std::vector<std::uint8_t> block(20);
    const TensorView view { "t", DataType::Q4_1, { 32 }, reinterpret_cast<const std::byte*>(block.data()),
        20 };
    QVERIFY_EXCEPTION_THROWN(slice(view, 16, 16), Error);
    QVERIFY_EXCEPTION_THROWN(slice(view, 0, 64), Error);
}

QTEST_GUILESS_MAIN(TensorViewTest)
#include "tensor_view_test.moc"
