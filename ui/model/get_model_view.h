// SPDX-License-Identifier: GPL-3.0-or-later
// Where a model can be had: what is on this machine already, and a server.
#pragma once

#include "core/common/file/model_places.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace temper {

class FetchCard;
class FoundModelsCard;
class Theme;

class GetModelView : public QWidget {
    Q_OBJECT
public:
    explicit GetModelView(const Theme& theme, QWidget* parent = nullptr);

    void begin(const QString& name); // looks again; `name` may be empty

Q_SIGNALS:
    void foundAsked(const temper::FoundModel& model);
    void fetched(const QString& path, const QString& name);
    void backAsked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();

    QLabel* m_title;
    QLabel* m_purpose;
    QPushButton* m_back;
    FoundModelsCard* m_found;
    FetchCard* m_fetch;
    QBoxLayout* m_cards;
};

} // namespace temper
