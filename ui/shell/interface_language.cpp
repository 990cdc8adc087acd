// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/interface_language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace temper {

namespace {

bool wantsChinese(LanguageChoice choice)
{
    switch (choice) {
    case LanguageChoice::System:
        return QLocale::system().language() == QLocale::Chinese;
    case LanguageChoice::English:
        return false;
    case LanguageChoice::Chinese:
        return true;
    }
    return false;
}

} // namespace

InterfaceLanguage::InterfaceLanguage(QObject* parent)
    : QObject(parent)
{
}

void InterfaceLanguage::setChoice(LanguageChoice choice)
{
    m_choice = choice;
    const bool chinese = wantsChinese(choice);
    if (chinese == m_chinese)
        return;
    m_chinese = chinese;
    if (!chinese) {
        QCoreApplication::removeTranslator(&m_ownTexts);
        QCoreApplication::removeTranslator(&m_qtTexts);
        return;
    }
    if (m_qtTexts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    if (m_ownTexts.load(QStringLiteral(":/translations/temper_zh_CN.qm")))
        QCoreApplication::installTranslator(&m_ownTexts);
}

} // namespace temper
