// SPDX-License-Identifier: GPL-3.0-or-later
// What one call to the engine comes to: how far it is, what it streams, and exactly one end.
#pragma once

#include "core/common/base/error.h"
#include "core/common/base/json.h"

#include <QObject>
#include <QString>

namespace temper {

// Belongs to the engine session and deletes itself after its last signal, which is succeeded or failed.
// Whoever connects gives a receiver, so that a page that is gone hears nothing.
class EngineReply : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Asks the engine to stop; the reply then fails with an Error of kind Cancelled, or succeeds after all.
    void cancel() { Q_EMIT cancelAsked(); }

Q_SIGNALS:
    void progressed(const QString& phase, qint64 done, qint64 total, const QString& unit); // total 0: unknown
    void announced(const QString& method, const temper::Json& params);
    void succeeded(const temper::Json& result);
    void failed(const temper::Error& error);
    void cancelAsked();
};

} // namespace temper
