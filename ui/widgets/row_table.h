// SPDX-License-Identifier: GPL-3.0-or-later
// How every table of rows looks: hairlines, whole rows hovered and selected, a quiet bar where a row is still
// being read. Made for models of any length.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace temper {

class Theme;

inline constexpr int kLoadedRole = Qt::UserRole + 100; // bool; an invalid value counts as true

class RowTable : public QTableView {
    Q_OBJECT
public:
    explicit RowTable(const Theme& theme, QWidget* parent = nullptr);

    // Widths for the columns of the model in use; 0 shares what is left. After setModel().
    void setColumnWidths(const QList<int>& widths);
    void setQuietColumns(const QList<int>& columns); // drawn muted
    void setEmptyText(const QString& sentence); // stands where there is no row
    int hoveredRow() const { return m_hovered; }
    bool isQuiet(int column) const { return m_quiet.contains(column); }

Q_SIGNALS:
    void activatedRow(int row); // Enter or a double click

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void hover(int row);

    const Theme& m_theme;
    QList<int> m_quiet;
    QString m_emptyText;
    int m_hovered = -1;
};

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RowDelegate(const Theme& theme, RowTable* table);

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    RowTable* m_table;
};

} // namespace temper
