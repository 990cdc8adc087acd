// SPDX-License-Identifier: GPL-3.0-or-later
// One file read over the network, piece by piece, from a given place on.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QUrl>
#include <functional>
#include <stop_token>

namespace temper {

// The translations of everything about fetching.
class FetchWords {
    Q_DECLARE_TR_FUNCTIONS(temper::FetchWords)
};

struct WebRequest {
    QUrl url;
    qint64 from = 0; // bytes that are there already
    std::function<void()> restarted = {}; // the server begins at the first byte all the same
    std::function<void(const QByteArray&)> received; // may throw, which ends the reading
    std::stop_token stop = {};
};

// Waits until all of it was received. Follows redirections, never from https to http. Throws what `received`
// throws, Error(Cancelled) on stop, and Error(Environment) with a sentence for a server that is not there,
// falls silent, or answers with a refusal.
void readWeb(const WebRequest& request);

} // namespace temper
