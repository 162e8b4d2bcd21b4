#include "widgets/scope/scope_controls.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/scope/scope_geometry.h"

namespace widgets {

namespace {

constexpr std::array kSpans{0.001, 0.0025, 0.005, 0.01,  0.025,   0.05,    0.1,
                            0.25,  0.5,    1.0,   2.5,   5.0,     10.0,    25.0,
                            50.0,  100.0,  250.0, 500.0, 1'000.0, 3'600.0, 10'000.0};

QStringList span_names() {
    QStringList names;
    for (const double span : kSpans)
        names.append(ScopeControls::tr("%1/div").arg(duration_text(span / kTimeDivisions)));
    return names;
}

int nearest_span(double span) {
    int best = 0;
    for (int i = 0; i < static_cast<int>(kSpans.size()); ++i) {
        const auto distance = [span](int k) {
            return std::abs(std::log(kSpans[static_cast<std::size_t>(k)] / span));
        };
        if (distance(i) < distance(best)) best = i;
    }
    return best;
}

}  // namespace

ScopeControls::ScopeControls(const QStringList& views, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scope_controls"));
    view_ = combo("scope_view", views,
                  tr("Which point of the signal path: the terminals, the converter's counts, the "
                     "samples after the digital integrator (against the system type's reference)"));
    time_ =
        combo("scope_time", span_names(), tr("Time per division; ten divisions fill the screen"));
    source_ =
        combo("scope_source", {}, tr("Trigger source: the signal that holds the picture still"));
    level_ = new QDoubleSpinBox{this};
    level_->setObjectName(QStringLiteral("scope_level"));
    level_->setAccessibleName(tr("Trigger level"));
    level_->setToolTip(tr("Trigger level, in the unit of the source"));
    level_->setRange(-1e7, 1e7);
    level_->setDecimals(1);
    level_->setKeyboardTracking(false);
    level_->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("-88888.8 V")) + 24);
    edge_ = combo("scope_edge", {QStringLiteral("\u2197"), QStringLiteral("\u2198")},
                  tr("Trigger edge: rising or falling through the level"));
    mode_ = combo("scope_mode", {tr("Auto"), tr("Normal"), tr("Single")},
                  tr("Auto: runs on without a trigger. Normal: shows only what triggered. Single: "
                     "stops at the first trigger"));
    run_ = button("scope_run", tr("Run"), tr("Run or hold the picture (space); the meter goes on"));
    cursors_ = button("scope_cursors", tr("Cursors"),
                      tr("Two cursors: time, value, differences, frequency (C)"));
    run_->setChecked(true);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(4, 2, 4, 2);
    row->setSpacing(4);
    for (QWidget* widget :
         std::array<QWidget*, 8>{view_, time_, source_, edge_, level_, mode_, run_, cursors_})
        row->addWidget(widget);
    row->addStretch(1);
    for (QComboBox* box : {view_, time_, source_, edge_, mode_})
        connect(box, &QComboBox::activated, this, [this] { read(); });
    connect(level_, &QDoubleSpinBox::valueChanged, this, [this] { read(); });
    connect(run_, &QToolButton::clicked, this, [this] { read(); });
    connect(cursors_, &QToolButton::toggled, this, &ScopeControls::cursors_toggled);
    show_settings(settings_);
}

QToolButton* ScopeControls::button(const char* name, const QString& text, const QString& tip) {
    auto* made = new QToolButton{this};
    made->setObjectName(QString::fromLatin1(name));
    made->setText(text);
    made->setToolTip(tip);
    made->setCheckable(true);
    return made;
}

QComboBox* ScopeControls::combo(const char* name, const QStringList& items, const QString& tip) {
    auto* made = new QComboBox{this};
    made->setObjectName(QString::fromLatin1(name));
    made->addItems(items);
    made->setToolTip(tip);
    made->setAccessibleName(tip.section(QLatin1Char{':'}, 0, 0).section(QLatin1Char{';'}, 0, 0));
    made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return made;
}

void ScopeControls::show_sources(const QStringList& names, const QString& unit) {
    const QSignalBlocker quiet{source_};
    source_->clear();
    source_->addItems(names);
    source_->setCurrentIndex(settings_.source);
    level_->setSuffix(QLatin1Char{' '} + unit);
}

void ScopeControls::show_settings(const ScopeSettings& settings) {
    settings_ = settings;
    const QSignalBlocker quiet_level{level_};
    view_->setCurrentIndex(settings.view);
    time_->setCurrentIndex(nearest_span(settings.span));
    source_->setCurrentIndex(settings.source);
    level_->setValue(settings.level);
    edge_->setCurrentIndex(settings.rising ? 0 : 1);
    mode_->setCurrentIndex(settings.mode);
    run_->setChecked(settings.running);
}

void ScopeControls::show_cursors(bool on) {
    const QSignalBlocker quiet{cursors_};
    cursors_->setChecked(on);
}

void ScopeControls::read() {
    const bool new_view = view_->currentIndex() != settings_.view;
    if (sender() == time_) settings_.span = kSpans[static_cast<std::size_t>(time_->currentIndex())];
    settings_.view = view_->currentIndex();
    settings_.source = new_view ? 0 : std::max(source_->currentIndex(), 0);
    settings_.level = level_->value();
    settings_.rising = edge_->currentIndex() == 0;
    settings_.mode = static_cast<ScopeSettings::Mode>(mode_->currentIndex());
    settings_.running = run_->isChecked() || sender() == mode_;
    run_->setChecked(settings_.running);
    Q_EMIT changed(settings_);
}

}  // namespace widgets
