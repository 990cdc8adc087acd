// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the interface, switched while the window is open.
#pragma once

#include <QObject>
#include <QTranslator>

namespace temper {

enum class LanguageChoice { System, English, Chinese };

class InterfaceLanguage : public QObject {
    Q_OBJECT
public:
    explicit InterfaceLanguage(QObject* parent = nullptr);

    LanguageChoice choice() const { return m_choice; }
    bool isChinese() const { return m_chinese; }

    // Widgets then receive QEvent::LanguageChange.
    void setChoice(LanguageChoice choice);

private:
    LanguageChoice m_choice = LanguageChoice::English;
    bool m_chinese = false;
    QTranslator m_ownTexts;
    QTranslator m_qtTexts;
};

} // namespace temper
