// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/families/llama.h"

#include "core/common/base/error.h"

#include <QTest>

using namespace temper;

namespace {

DecoderOptions optionsWith(const Json& entries)
{
    Json config { { "vocab_size", 256 }, { "hidden_size", 64 }, { "intermediate_size", 96 },
        { "num_hidden_layers", 2 }, { "num_attention_heads", 4 } };
    config.update(entries);
    return llamaFamily().fromConfig(config, "config.json");
}

RopeOptions ropeWith(const Json& entries)
{
    return optionsWith(entries).rope;
}

} // namespace

class LlamaTest : public QObject {
    Q_OBJECT

private slots:
    void olderFilesKeepTheirPositionsAtTheTop()
    {
        const RopeOptions rope = ropeWith(
            { { "rope_theta", 5e5 }, { "rope_scaling", { { "type", "linear" }, { "factor", 2 } } } });
        QCOMPARE(rope.theta, 5e5);
        QCOMPARE(rope.scaling, RopeScaling::Linear);
        QCOMPARE(rope.factor, 2.0);
    }

    void newerFilesKeepThemInOneObject()
    {
        const RopeOptions rope = ropeWith({ { "rope_parameters",
            { { "rope_theta", 1e6 }, { "rope_type", "llama3" }, { "factor", 8 }, { "low_freq_factor", 1 },
                { "high_freq_factor", 4 }, { "original_max_position_embeddings", 4096 } } } });
        QCOMPARE(rope.theta, 1e6);
        QCOMPARE(rope.scaling, RopeScaling::Llama3);
        QCOMPARE(rope.originalContext, 4096.0);
    }

    void scalingCountsWhereBothStand()
    {
        const Json parameters { { "rope_theta", 1e6 }, { "rope_type", "default" } };
        const Json scaling { { "rope_type", "linear" }, { "factor", 4 } };
        const RopeOptions both = ropeWith(
            { { "rope_theta", 7e3 }, { "rope_parameters", parameters }, { "rope_scaling", scaling } });
        QCOMPARE(both.scaling, RopeScaling::Linear);
        QCOMPARE(both.theta, 7e3);
        const RopeOptions empty
            = ropeWith({ { "rope_parameters", parameters }, { "rope_scaling", Json::object() } });
        QCOMPARE(empty.scaling, RopeScaling::None);
        QCOMPARE(empty.theta, 1e6);
    }

    void unknownScalingIsRefusedWhereverItStands()
    {
        const Json unknown { { "rope_type", "spiral" }, { "factor", 2 } };
        QVERIFY_THROWS_EXCEPTION(Error, ropeWith({ { "rope_parameters", unknown } }));
        QVERIFY_THROWS_EXCEPTION(Error, ropeWith({ { "rope_scaling", unknown } }));
        QVERIFY_THROWS_EXCEPTION(Error,
            ropeWith({ { "rope_parameters", { { "rope_theta", 1e4 } } }, { "rope_scaling", unknown } }));
    }
};

QTEST_GUILESS_MAIN(LlamaTest)
#include "llama_test.moc"
