// SPDX-License-Identifier: GPL-3.0-or-later
// How the other pages and the command palette reach the data sets.
#include "ui/data/data_page.h"
#include "ui/widgets/number_text.h"

namespace temper {

void DataPage::receive(const Json& what)
{
    if (what.contains("set") && what["set"].is_string())
        openSet(QString::fromStdString(what["set"].get<std::string>()));
    if (!what.contains("import") || !what["import"].is_array())
        return;
    QStringList files;
    for (const Json& file : what["import"])
        files.append(QString::fromStdString(file.get<std::string>()));
    importFiles(files);
}

QList<Place> DataPage::places() const
{
    QList<Place> places;
    for (const DatasetEntry& set : m_sets.sets)
        places.append({ tr("Data sets"), QString::fromStdString(set.name),
            tr("%1 rows").arg(NumberText::count(static_cast<std::int64_t>(set.rows))),
            { { "set", set.name } } });
    return places;
}

} // namespace temper
