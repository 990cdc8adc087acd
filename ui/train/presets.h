// SPDX-License-Identifier: GPL-3.0-or-later
// Settings to begin with: one shipped recipe a method, and those the person saved.
#pragma once

#include "ui/train/recipe_draft.h"

#include <QList>
#include <QString>

namespace temper {

struct Preset {
    QString name;
    QString file; // of the person's own; a resource for the shipped ones
};

// The shipped recipe of a method ("lora"); an empty draft where there is none.
RecipeDraft shippedPreset(std::string_view method);

// By name. Their folder is the user's own configuration.
QList<Preset> ownPresets();

// Throws Error(Environment) where it cannot be written, Error(Input) for a name that no file can have.
void savePreset(const QString& name, const RecipeDraft& draft);
void removePreset(const Preset& preset);

// Throws Error for a file that is gone or damaged.
RecipeDraft readPreset(const Preset& preset);

// The draft with the preset's settings. What says which work is done and not how stays: model, data, names,
// folders and probe prompts.
RecipeDraft withPreset(RecipeDraft draft, const RecipeDraft& preset);

} // namespace temper
