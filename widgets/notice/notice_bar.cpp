#include "widgets/notice/notice_bar.h"

#include <QAction>
#include <algorithm>
#include <utility>

#include "widgets/notice/notice_text.h"

namespace widgets {

NoticeBar::NoticeBar(QWidget* parent) : QToolBar(parent), label_(new NoticeText{this}) {
    setObjectName(QStringLiteral("notice_bar"));
    setWindowTitle(tr("Notices"));
    setAccessibleName(tr("Notices"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    toggleViewAction()->setVisible(false);
    label_->setObjectName(QStringLiteral("notice_text"));
    addWidget(label_);
    hide();
}

QString NoticeBar::text() const { return isHidden() ? QString{} : label_->whole_text(); }

void NoticeBar::put(Notice notice) {
    const auto same = std::find_if(notices_.begin(), notices_.end(),
                                   [&](const Notice& n) { return n.key == notice.key; });
    if (same != notices_.end()) {
        *same = std::move(notice);
    } else {
        notices_.push_back(std::move(notice));
    }
    show_first();
}

void NoticeBar::take_away(const QString& key) {
    std::erase_if(notices_, [&](const Notice& n) { return n.key == key; });
    show_first();
}

void NoticeBar::show_first() {
    for (QAction* button : buttons_) {
        removeAction(button);
        button->deleteLater();
    }
    buttons_.clear();
    setVisible(!notices_.empty());
    if (notices_.empty()) return;
    const Notice& first = notices_.front();
    label_->show_text(first.text);
    QWidget* before = label_;
    for (const NoticeChoice& choice : first.choices) {
        QAction* button = addAction(choice.text, this, [this, key = first.key, choice] {
            take_away(key);
            if (choice.chosen) choice.chosen();
        });
        button->setObjectName(QStringLiteral("notice_choice_%1").arg(buttons_.size()));
        buttons_.push_back(button);
        QWidget* reached = widgetForAction(button);
        reached->setFocusPolicy(Qt::TabFocus);  // a tool bar's buttons have none
        setTabOrder(before, reached);
        before = reached;
    }
}

}  // namespace widgets
