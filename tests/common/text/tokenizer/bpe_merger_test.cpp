// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/bpe_merger.h"

#include <QTest>
#include <random>

using namespace temper;

namespace {

// Random merges over few ids, so that neighbours often compete.
BpeMerges randomMerges(std::mt19937& random, std::int32_t ids)
{
    BpeMerges merges;
    for (std::uint32_t rank = 0; rank < 200; ++rank)
        merges.add(static_cast<std::int32_t>(random() % 20), static_cast<std::int32_t>(random() % 20), rank,
            static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(ids)));
    return merges;
}

// The definition itself: find the smallest rank, leftmost; merge; begin again.
std::vector<std::int32_t> mergedPlainly(const BpeMerges& merges, std::vector<std::int32_t> ids)
{
    for (;;) {
        Merge best = kNoMerge;
        std::size_t at = 0;
        for (std::size_t i = 0; i + 1 < ids.size(); ++i)
            if (merges.find(ids[i], ids[i + 1]) < best) {
                best = merges.find(ids[i], ids[i + 1]);
                at = i;
            }
        if (best == kNoMerge)
            return ids;
        ids[at] = mergedId(best);
        ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
}

std::vector<std::int32_t>
merged(BpeMerger& merger, const BpeMerges& merges, const std::vector<std::int32_t>& ids)
{
    merger.symbols.clear();
    for (const std::int32_t id : ids)
        merger.symbols.push_back({ id, 1 });
    merger.merge(merges);
    std::vector<std::int32_t> out;
    for (const Symbol& symbol : merger.symbols)
        out.push_back(symbol.id);
    return out;
}

} // namespace

class BpeMergerTest : public QObject {
    Q_OBJECT

private slots:
    void wordsOfEveryLengthMergeAsDefined();
    void bytesAreCountedThrough();
    void aWordOfAMegabyteMerges();
    void aPairGivenAgainTakesTheLaterRank();
};

void BpeMergerTest::wordsOfEveryLengthMergeAsDefined()
{
    std::mt19937 random(3);
    BpeMerger merger;
    for (int round = 0; round < 2000; ++round) {
        const BpeMerges merges = randomMerges(random, 20);
        std::vector<std::int32_t> ids(1 + random() % (2 * BpeMerger::kShort));
        for (std::int32_t& id : ids)
            id = static_cast<std::int32_t>(random() % 20);
        QCOMPARE(merged(merger, merges, ids), mergedPlainly(merges, ids));
    }
}

void BpeMergerTest::bytesAreCountedThrough()
{
    BpeMerges merges;
    merges.add(0, 0, 0, 1);
    BpeMerger merger;
    for (const std::uint32_t length : { 7U, 701U }) {
        merger.symbols.assign(length, { 0, 2 });
        merger.merge(merges);
        std::uint32_t bytes = 0;
        for (const Symbol& symbol : merger.symbols)
            bytes += symbol.bytes;
        QCOMPARE(bytes, 2 * length);
    }
}

void BpeMergerTest::aWordOfAMegabyteMerges()
{
    BpeMerges merges;
    for (std::int32_t id = 0; id < 16; ++id)
        merges.add(id, id, static_cast<std::uint32_t>(id), id + 1);
    BpeMerger merger;
    merger.symbols.assign(std::size_t(1) << 20, { 0, 1 });
    merger.merge(merges);
    QCOMPARE(merger.symbols.size(), std::size_t(1) << 4);
    QCOMPARE(merger.symbols.front().id, 16);
}

void BpeMergerTest::aPairGivenAgainTakesTheLaterRank()
{
    BpeMerges merges;
    merges.add(1, 2, 5, 7);
    merges.add(1, 2, 9, 8);
    QCOMPARE(merges.count(), std::size_t(1));
    QCOMPARE(merges.find(1, 2) >> 32, Merge(9));
    QCOMPARE(mergedId(merges.find(1, 2)), 8);
    QCOMPARE(merges.find(2, 1), kNoMerge);
}

QTEST_GUILESS_MAIN(BpeMergerTest)
#include "bpe_merger_test.moc"
