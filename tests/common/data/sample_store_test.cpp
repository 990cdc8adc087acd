// SPDX-License-Identifier: Apache-2.0
// Samples in little memory come back as they were.
#include "core/common/data/sample_store.h"

#include <QTest>

using namespace temper;

namespace {

Sample sampleOf(std::vector<std::int32_t> ids, std::vector<std::int32_t> labels)
{
    Sample sample;
    sample.ids = std::move(ids);
    sample.labels = std::move(labels);
    return sample;
}

} // namespace

class SampleStoreTest : public QObject {
    Q_OBJECT

    static void verify(const std::vector<Sample>& samples)
    {
        SampleStore store;
        for (const Sample& sample : samples)
            store.add(sample);
        store.finish();
        QCOMPARE(store.size(), samples.size());
        for (std::size_t i = 0; i < samples.size(); ++i) {
            QCOMPARE(store.length(i), samples[i].ids.size());
            QCOMPARE(store.at(i).ids, samples[i].ids);
            QCOMPARE(store.at(i).labels, samples[i].labels);
        }
    }

private slots:
    void samplesComeBackWithTheirLabels()
    {
        std::vector<Sample> samples;
        for (std::int32_t i = 1; i < 2000; ++i) {
            Sample sample;
            for (std::int32_t token = 0; token < i; ++token) {
                sample.ids.push_back(token * 31 + i);
                sample.labels.push_back(token % 3 == 0 ? kNoLoss : sample.ids.back());
            }
            if (i % 500 == 0) // tokenised rows may have labels of their own
                sample.labels.back() = 5;
            samples.push_back(std::move(sample));
        }
        verify(samples);
    }

    void idsOfAnySizeComeBack()
    {
        constexpr std::int32_t kLargest = 0x7fffffff;
        verify({ sampleOf({ 0, 65535 }, { kNoLoss, 65535 }),
            sampleOf({ 10, 65536, 0xffffff }, { 10, kNoLoss, 0xffffff }),
            sampleOf({ 10, 0x1000000 }, { 10, 0x1000000 }), sampleOf({ -1, kLargest }, { -1, kNoLoss }),
            sampleOf({ 3 }, { kLargest }), sampleOf({}, {}) });
    }

    void aRangeIsItsSamplesInOrder()
    {
        SampleStore store;
        for (std::int32_t i = 0; i < 5; ++i)
            store.add(sampleOf({ i }, { i }));
        store.finish();
        const std::vector<Sample> samples = store.range(1, 4);
        QCOMPARE(samples.size(), 3u);
        QCOMPARE(samples[2].ids[0], 3);
    }
};

QTEST_GUILESS_MAIN(SampleStoreTest)
#include "sample_store_test.moc"
