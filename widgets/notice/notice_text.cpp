#include "widgets/notice/notice_text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>

namespace widgets {

namespace {

constexpr int kLeast = 12;                           // characters that a line has at least
constexpr int kLeft = 6, kUpright = 2, kRight = 12;  // pixels around the text

QString line_at(const QString& text, const QTextLine& line) {
    return text.mid(line.textStart(), line.textLength()).trimmed();
}

}  // namespace

QStringList wrapped(const QString& text, const QFont& font, int width, int most) {
    QString shown = text;
    shown.replace(QLatin1Char{'\n'}, QChar::LineSeparator);
    QTextLayout layout{shown, font};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(width);
    layout.endLayout();
    QStringList out;
    for (int n = 0; n < std::min(layout.lineCount(), most); ++n)
        out.append(line_at(shown, layout.lineAt(n)));
    if (layout.lineCount() > most) {
        QString rest = shown.mid(layout.lineAt(most - 1).textStart());
        rest.replace(QChar::LineSeparator, QLatin1Char{' '});
        out.back() = QFontMetrics{font}.elidedText(rest, Qt::ElideRight, width);
    }
    return out;
}

NoticeText::NoticeText(QWidget* parent) : QLabel(parent) {
    setContentsMargins(kLeft, kUpright, kRight, kUpright);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void NoticeText::show_text(const QString& text) {
    text_ = text;
    setAccessibleName(text);
    setToolTip(Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal));  // which is wrapped
    fit();
}

QSize NoticeText::minimumSizeHint() const {
    return {kLeft + kRight + kLeast * fontMetrics().averageCharWidth(),
            QLabel::minimumSizeHint().height()};
}

void NoticeText::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fit();
}

void NoticeText::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit();
}

// The lines change the height that this asks for, never the width, so it comes to rest.
void NoticeText::fit() {
    setText(wrapped(text_, font(), contentsRect().width(), kMostNoticeLines).join(u'\n'));
}

}  // namespace widgets
