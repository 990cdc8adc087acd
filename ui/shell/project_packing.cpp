// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/project_packing.h"

#include "ui/shell/open_project.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/progress_strip.h"

namespace temper {

ProjectPacking::ProjectPacking(QObject* parent)
    : QObject(parent)
    , m_work(new WorkTeller(this))
    , m_job(this)
{
    connect(m_work, &WorkTeller::stopAsked, this, [this] { m_job.stop(); });
}

void ProjectPacking::pack(const QString& project, const QString& target, const PackChoice& choice)
{
    start(
        tr("Packing the project"),
        [project, target, choice](const ProgressFunction& progress, const std::stop_token& stop) {
            packProject(toPath(project), toPath(target), choice, progress, stop);
            return target;
        },
        [this](const QString& archive) { Q_EMIT packed(archive); });
}

void ProjectPacking::unpack(const QString& archive, const QString& parent)
{
    start(
        tr("Unpacking a project"),
        [archive, parent](const ProgressFunction& progress, const std::stop_token& stop) {
            return toText(unpackProject(toPath(archive), toPath(parent), progress, stop));
        },
        [this](const QString& project) { Q_EMIT unpacked(project); });
}

void ProjectPacking::start(const QString& title,
    Job<QString>::Work work,
    std::function<void(const QString&)> done)
{
    m_work->tell(title, {}, -1);
    const auto tell = [this, title](const Progress& progress) {
        const double share = progress.total == 0
            ? -1
            : static_cast<double>(progress.done) / static_cast<double>(progress.total);
        m_work->tell(title, ProgressStrip::amountText(progress), share);
    };
    m_job.start(std::move(work),
        { tell,
            [this, done = std::move(done)](const QString& place) {
                m_work->end();
                done(place);
            },
            [this](const Error& error) {
                m_work->end();
                if (error.kind() != ErrorKind::Cancelled)
                    Q_EMIT failed(error);
            } });
}

} // namespace temper
