// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses what answers on one side: a model as it is, a run's result, a checkpoint, or a folder from
// elsewhere.
#pragma once

#include "core/common/project/answer_source.h"

#include <QComboBox>
#include <QList>

namespace temper {

class SourcePicker : public QComboBox {
    Q_OBJECT
public:
    enum class Kind {
        Any,
        Tuned, // offers no model from a dialog
    };

    explicit SourcePicker(Kind kind = Kind::Any, QWidget* parent = nullptr);

    void setSources(const QList<AnswerSource>& models, const QList<AnswerSource>& runs);
    // Adds it to the list where it is not there yet. A source without a model shows as "choose".
    void setSource(const AnswerSource& source);
    const AnswerSource& source() const { return m_source; }

Q_SIGNALS:
    void sourceChosen(const temper::AnswerSource& source);
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; // a turn of the wheel over it must not change who answers

private:
    void fill();
    void finish();
    void addSection(const QString& title, const QList<AnswerSource>& sources);
    void choose(int index);
    void chooseFolder(int kind);
    void takeAdapter(const QString& folder);
    void takeModel(const QString& place);

    Kind m_kind;
    QList<AnswerSource> m_models;
    QList<AnswerSource> m_runs;
    QList<AnswerSource> m_others; // chosen by dialog, or of an earlier conversation
    QList<AnswerSource> m_listed; // in the order of the entries that carry their index
    AnswerSource m_source;
};

} // namespace temper
