// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the engine for the estimate of the newest recipe, once the person pauses; late answers are dropped.
#pragma once

#include "core/common/base/error.h"
#include "core/common/recipe/recipe.h"
#include "ui/train/estimate.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <filesystem>
#include <optional>

namespace temper {

class EngineReply;
class EngineSession;

class Estimator : public QObject {
    Q_OBJECT
public:
    explicit Estimator(QObject* parent = nullptr);

    void setEngine(EngineSession& engine);

    // The recipe has no problems; its paths are absolute, the names of sets are those of the project.
    void ask(const Recipe& recipe, const std::filesystem::path& project);
    void cancel();

Q_SIGNALS:
    void started(); // the last figures are out of date
    void estimated(const temper::Estimate& estimate);
    void failed(const temper::Error& error);

private:
    void send();

    struct Question {
        std::string text;
        std::filesystem::path project;
    };

    EngineSession* m_engine = nullptr;
    QPointer<EngineReply> m_reply;
    QTimer m_pause;
    std::optional<Question> m_question;
};

} // namespace temper
