// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/gguf_quantize.h"
#include "core/common/file/safetensors.h"

#include <QTest>
#include <cmath>
#include <cstring>

using namespace temper;

namespace {

const std::filesystem::path kReference
    = std::filesystem::path(TEMPER_SOURCE_DIR) / "tests/reference/file/quantized.safetensors";

constexpr DataType kTypes[] = { DataType::F16, DataType::BF16, DataType::Q8_0, DataType::Q4_0, DataType::Q4_1,
    DataType::Q5_0, DataType::Q5_1, DataType::Q4_K, DataType::Q5_K, DataType::Q6_K };

std::vector<float> valuesOf(const SafetensorsFile& file)
{
    const TensorView& view = *file.find("values");
    std::vector<float> values(static_cast<std::size_t>(view.elements()));
    expandToFloat(view, values.data());
    return values;
}

std::vector<std::byte> quantized(DataType type, const std::vector<float>& values)
{
    const auto count = static_cast<std::int64_t>(values.size());
    std::vector<std::byte> bytes(*countBytes(type, count));
    quantize(type, values.data(), count, bytes.data());
    return bytes;
}

// Root of the mean squared error over the root of the mean square.
double relativeError(DataType type, const std::vector<float>& values)
{
    const std::vector<std::byte> bytes = quantized(type, values);
    std::vector<float> back(values.size());
    expandToFloat(
        { "t", type, { static_cast<std::int64_t>(values.size()) }, bytes.data(), bytes.size() }, back.data());
    double error = 0;
    double size = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        error += std::pow(static_cast<double>(back[i]) - static_cast<double>(values[i]), 2);
        size += std::pow(static_cast<double>(values[i]), 2);
    }
    return std::sqrt(error / size);
}

} // namespace

class GgufQuantizeTest : public QObject {
    Q_OBJECT

private slots:
    void bytesAreThoseOfTheReference_data();
    void bytesAreThoseOfTheReference();
    void moreBitsMeanASmallerError();
    void halvesAreRoundedToTheNearest();
};

void GgufQuantizeTest::bytesAreThoseOfTheReference_data()
{
    QTest::addColumn<int>("type");
    for (const DataType type : kTypes)
        QTest::newRow(std::string(dataTypeName(type)).c_str()) << static_cast<int>(type);
}

void GgufQuantizeTest::bytesAreThoseOfTheReference()
{
    QFETCH(int, type);
    const auto kind = static_cast<DataType>(type);
    const SafetensorsFile file(kReference);
    const std::vector<std::byte> bytes = quantized(kind, valuesOf(file));
    const TensorView* const expected = file.find(std::string(dataTypeName(kind)));
    QCOMPARE(bytes.size(), std::size_t { expected->bytes });
    const std::size_t blockBytes = blockBits(kind) / 8;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] != expected->data[i])
            QFAIL(qPrintable(QStringLiteral("block %1, byte %2").arg(i / blockBytes).arg(i % blockBytes)));
}

void GgufQuantizeTest::moreBitsMeanASmallerError()
{
    std::vector<float> values = valuesOf(SafetensorsFile(kReference));
    values.resize(8 * 256); // the rows that look like weights
    const std::pair<DataType, double> most[] = { { DataType::Q8_0, 0.007 }, { DataType::Q6_K, 0.02 },
        { DataType::Q5_K, 0.04 }, { DataType::Q5_1, 0.04 }, { DataType::Q5_0, 0.05 },
        { DataType::Q4_K, 0.08 }, { DataType::Q4_1, 0.08 }, { DataType::Q4_0, 0.1 } };
    double before = 0;
    for (const auto& [type, bound] : most) {
        const double error = relativeError(type, values);
        QVERIFY2(error < bound, qPrintable(QStringLiteral("%1").arg(error)));
        QVERIFY(error > before * 0.9);
        before = error;
    }
}

void GgufQuantizeTest::halvesAreRoundedToTheNearest()
{
    const std::vector<float> values { 65519.0F, 65520.0F, 0x1.0p-25F, 0x1.8p-25F, 1.0F + 0x1.0p-11F,
        1.0F + 0x1.8p-10F, -0.0F, INFINITY };
    const std::vector<std::uint16_t> expected { 0x7BFF, 0x7C00, 0x0000, 0x0001, 0x3C00, 0x3C02, 0x8000,
        0x7C00 };
    const std::vector<std::byte> bytes = quantized(DataType::F16, values);
    QCOMPARE(bytes.size(), expected.size() * 2);
    QVERIFY(std::memcmp(bytes.data(), expected.data(), bytes.size()) == 0);
}

QTEST_APPLESS_MAIN(GgufQuantizeTest)
#include "gguf_quantize_test.moc"
