// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/safetensors.h"
#include "core/common/file/tensor_listing.h"
#include "tests/common/file/foreign_files.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <numeric>

using namespace temper;
using namespace temper::testing;

class TensorListingTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void filesOfBothKindsAreListedOneAfterTheOther();
    void everythingIsWrittenAsFloat();
    void aTensorLongerThanAPieceArrivesWhole();
    void theSameNameInTwoFilesIsRefused();
    void stoppingLeavesNoFile();

private:
    std::filesystem::path gguf() const { return m_folder / "a.gguf"; }
    std::filesystem::path safetensors() const { return m_folder / "b.safetensors"; }
    std::filesystem::path out() const { return m_folder / "out.safetensors"; }

    std::unique_ptr<QTemporaryDir> m_owner;
    std::filesystem::path m_folder;
};

void TensorListingTest::init()
{
    m_owner = std::make_unique<QTemporaryDir>();
    m_folder = m_owner->path().toStdString();
    std::ofstream(gguf(), std::ios::binary) << ggufBytes({ .tensors = { ggufTensor("q", { 32, 1 }, 8, 0) },
        .data = raw<std::uint16_t>(0x3C00) + std::string(32, '\x02') });
    const std::vector<std::int16_t> values { 3, -4 };
    writeSafetensors(safetensors(),
        { { "i", DataType::I16, { 2 }, reinterpret_cast<const std::byte*>(values.data()), 4 } });
}

void TensorListingTest::filesOfBothKindsAreListedOneAfterTheOther()
{
    const TensorListing listing({ gguf(), safetensors() });
    QCOMPARE(listing.tensors().size(), std::size_t { 2 });
    QCOMPARE(listing.tensors()[0].view->name, std::string("q"));
    QCOMPARE(listing.tensors()[1].view->name, std::string("i"));
    QCOMPARE(*listing.tensors()[1].file, safetensors());
}

void TensorListingTest::everythingIsWrittenAsFloat()
{
    TensorListing({ gguf(), safetensors() }).writeAsFloat(out());
    const SafetensorsFile file(out());
    QCOMPARE(file.find("q")->shape, (std::vector<std::int64_t> { 1, 32 }));
    std::vector<float> values(32);
    expandToFloat(*file.find("q"), values.data());
    QCOMPARE(values, std::vector<float>(32, 2.0F));
    values.resize(2);
    QCOMPARE(file.find("i")->type, DataType::F32);
    expandToFloat(*file.find("i"), values.data());
    QCOMPARE(values, (std::vector<float> { 3, -4 }));
}

void TensorListingTest::aTensorLongerThanAPieceArrivesWhole()
{
    std::vector<std::int32_t> values((1 << 21) + 5);
    std::iota(values.begin(), values.end(), 0);
    writeSafetensors(safetensors(),
        { { "long", DataType::I32, { static_cast<std::int64_t>(values.size()) },
            reinterpret_cast<const std::byte*>(values.data()), values.size() * 4 } });
    TensorListing({ safetensors() }).writeAsFloat(out());
    std::vector<float> got(values.size());
    expandToFloat(*SafetensorsFile(out()).find("long"), got.data());
    QVERIFY(std::equal(got.begin(), got.end(), values.begin(), values.end(),
        [](float a, std::int32_t b) { return a == static_cast<float>(b); }));
}

void TensorListingTest::theSameNameInTwoFilesIsRefused()
{
    std::filesystem::copy_file(safetensors(), m_folder / "c.safetensors");
    try {
        TensorListing({ safetensors(), m_folder / "c.safetensors" }).writeAsFloat(out());
        QFAIL("two tensors of one name were written");
    } catch (const Error& error) {
        QCOMPARE(error.sentence(), std::string("the tensor \"i\" is also in b.safetensors."));
    }
    QVERIFY(!std::filesystem::exists(out()));
}

void TensorListingTest::stoppingLeavesNoFile()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(TensorListing({ gguf() }).writeAsFloat(out(), {}, stop.get_token()), Error);
    QVERIFY(!std::filesystem::exists(out()));
}

QTEST_GUILESS_MAIN(TensorListingTest)
#include "tensor_listing_test.moc"
