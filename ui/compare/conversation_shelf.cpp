// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/conversation_shelf.h"

namespace temper {

namespace {
constexpr int kSoonMilliseconds = 150;
}

ConversationShelf::ConversationShelf(QObject* parent)
    : QObject(parent)
    , m_listing(this)
    , m_reading(this)
    , m_moving(this)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &ConversationShelf::list);
}

void ConversationShelf::open(const std::filesystem::path& project)
{
    m_project = project;
    list();
}

void ConversationShelf::close()
{
    m_project.clear();
    m_soon.stop();
    m_listing.cancel();
    m_reading.cancel();
    m_moving.cancel();
}

void ConversationShelf::refreshSoon()
{
    m_soon.start();
}

void ConversationShelf::list()
{
    if (m_project.empty())
        return;
    m_listing.start(
        [project = m_project](const std::stop_token&) {
            const std::vector<ConversationEntry> entries = listConversations(project);
            return QList<ConversationEntry>(entries.begin(), entries.end());
        },
        [this](const QList<ConversationEntry>& entries) { Q_EMIT listed(entries); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void ConversationShelf::read(const std::filesystem::path& file)
{
    m_reading.start(
        [project = m_project, file](const std::stop_token&) { return readConversation(project, file); },
        [this, file](const Conversation& conversation) { Q_EMIT opened(file, conversation); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void ConversationShelf::remove(const std::filesystem::path& file)
{
    m_moving.start([file](const std::stop_token&) { return removeConversation(file); },
        [this](const std::filesystem::path& place) {
            m_removed = place;
            Q_EMIT removed();
            list();
        },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void ConversationShelf::undoRemoval()
{
    m_moving.start(
        [place = m_removed](const std::stop_token&) {
            restoreConversation(place);
            return place;
        },
        [this](const std::filesystem::path&) { list(); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

} // namespace temper
