// SPDX-License-Identifier: GPL-3.0-or-later
// The project's conversations, read, removed and brought back off the GUI thread.
#pragma once

#include "core/common/project/conversation.h"
#include "ui/task/latest_task.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace temper {

class ConversationShelf : public QObject {
    Q_OBJECT
public:
    explicit ConversationShelf(QObject* parent = nullptr);

    void open(const std::filesystem::path& project);
    void close();
    void refreshSoon(); // several changes that come together make one reading
    void read(const std::filesystem::path& file);
    void remove(const std::filesystem::path& file);
    void undoRemoval(); // of the last one

Q_SIGNALS:
    void listed(const QList<temper::ConversationEntry>& entries);
    void opened(const std::filesystem::path& file, const temper::Conversation& conversation);
    void removed();
    void failed(const temper::Error& error);

private:
    void list();

    std::filesystem::path m_project; // empty: none is open
    std::filesystem::path m_removed;
    QTimer m_soon;
    LatestTask<QList<ConversationEntry>> m_listing;
    LatestTask<Conversation> m_reading;
    LatestTask<std::filesystem::path> m_moving;
};

} // namespace temper
