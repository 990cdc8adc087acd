// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/model_methods.h"

#include "core/common/base/text_file.h"

#include <QTest>

using namespace temper;

class ModelMethodsTest : public QObject {
    Q_OBJECT

private slots:
    void everyMethodIsDocumented()
    {
        SessionMethods methods;
        addModelMethods(methods);
        addEstimateMethods(methods);
        const std::string readme = readTextFile(TEMPER_SOURCE_DIR "/core/common/link/README.md");
        for (const auto& [name, method] : methods)
            QVERIFY2(readme.find("\n| `" + name + "` ") != std::string::npos, name.c_str());
    }

    void onlyWhatIsQuickStandsInTheQuickLane()
    {
        SessionMethods methods;
        addModelMethods(methods);
        addEstimateMethods(methods);
        std::string quick;
        for (const auto& [name, method] : methods)
            if (method.lane == SessionLane::Quick)
                quick += name + " ";
        QCOMPARE(quick, std::string("model.info "));
    }
};

QTEST_GUILESS_MAIN(ModelMethodsTest)
#include "model_methods_test.moc"
