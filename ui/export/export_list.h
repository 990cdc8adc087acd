// SPDX-License-Identifier: GPL-3.0-or-later
// The exports made from the project, each with its size, its check, and a way to its folder.
#pragma once

#include "core/common/project/export_log.h"
#include "ui/widgets/card.h"

#include <QAbstractListModel>
#include <QCoreApplication>
#include <QList>

class QLabel;
class QListView;
class QPushButton;

namespace temper {

class ExportWords {
    Q_DECLARE_TR_FUNCTIONS(temper::ExportWords)
public:
    static QString title(const ExportRecord& record); // "Persona · step 100 · adapter"
    static QString line(const ExportRecord& record); // "2026-11-21 10:40 · 9.8 MB · answers as before"
    static bool answersAsBefore(const ExportCheck& check);
    static QString check(const ExportRecord& record); // the figures, in whole sentences
};

class ExportListModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRecords(const QList<ExportRecord>& records);
    const ExportRecord* record(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<ExportRecord> m_records;
};

class ExportList : public Card {
    Q_OBJECT
public:
    explicit ExportList(const Theme& theme, QWidget* parent = nullptr);

    void setRecords(
        const QList<ExportRecord>& records); // the latest first; that one is chosen where it is new

protected:
    void changeEvent(QEvent* event) override;

private:
    void showChosen();
    void openChosen();
    void retranslate();

    ExportListModel* m_model;
    QLabel* m_none;
    QListView* m_list;
    QLabel* m_folder;
    QLabel* m_check;
    QPushButton* m_open;
};

} // namespace temper
