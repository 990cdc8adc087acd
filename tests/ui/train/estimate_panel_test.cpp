// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/theme.h"
#include "ui/train/estimate_panel.h"
#include "ui/train/memory_bar.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace temper;

namespace {

const Json kAnswer { { "ready", true }, { "reasons", Json::array() },
    { "bytes", { { "weights", 538'000'000 }, { "adapters", 20'000'000 }, { "optimizer", 0 } } },
    { "total_bytes", 558'000'000 }, { "available_bytes", 8'000'000'000 }, { "disk_bytes", 60'000'000 },
    { "disk_available_bytes", 9'000'000'000 }, { "rows", 962 }, { "evaluation_rows", 38 },
    { "supervised_tokens", 171904 }, { "truncated", 3 }, { "unusable", 0 }, { "total_steps", 363 },
    { "steps_per_epoch", 121 }, { "seconds", 720.0 } };

} // namespace

class EstimatePanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadResources(); }

    void init()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_panel = std::make_unique<EstimatePanel>(*m_theme);
        m_panel->resize(288, 800);
        m_panel->show();
    }

    void answerIsReadByKind()
    {
        const Estimate estimate = readEstimate(kAnswer);
        QCOMPARE(estimate.memory.size(), std::size_t { 2 }); // what needs nothing is left out
        QCOMPARE(estimate.memory.front().first, QStringLiteral("weights"));
        QCOMPARE(estimate.totalSteps, std::int64_t { 363 });
        QVERIFY(estimate.hasFigures());
    }

    void answerWithReasonsAloneHasNoFigures()
    {
        const Estimate estimate = readEstimate({ { "ready", false },
            { "reasons",
                { { { "key", "dataset" }, { "sentence", "holds no rows." },
                    { "remedy", "Add some." } } } } });
        QVERIFY(!estimate.ready && !estimate.hasFigures());
        QCOMPARE(estimate.reasons.front().key, QStringLiteral("dataset"));
        QCOMPARE(estimate.reasons.front().sentence, std::string("holds no rows."));
        QCOMPARE(estimate.reasons.front().remedy, std::string("Add some."));
    }

    void figuresOfTheRunAreShown()
    {
        m_panel->setState(stateWith(readEstimate(kAnswer)));
        QVERIFY(shows(QStringLiteral("558")));
        QTRY_VERIFY(shows(QStringLiteral("363")));
        QVERIFY(shows(QStringLiteral("about 12 min")));
        QVERIFY(shows(QStringLiteral("962 rows, 171,904 trained tokens")));
        QVERIFY(shows(QStringLiteral("3 rows are longer")));
    }

    void figuresOfAnEarlierRecipeAreMuted()
    {
        PanelState state = stateWith(readEstimate(kAnswer));
        state.outOfDate = true;
        m_panel->setState(state);
        QVERIFY(!m_panel->findChild<MemoryBar*>()->isEnabled());
        state.outOfDate = false;
        m_panel->setState(state);
        QVERIFY(m_panel->findChild<MemoryBar*>()->isEnabled());
    }

    void aLeverTellsWhatItSavesAndIsUsedByAClick()
    {
        Json answer = kAnswer;
        answer["levers"] = { { { "changes",
                                   { { { "key", "per_device_train_batch_size" }, { "value", "1" } },
                                       { { "key", "gradient_accumulation_steps" }, { "value", "8" } } } },
            { "total_bytes", 358'000'000 } } };
        m_panel->setState(stateWith(readEstimate(answer)));
        QTRY_VERIFY(shows(QStringLiteral("200")));
        QPushButton* use = nullptr;
        for (QPushButton* button : m_panel->findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("Use"))
                use = button;
        }
        QVERIFY(use);
        std::vector<std::pair<QString, QString>> changes;
        connect(m_panel.get(), &EstimatePanel::leverChosen, this,
            [&](const EstimateLever& lever) { changes = lever.changes; });
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(changes.size(), std::size_t { 2 });
        QCOMPARE(changes.back().second, QStringLiteral("8"));
    }

    void openPointLeadsToItsField()
    {
        PanelState state;
        state.open.append({ QStringLiteral("lora_rank"), QStringLiteral("Rank: 0 is below 1.") });
        m_panel->setState(state);
        QSignalSpy asked(m_panel.get(), &EstimatePanel::jumpAsked);
        QTRY_VERIFY(m_panel->findChild<QPushButton*>()->isVisible());
        QTest::mouseClick(m_panel->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("lora_rank"));
    }

private:
    static PanelState stateWith(const Estimate& estimate)
    {
        PanelState state;
        state.estimate = estimate;
        return state;
    }

    bool shows(const QString& text) const
    {
        for (const QLabel* label : m_panel->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EstimatePanel> m_panel;
};

QTEST_MAIN(EstimatePanelTest)
#include "estimate_panel_test.moc"
