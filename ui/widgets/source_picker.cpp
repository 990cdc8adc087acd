// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/source_picker.h"

#include "core/common/base/error.h"
#include "ui/shell/open_project.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/source_words.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QWheelEvent>

namespace temper {

namespace {

enum Entry { AdapterFolder = -1, ModelFolder = -2, ModelFile = -3, Title = -4 };
constexpr int kLeastCharacters = 16;

} // namespace

SourcePicker::SourcePicker(Kind kind, QWidget* parent)
    : QComboBox(parent)
    , m_kind(kind)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(kLeastCharacters);
    setMaxVisibleItems(24);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this, &SourcePicker::choose);
    fill();
}

void SourcePicker::setSources(const QList<AnswerSource>& models, const QList<AnswerSource>& runs)
{
    if (models == m_models && runs == m_runs)
        return;
    m_models = models;
    m_runs = runs;
    fill();
}

void SourcePicker::setSource(const AnswerSource& source)
{
    m_source = source;
    if (!source.model.empty() && !m_models.contains(source) && !m_runs.contains(source)
        && !m_others.contains(source))
        m_others.append(source);
    fill();
}

void SourcePicker::fill()
{
    const QSignalBlocker quiet(this);
    clear();
    m_listed.clear();
    if (m_source.model.empty()) {
        addItem(m_kind == Kind::Tuned ? tr("Choose a run or an adapter") : tr("Choose a model"), Title);
    }
    addSection(tr("Runs"), m_runs);
    addSection(tr("Models as they are"), m_models);
    addSection(tr("From elsewhere"), m_others);
    insertSeparator(count());
    addItem(tr("Adapter folder…"), AdapterFolder);
    if (m_kind == Kind::Tuned)
        return finish();
    addItem(tr("Model folder…"), ModelFolder);
    addItem(tr("GGUF file…"), ModelFile);
    finish();
}

void SourcePicker::finish()
{
    const auto chosen = m_listed.indexOf(m_source);
    setCurrentIndex(chosen >= 0 ? findData(static_cast<int>(chosen)) : 0);
    setToolTip(m_source.model.empty() ? QString() : QDir::toNativeSeparators(toText(m_source.model)));
}

void SourcePicker::addSection(const QString& title, const QList<AnswerSource>& sources)
{
    if (sources.isEmpty())
        return;
    addItem(title, Title);
    auto* items = qobject_cast<QStandardItemModel*>(model());
    items->item(count() - 1)->setFlags(Qt::NoItemFlags);
    for (const AnswerSource& source : sources) {
        addItem(SourceWords::name(source), static_cast<int>(m_listed.size()));
        m_listed.append(source);
    }
}

void SourcePicker::choose(int index)
{
    const int entry = itemData(index).toInt();
    if (entry >= 0 && itemData(index).isValid()) {
        setSource(AnswerSource(m_listed[entry]));
        Q_EMIT sourceChosen(m_source);
        return;
    }
    fill();
    if (entry == AdapterFolder || entry == ModelFolder || entry == ModelFile)
        chooseFolder(entry);
}

void SourcePicker::chooseFolder(int kind)
{
    const QString title = kind == AdapterFolder ? tr("Adapter folder (PEFT)") : tr("Model");
    auto* dialog = new QFileDialog(window(), title, QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (kind == ModelFile) {
        dialog->setNameFilter(tr("GGUF models (*.gguf)"));
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    }
    const bool adapter = kind == AdapterFolder;
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, adapter](const QString& place) { adapter ? takeAdapter(place) : takeModel(place); });
    dialog->open();
}

void SourcePicker::takeAdapter(const QString& folder)
{
    try {
        setSource(adapterSource(m_source.model, toPath(folder)));
        Q_EMIT sourceChosen(m_source);
    } catch (const Error& error) {
        Q_EMIT failed(EngineWords::error(error));
    }
}

void SourcePicker::takeModel(const QString& place)
{
    setSource(plainSource(toPath(place)));
    Q_EMIT sourceChosen(m_source);
}

void SourcePicker::changeEvent(QEvent* event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

void SourcePicker::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace temper
