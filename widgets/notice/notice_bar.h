// A text with buttons above a window's content: asks without stopping anybody. Notices wait behind
// each other; the oldest is on show, and the bar is hidden while there is none. However long a text
// is, all buttons are to be seen and Tab comes to them.
#pragma once

#include <QToolBar>
#include <deque>
#include <functional>
#include <vector>

namespace widgets {

class NoticeText;

struct NoticeChoice {
    QString text;
    std::function<void()> chosen;
};

struct Notice {
    QString key;  // a newer notice with the same takes the place of an older one
    QString text;
    std::vector<NoticeChoice> choices;  // each ends the notice
};

class NoticeBar : public QToolBar {
    Q_OBJECT
 public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void put(Notice notice);
    void take_away(const QString& key);
    [[nodiscard]] QString text() const;

 private:
    void show_first();

    std::deque<Notice> notices_;
    NoticeText* label_;
    std::vector<QAction*> buttons_;
};

}  // namespace widgets
