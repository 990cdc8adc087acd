// SPDX-License-Identifier: GPL-3.0-or-later
// A row as the model sees it: its tokens with ids, and which of them are trained on.
#pragma once

#include "core/common/data/row.h"
#include "ui/data/render_tools.h"
#include "ui/task/latest_task.h"
#include "ui/widgets/token_sequence.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace temper {

class ElidedLabel;
class Theme;
class TokenView;

class TokenCard : public QWidget {
    Q_OBJECT
public:
    explicit TokenCard(const Theme& theme, QWidget* parent = nullptr);

    void setTools(std::shared_ptr<const RenderTools> tools); // null: no model is chosen
    void setToolsError(const QString& sentence); // the chosen model cannot be used
    void setRow(std::shared_ptr<const DataRow> row); // null: none
    QString note() const { return m_note; } // "34 tokens · 15 trained"

Q_SIGNALS:
    void noteChanged(const QString& note);
    void modelAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        std::shared_ptr<const TokenSequence> tokens;
        std::size_t supervised = 0;
        bool cut = false;
    };
    using Parts = QList<Part>;

    static Parts render(const RenderTools& tools, const DataRow& row, const std::stop_token& stop);
    QWidget* makeFoot();
    void renderRow();
    void showParts(const Parts& parts);
    void showPart();
    void say(const QString& sentence);
    void setNote(const QString& note);
    void retranslate();

    const Theme& m_theme;
    std::shared_ptr<const RenderTools> m_tools;
    std::shared_ptr<const DataRow> m_row;
    QString m_toolsError;
    QString m_note;
    Parts m_parts;
    QLabel* m_message;
    QPushButton* m_choose;
    TokenView* m_tokens;
    QWidget* m_foot;
    ElidedLabel* m_reading; // of the token under the cursor
    QLabel* m_legend;
    QPushButton* m_ids;
    QPushButton* m_copy;
    QSpinBox* m_part;
    LatestTask<Parts> m_rendering;
};

} // namespace temper
