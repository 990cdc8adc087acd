// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pack_dialog.h"

#include "core/common/base/os_paths.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/tokens.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace temper {

namespace {
constexpr int kWidth = 560;
}

PackDialog::PackDialog(const QString& project, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_models(new QCheckBox(tr("Models")))
    , m_checkpoints(new QCheckBox(tr("Checkpoints")))
    , m_originals(new QCheckBox(tr("Original files")))
    , m_exports(new QCheckBox(tr("Exports")))
    , m_always(makeLabel(LabelRole::Muted))
    , m_total(makeLabel(LabelRole::Strong))
    , m_target(new QLineEdit)
    , m_browse(new QPushButton(tr("Change…")))
    , m_pack(new QPushButton(tr("Pack")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_measuring(this)
{
    setWindowTitle(tr("Pack project"));
    setMinimumWidth(kWidth);
    m_target->setText(QDir::toNativeSeparators(toText(homeFolder() / toPath(name + QStringLiteral(".zip")))));
    m_target->setAccessibleName(tr("File"));
    m_pack->setProperty("role", QLatin1String("primary"));
    m_pack->setDefault(true);
    makeLayout();
    for (QCheckBox* box : { m_models, m_checkpoints, m_originals, m_exports })
        connect(box, &QCheckBox::toggled, this, &PackDialog::showTotal);
    connect(m_target, &QLineEdit::textChanged, this, &PackDialog::showTotal);
    connect(m_browse, &QPushButton::clicked, this, &PackDialog::chooseTarget);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_pack, &QPushButton::clicked, this, [this] {
        Q_EMIT packAsked(target(), choice());
        accept();
    });
    measure(project);
}

void PackDialog::makeLayout()
{
    struct Part {
        QCheckBox* box;
        QString words;
    };
    const QList<Part> parts {
        { m_models, tr("So that the project finds them wherever it is opened.") },
        { m_checkpoints, tr("So that its runs can be gone on with.") },
        { m_originals, tr("The files that were imported, as they are now.") },
        { m_exports, tr("What was taken away: adapters and merged models.") },
    };
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    column->setSpacing(size::kGrid);
    auto* lead = makeLabel(LabelRole::Base);
    lead->setText(tr("Data sets, recipes, curves and adapters go into one .zip file. Also:"));
    lead->setWordWrap(true);
    column->addWidget(lead);
    column->addWidget(m_always);
    for (const Part& part : parts) {
        auto* words = makeLabel(LabelRole::Faint);
        words->setText(part.words);
        words->setContentsMargins(size::kWideGap, 0, 0, 0);
        part.box->setAccessibleDescription(part.words);
        column->addSpacing(size::kGrid);
        column->addWidget(part.box);
        column->addWidget(words);
    }
    auto* place = new QHBoxLayout;
    place->addWidget(m_target, 1);
    place->addWidget(m_browse);
    column->addSpacing(size::kGap);
    column->addLayout(place);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_total, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_pack);
    column->addSpacing(size::kSmallGap);
    column->addLayout(buttons);
}

PackChoice PackDialog::choice() const
{
    return { .models = m_models->isChecked(),
        .checkpoints = m_checkpoints->isChecked(),
        .originals = m_originals->isChecked(),
        .exports = m_exports->isChecked() };
}

QString PackDialog::target() const
{
    return QDir::fromNativeSeparators(m_target->text().trimmed());
}

void PackDialog::measure(const QString& project)
{
    m_total->setText(tr("Measuring…"));
    m_measuring.start(
        [folder = toPath(project)](const std::stop_token& stop) { return packSizes(folder, stop); },
        [this](const PackSizes& sizes) { showSizes(sizes); },
        [this](const Error& error) { m_total->setText(QString::fromUtf8(error.what())); });
}

void PackDialog::showSizes(const PackSizes& sizes)
{
    m_sizes = sizes;
    m_isMeasured = true;
    const auto name = [](QCheckBox& box, const QString& words, std::uint64_t bytes) {
        box.setText(bytes == 0
                ? tr("%1 · none").arg(words)
                : QStringLiteral("%1 · %2").arg(words, NumberText::bytes(static_cast<double>(bytes))));
        box.setEnabled(bytes > 0);
    };
    name(*m_models, tr("Models"), sizes.models);
    name(*m_checkpoints, tr("Checkpoints"), sizes.checkpoints);
    name(*m_originals, tr("Original files"), sizes.originals);
    name(*m_exports, tr("Exports"), sizes.exports);
    m_always->setText(tr("Always taken: %1").arg(NumberText::bytes(static_cast<double>(sizes.always))));
    showTotal();
}

void PackDialog::showTotal()
{
    const PackChoice wanted = choice();
    const std::uint64_t total = m_sizes.always + (wanted.models ? m_sizes.models : 0)
        + (wanted.checkpoints ? m_sizes.checkpoints : 0) + (wanted.originals ? m_sizes.originals : 0)
        + (wanted.exports ? m_sizes.exports : 0);
    if (m_isMeasured)
        m_total->setText(tr("%1 before compression").arg(NumberText::bytes(static_cast<double>(total))));
    m_pack->setEnabled(!target().isEmpty());
}

void PackDialog::chooseTarget()
{
    auto* dialog = new QFileDialog(this, tr("Pack into"), QFileInfo(target()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Archives (*.zip)"));
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(QFileInfo(target()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& file) { m_target->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

} // namespace temper
