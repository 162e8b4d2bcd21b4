#include "app/desktop/panes/trend_pane.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/bench/records.h"
#include "app/desktop/register_text.h"
#include "core/registers/table.h"
#include "signals/source.h"
#include "widgets/copying/say.h"
#include "widgets/picture/picture_colours.h"
#include "widgets/trend/trend_plot.h"

namespace desktop {

namespace {

constexpr std::size_t kMostCurves = 6;
constexpr double kLongest = 12 * 86'400.0;  // s, what the recorder keeps
constexpr const char* kFirstCurves[] = {"kw_total", "kvar_total", "v_ln_avg"};

int row_called(const char* name) {
    const meter::RegisterRow* row = meter::find_register(std::string_view{name});
    return static_cast<int>(row - meter::register_table().data());
}

const meter::RegisterRow& row_at(int row) {
    return meter::register_table()[static_cast<std::size_t>(row)];
}

QString name_of(int row) {
    return QStringLiteral("%1 %2")
        .arg(row_at(row).number)
        .arg(QString::fromLatin1(row_at(row).name));
}

QIcon line_icon(const QPen& pen) {
    QPixmap picture{22, 12};
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    painter.setPen(pen);
    painter.drawLine(0, 6, 22, 6);
    return QIcon{picture};
}

}  // namespace

TrendPane::TrendPane(const Bench& bench, QWidget* parent)
    : Pane(parent),
      bench_(bench),
      chooser_(new QComboBox{this}),
      legend_(new QHBoxLayout),
      live_(new QToolButton{this}),
      plot_(new widgets::TrendPlot{this}) {
    make_chooser();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(4, 2, 4, 2);
    head->addWidget(chooser_);
    head->addLayout(legend_, 1);
    head->addWidget(live_);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(plot_, 1);
    setFocusProxy(plot_);
    connect(plot_, &widgets::TrendPlot::zoom_requested, this, [this](double factor, double at) {
        const double span = std::clamp(window_.span * factor, 10.0, kLongest);
        window_ = widgets::zoomed(window_, span / window_.span, following_ ? 1.0 : at);
        redraw();
    });
    connect(plot_, &widgets::TrendPlot::pan_requested, this, [this](double part) {
        window_ = widgets::panned(window_, part);
        live_->setChecked(false);
        redraw();
    });
    connect(plot_, &widgets::TrendPlot::newest_requested, this,
            [this] { live_->setChecked(true); });
    connect(live_, &QToolButton::toggled, this, [this](bool on) {
        following_ = on;
        redraw();
    });
    for (const char* name : kFirstCurves) add(row_called(name));
}

void TrendPane::make_chooser() {
    chooser_->setObjectName(QStringLiteral("trend_register"));
    chooser_->setAccessibleName(tr("Add a register"));
    chooser_->setToolTip(tr("Type a number or a part of a name; Enter adds its curve"));
    chooser_->setEditable(true);
    chooser_->setInsertPolicy(QComboBox::NoInsert);
    for (int row = 0; row < static_cast<int>(meter::register_table().size()); ++row) {
        chooser_->addItem(name_of(row));
        chooser_->setItemData(row, description_of(row_at(row)), Qt::ToolTipRole);
    }
    chooser_->completer()->setFilterMode(Qt::MatchContains);
    chooser_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    chooser_->setCurrentIndex(-1);
    chooser_->setMinimumContentsLength(16);
    connect(chooser_, &QComboBox::activated, this, &TrendPane::add);
    live_->setObjectName(QStringLiteral("trend_live"));
    live_->setText(tr("Live"));
    live_->setToolTip(tr("Follow the newest values (Home)"));
    live_->setCheckable(true);
    live_->setChecked(true);
}

void TrendPane::add(int row) {
    if (row < 0 || std::find(rows_.begin(), rows_.end(), row) != rows_.end()) return;
    if (rows_.size() >= kMostCurves)
        return widgets::say(*this, tr("%1 curves at most: remove one first").arg(kMostCurves));
    append(row);
    redraw();
}

void TrendPane::append(int row) {
    rows_.push_back(row);
    auto* entry = new QToolButton{this};
    entry->setObjectName(QStringLiteral("trend_curve_%1").arg(row_at(row).number));
    entry->setText(name_of(row));
    entry->setToolTip(description_of(row_at(row)) + QLatin1Char{'\n'} + tr("Remove this curve"));
    entry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    entry->setAutoRaise(true);
    connect(entry, &QToolButton::clicked, this, [this, row] { remove(row); });
    legend_->addWidget(entry);
    setTabOrder(entry, plot_);
}

void TrendPane::remove(int row) {
    take_out(row);
    redraw();
}

void TrendPane::take_out(int row) {
    const auto found = std::find(rows_.begin(), rows_.end(), row);
    if (found == rows_.end()) return;
    QLayoutItem* entry = legend_->takeAt(static_cast<int>(found - rows_.begin()));
    entry->widget()->deleteLater();
    delete entry;
    rows_.erase(found);
}

// The meters of a bus have one time axis, but each is looked at where a person has left it. Time
// may have been turned back since, behind what was on show: then it is the newest.
void TrendPane::change_meter(const bench::View& view) {
    const Chosen before{rows_, left_.value_or(Left{window_, following_})};
    others_[meter_] = before;
    meter_ = view.meter;
    left_.reset();
    looked_at_.reset();
    const Chosen now = others_.try_emplace(meter_, before).first->second;
    while (!rows_.empty()) take_out(rows_.back());
    for (const int row : now.rows) append(row);
    show_at(now.at, view);
}

void TrendPane::show_view(const ViewPtr& view) {
    if (view->meter != meter_) change_meter(*view);
    if (view->time.looking) return look(*view);
    if (looked_at_) return come_back(*view);
    if (!following_) return;
    window_.start = view->simulated_seconds - window_.span;
    redraw();
}

void TrendPane::look(const bench::View& view) {
    const bench::TrendRecorder::Moment moment{view.time.number_of(view.time.branch),
                                              view.time.goal};
    if (!left_) left_ = Left{window_, following_};
    if (!looked_at_ || !(*looked_at_ == moment)) live_->setChecked(true);
    looked_at_ = moment;
    if (following_) window_.start = signals::seconds_of(moment.frame) - window_.span;
    redraw();
}

void TrendPane::come_back(const bench::View& view) {
    const Left at = *left_;
    left_.reset();
    looked_at_.reset();
    show_at(at, view);
}

// From another branch there is nothing to come back to but the newest.
void TrendPane::show_at(const Left& at, const bench::View& view) {
    const bool follows = at.following || view.simulated_seconds < at.window.start;
    window_ = at.window;
    live_->setChecked(follows);
    if (follows) window_.start = view.simulated_seconds - window_.span;
    redraw();
}

widgets::TrendCurve TrendPane::curve_of(int row) const {
    const bench::TrendRecorder& trends = bench_.records.trends(meter_);
    const auto at = static_cast<std::size_t>(row);
    const bench::Strip strip =
        looked_at_ ? trends.strip(at, window_.start, window_.end(), plot_->columns(), *looked_at_)
                   : trends.strip(at, window_.start, window_.end(), plot_->columns());
    widgets::TrendCurve curve{QString::fromLatin1(row_at(row).name),
                              units_of(row_at(row)),
                              strip.first,
                              strip.step,
                              {},
                              {}};
    for (const bench::Extent& part : strip.parts) {
        curve.least.push_back(part.least);
        curve.most.push_back(part.most);
    }
    return curve;
}

void TrendPane::redraw() {
    std::vector<widgets::TrendCurve> curves;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        curves.push_back(curve_of(rows_[i]));
        auto* entry = qobject_cast<QToolButton*>(legend_->itemAt(static_cast<int>(i))->widget());
        if (entry->icon().isNull())
            entry->setIcon(line_icon(widgets::TrendPlot::pen_of(
                static_cast<int>(i), widgets::picture_colours(palette()))));
    }
    plot_->show_curves(std::move(curves), window_);
}

}  // namespace desktop
