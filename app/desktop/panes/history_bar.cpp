#include "app/desktop/panes/history_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

#include "app/bench/runner.h"
#include "signals/source.h"
#include "widgets/history/history_strip.h"

namespace desktop {

namespace {

double seconds_of(std::int64_t frame) { return static_cast<double>(frame) / signals::kFrameRate; }

QPushButton* button(const char* name, const QString& text, const QString& tip, QWidget* parent) {
    auto* out = new QPushButton{text, parent};
    out->setObjectName(QString::fromLatin1(name));
    out->setToolTip(tip);
    out->setEnabled(false);
    return out;
}

std::vector<widgets::BranchLane> lanes_of(const bench::TimeView& time) {
    std::vector<widgets::BranchLane> lanes;
    for (int b = 0; b < static_cast<int>(time.branches->size()); ++b) {
        const bench::BranchView& branch = (*time.branches)[static_cast<std::size_t>(b)];
        lanes.push_back({branch_name(time, b), branch.parent, seconds_of(branch.fork),
                         seconds_of(b == time.present ? time.now : branch.tip)});
    }
    return lanes;
}

}  // namespace

QString branch_name(const bench::TimeView& time, int branch) {
    const std::string& given = (*time.branches)[static_cast<std::size_t>(branch)].name;
    return given.empty() ? HistoryBar::tr("Branch %1").arg(branch + 1)
                         : QString::fromStdString(given);
}

HistoryBar::HistoryBar(const Bench& bench, QWidget* parent)
    : QWidget(parent),
      bench_(bench),
      strip_(new widgets::HistoryStrip{this}),
      text_(new QLabel{this}),
      now_(button("back_to_now", tr("Back to &now"), tr("Show the run again where it stands"),
                  this)),
      go_on_(button("go_on", tr("&Continue from here"),
                    tr("Go on from the moment on show, as a new branch; what was run until now "
                       "stays as it is. Running, stepping and every edit do the same"),
                    this)) {
    text_->setObjectName(QStringLiteral("history_text"));
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a drag moves no layout
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(now_);
    row->addWidget(go_on_);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(strip_);
    column->addWidget(text_);
    column->addLayout(row);
    connect(strip_, &widgets::HistoryStrip::moment_requested, this, &HistoryBar::look);
    connect(strip_, &widgets::HistoryStrip::go_on_requested, this,
            [this] { bench_.runner.go_on(); });
    connect(now_, &QPushButton::clicked, this, [this] { bench_.runner.look_at_now(); });
    connect(go_on_, &QPushButton::clicked, this, [this] { bench_.runner.go_on(); });
}

// The right end of the present branch is the run itself, which may have gone on since.
void HistoryBar::look(int branch, double seconds) {
    if (!view_) return;
    const auto frame = static_cast<std::int64_t>(std::llround(seconds * signals::kFrameRate));
    if (branch == view_->time.present && frame >= view_->time.now)
        bench_.runner.look_at_now();
    else
        bench_.runner.look_at(branch, frame);
}

void HistoryBar::show_view(const ViewPtr& view) {
    view_ = view;
    const bench::TimeView& time = view->time;
    setVisible(time.kept);
    if (!time.kept) return;
    strip_->show_run(lanes_of(time), time.present, {time.branch, seconds_of(time.goal)},
                     time.looking);
    now_->setEnabled(time.looking);
    go_on_->setEnabled(time.looking);
    const QString moment = strip_->moment_text();
    if (!time.looking)
        text_->setText(tr("Now: %1").arg(moment));
    else if (!time.there)
        text_->setText(
            tr("Going to %1 \u2026 %2 s").arg(moment).arg(view->simulated_seconds, 0, 'f', 1));
    else
        text_->setText(tr("Looking at %1; the run stands still").arg(moment));
}

}  // namespace desktop
