// The text of a notice: in as many lines as its width makes of it, kMostNoticeLines at most. What
// does not fit ends in an ellipsis; the whole text is the tool tip and what a screen reader says.
#pragma once

#include <QLabel>
#include <QStringList>

namespace widgets {

inline constexpr int kMostNoticeLines = 3;

// `text` in lines of `width` pixels, broken at words and, where one is longer than a line (a path),
// inside it. Of more than `most` lines the last one is elided.
[[nodiscard]] QStringList wrapped(const QString& text, const QFont& font, int width, int most);

class NoticeText : public QLabel {
    Q_OBJECT
 public:
    explicit NoticeText(QWidget* parent = nullptr);

    void show_text(const QString& text);
    [[nodiscard]] const QString& whole_text() const { return text_; }

    // Narrow: a bar gives what it has to the buttons first.
    [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

 private:
    void fit();

    QString text_;
};

}  // namespace widgets
