// SPDX-License-Identifier: GPL-3.0-or-later
// The page on which a run is prepared: presets, the form of the recipe, and whether it can begin.
#pragma once

#include "ui/shell/page.h"
#include "ui/train/recipe_draft.h"

class QLineEdit;
class QPushButton;

namespace temper {

class DraftDesk;
class Error;
class EstimatePanel;
struct EstimateLever;
class Notice;
class PresetList;
struct Preset;
class RecipeForm;
class RunLauncher;
class Theme;
class TrainHeader;

class TrainPage : public Page {
    Q_OBJECT
public:
    explicit TrainPage(Theme& theme, QWidget* parent = nullptr);
    ~TrainPage() override;

    PageId id() const override { return PageId::Train; }
    QString title() const override;
    QString iconName() const override;
    void setProject(const OpenProject& project) override;
    void closeProject() override;
    void setWorkbench(Workbench& workbench) override;

    // {"recipe": file} opens it; {"dataset": name or file} and {"model": folder or file} put it into the
    // form; {"settings": [{"key", "value", "reason"}]} proposes values and says why; {"key": name} goes to
    // that setting.
    void receive(const Json& what) override;
    QList<Place> places() const override;

    QStringList pictureStates() const override;
    void showPictureState(const QString& state) override;

    void openRecipe(const QString& file); // failures are told in place, the form stays
    void saveRecipe(const QString& file);
    const RecipeDraft& draft() const;

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeBody();
    void connectDesk();
    void connectForm();
    void connectActions();
    void showDraft();
    void showCheck();
    void showFigures();
    void edit(const QString& key, const QString& text);
    void useLever(const EstimateLever& lever);
    void endField(const QString& key);
    void applyMethod(const QString& method);
    void applyPreset(const Preset& preset);
    void saveAsPreset(const QString& name);
    void launch();
    void retranslate();

    enum class AfterLaunch { ShowRuns, Stay };

    Workbench* m_workbench = nullptr;
    DraftDesk* m_desk;
    bool m_isPictured = false; // the draft is one for a picture
    QSize m_usualSize; // of the window, while pictures are made
    AfterLaunch m_afterLaunch = AfterLaunch::ShowRuns;
    TrainHeader* m_header;
    Notice* m_notice;
    PresetList* m_presets;
    QLineEdit* m_search;
    QPushButton* m_all;
    RecipeForm* m_form;
    EstimatePanel* m_panel;
    RunLauncher* m_launcher;
};

} // namespace temper
