// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of one row, to read and to change.
#pragma once

#include "core/common/data/row.h"

#include <QScrollArea>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace temper {

class Theme;

enum class Editing { Allowed, ReadOnly };

class RowEditor : public QScrollArea {
    Q_OBJECT
public:
    explicit RowEditor(const Theme& theme, QWidget* parent = nullptr);

    void setRow(std::shared_ptr<const DataRow> row, Editing editing);
    bool hasChanges() const { return m_changed; }
    // Counts the changes: what was saved is still all there is while the number stays the same.
    std::uint64_t changes() const { return m_changes; }
    void markSaved() { m_changed = false; }
    DataRow row() const; // as it stands in the fields
    void focusFirstField();

    static constexpr std::size_t kMostBytes = 1 << 20; // longer rows are shown only in part and not edited

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QWidget* box = nullptr;
        QComboBox* role = nullptr; // of a turn; null: a plain field
        QPlainTextEdit* text = nullptr;
        QPushButton* remove = nullptr;
        std::ptrdiff_t message = -1; // of the row as given; -1: added here
    };

    struct CursorPlace {
        std::size_t field = 0;
        int position = 0; // characters before it
    };

    void clear();
    void leaveField();
    void returnToField();
    Field& addField(const QString& name, const std::string& text);
    void addTurn(const Message& message, std::ptrdiff_t index);
    void removeTurn(QWidget* box);
    void fill();
    void note();
    Message message(const Field& field) const;
    void retranslate();

    const Theme& m_theme;
    std::shared_ptr<const DataRow> m_row;
    Editing m_editing = Editing::ReadOnly;
    QVBoxLayout* m_column;
    QLabel* m_note;
    QPushButton* m_addTurn;
    std::vector<Field> m_fields;
    std::optional<CursorPlace> m_cursor; // to return to, once the row is there again
    bool m_changed = false;
    std::uint64_t m_changes = 0;
};

} // namespace temper
