// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/draft_desk.h"
#include "ui/train/presets.h"
#include "ui/train/train_page.h"

#include <QEventLoop>
#include <QPushButton>
#include <QTimer>

namespace temper {

namespace {

constexpr int kLongestWait = 20000; // milliseconds
constexpr QSize kSmallWindow { 1280, 720 };

void waitForFigures(DraftDesk& desk)
{
    QEventLoop loop;
    QTimer::singleShot(kLongestWait, &loop, &QEventLoop::quit);
    QObject::connect(&desk, &DraftDesk::estimateChanged, &loop, [&] {
        if (!desk.isEstimateOld())
            loop.quit();
    });
    if (!desk.estimate() || desk.isEstimateOld())
        loop.exec();
}

RecipeDraft brokenDraft(const RecipeDraft& now)
{
    return readDraft("model_name_or_path: model\nlr: 1e-4\nreport_to: tensorboard\n"
                     "learning_rate: 3\nlora_rank: [8, 16, many]\neval_steps: 20\n",
        "recipe.yaml", now.folder);
}

} // namespace

QStringList TrainPage::pictureStates() const
{
    return { QStringLiteral("ready"), QStringLiteral("small"), QStringLiteral("all"),
        QStringLiteral("not-ready"), QStringLiteral("problems") };
}

// What is shown for a picture is undone before the next one, so that the kept draft stays.
void TrainPage::showPictureState(const QString& state)
{
    if (m_isPictured)
        m_desk->undo();
    m_isPictured = state == QLatin1String("not-ready") || state == QLatin1String("problems");
    m_all->setChecked(state == QLatin1String("all"));
    if (!m_usualSize.isValid())
        m_usualSize = window()->size();
    window()->resize(state == QLatin1String("small") ? kSmallWindow : m_usualSize);
    if (state == QLatin1String("ready"))
        waitForFigures(*m_desk);
    else if (state == QLatin1String("not-ready"))
        m_desk->begin(withPreset({}, shippedPreset("lora")));
    else if (state == QLatin1String("problems"))
        m_desk->begin(brokenDraft(draft()));
}

} // namespace temper
