#include "app/desktop/panes/history_bar.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "app/bench/runner.h"
#include "signals/source.h"
#include "widgets/copying/say.h"
#include "widgets/focus/tab_order.h"
#include "widgets/history/history_strip.h"
#include "widgets/words/translated.h"

namespace desktop {

namespace {

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
        lanes.push_back({branch_name(time, b), branch.parent, signals::seconds_of(branch.fork),
                         signals::seconds_of(b == time.present ? time.now : branch.tip)});
    }
    return lanes;
}

}  // namespace

QString branch_name(const bench::TimeView& time, int branch) {
    const std::string& given = (*time.branches)[static_cast<std::size_t>(branch)].name;
    return given.empty() ? HistoryBar::tr("Branch %1").arg(time.number_of(branch))
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
                    this)),
      branches_(new QToolButton{this}) {
    branches_->setObjectName(QStringLiteral("branches"));
    branches_->setText(tr("&Branches"));
    branches_->setToolTip(tr("Choose a branch, name it, delete it"));
    branches_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu{branches_};
    branches_->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill_branches(*menu); });
    text_->setObjectName(QStringLiteral("history_text"));
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a drag moves no layout
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(now_);
    row->addWidget(go_on_);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(text_, 1);
    head->addWidget(branches_);
    column->addWidget(strip_);
    column->addLayout(head);
    column->addLayout(row);
    widgets::set_tab_order({strip_, branches_, now_, go_on_});
    strip_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(strip_, &QWidget::customContextMenuRequested, this,
            [this, menu](const QPoint& at) { menu->popup(strip_->mapToGlobal(at)); });
    connect(strip_, &widgets::HistoryStrip::rename_requested, this, &HistoryBar::rename);
    connect(strip_, &widgets::HistoryStrip::delete_requested, this, &HistoryBar::remove);
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

void HistoryBar::fill_branches(QMenu& menu) {
    menu.clear();
    if (!view_ || !view_->time.branches) return;
    const bench::TimeView& time = view_->time;
    for (int b = 0; b < static_cast<int>(time.branches->size()); ++b) {
        const bench::BranchView& branch = (*time.branches)[static_cast<std::size_t>(b)];
        const double tip = signals::seconds_of(b == time.present ? time.now : branch.tip);
        QAction* action = menu.addAction(tr("%1: %2 to %3 s")
                                             .arg(branch_name(time, b))
                                             .arg(signals::seconds_of(branch.fork), 0, 'f', 1)
                                             .arg(tip, 0, 'f', 1),
                                         this, [this, b, tip] { look(b, tip); });
        action->setCheckable(true);
        action->setChecked(b == time.branch);
    }
    menu.addSeparator();
    const QString shown = branch_name(time, time.branch);
    menu.addAction(tr("&Name %1\u2026").arg(shown), this, &HistoryBar::rename)
        ->setObjectName(QStringLiteral("rename_branch"));
    QAction* away = menu.addAction(tr("&Delete %1\u2026").arg(shown), this, &HistoryBar::remove);
    away->setObjectName(QStringLiteral("delete_branch"));
    away->setEnabled(time.branch != time.present);
}

std::function<void(const std::string&)> HistoryBar::tell_error() {
    return [this](const std::string& error) {
        if (error.empty()) return;
        QMetaObject::invokeMethod(
            this, [this, why = QString::fromStdString(error)] { widgets::say(*this, why); });
    };
}

void HistoryBar::rename() {
    if (!view_ || !view_->time.branches) return;
    const bench::TimeView& time = view_->time;
    auto* dialog = new QInputDialog{this};
    dialog->setObjectName(QStringLiteral("branch_name"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    dialog->setWindowTitle(tr("Name of the branch"));
    dialog->setLabelText(
        tr("Name of %1; without one it has its number:").arg(branch_name(time, time.branch)));
    dialog->setTextValue(
        QString::fromStdString((*time.branches)[static_cast<std::size_t>(time.branch)].name));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, number = time.number_of(time.branch)](const QString& name) {
                bench_.runner.rename_branch(number, name.trimmed().toStdString(), tell_error());
            });
    dialog->show();
}

void HistoryBar::remove() {
    if (!view_ || !view_->time.branches) return;
    const bench::TimeView& time = view_->time;
    const QString name = branch_name(time, time.branch);
    if (time.branch == time.present)
        return widgets::say(
            *this, tr("The run is in %1: go on from another branch to delete it").arg(name));
    auto* box = new QMessageBox{
        QMessageBox::Question, tr("Delete a branch"),
        tr("Delete %1? What was run in it alone is gone then; what other branches went on from "
           "stays.")
            .arg(name),
        QMessageBox::Cancel, this};
    box->setObjectName(QStringLiteral("delete_question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    QPushButton* yes = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("delete_yes"));
    connect(yes, &QPushButton::clicked, this, [this, number = time.number_of(time.branch)] {
        bench_.runner.delete_branch(number, tell_error());
    });
    box->show();
}

void HistoryBar::show_view(const ViewPtr& view) {
    view_ = view;
    const bench::TimeView& time = view->time;
    setVisible(time.kept);
    if (!time.kept) return;
    strip_->show_run(lanes_of(time), time.present, {time.branch, signals::seconds_of(time.goal)},
                     time.looking);
    now_->setEnabled(time.looking);
    go_on_->setEnabled(time.looking && !time.is_too_much());
    show_text();
}

void HistoryBar::show_text() {
    const bench::TimeView& time = view_->time;
    const QString moment = strip_->moment_text();
    text_->setWordWrap(time.there && time.is_too_much());  // that is long, and has to be read
    if (!time.looking)
        text_->setText(tr("Now: %1").arg(moment));
    else if (!time.there)
        text_->setText(
            tr("Going to %1 \u2026 %2 s").arg(moment).arg(view_->simulated_seconds, 0, 'f', 1));
    else if (time.is_too_much())
        text_->setText(
            tr("Looking at %1; %2: delete a branch to go on from here")
                .arg(moment, QString::fromStdString(why_full(time.room).in(widgets::words))));
    else
        text_->setText(tr("Looking at %1; the run stands still").arg(moment));
}

}  // namespace desktop
