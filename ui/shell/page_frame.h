// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the pages the room there is, or the least they need; no page's own wishes make the others scroll.
#pragma once

#include <QWidget>

namespace temper {

class PageFrame : public QWidget {
public:
    explicit PageFrame(QWidget* content)
        : m_content(content)
    {
        content->setParent(this);
    }

protected:
    void resizeEvent(QResizeEvent*) override { m_content->setGeometry(rect()); }

private:
    QWidget* m_content;
};

} // namespace temper
