#include "app/desktop/panes/scope_pane.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <array>
#include <cmath>

#include "app/bench/records.h"
#include "app/bench/runner.h"
#include "app/desktop/translate.h"
#include "signals/source.h"
#include "widgets/copying/copying.h"
#include "widgets/scope/scope_widget.h"

namespace desktop {

namespace {

using bench::ScopeChannel;
using widgets::ScopeSettings;

struct Channel {
    ScopeChannel channel;
    const char* name;
    int phase, pane;
};
struct ScopeView {
    const char* title;
    const char* units[2];
    std::vector<Channel> channels;
};

const std::vector<ScopeView>& views() {
    using enum ScopeChannel;
    // clang-format off
    static const std::vector<ScopeView> kViews{
        {QT_TRANSLATE_NOOP("desktop::ScopePane", "Terminals"), {"V", "A"},
         {{va, "VA", 0, 0}, {vb, "VB", 1, 0}, {vc, "VC", 2, 0},
          {ia, "IA", 0, 1}, {ib, "IB", 1, 1}, {ic, "IC", 2, 1}}},
        {QT_TRANSLATE_NOOP("desktop::ScopePane", "After the integrator"), {"V", "A"},
         {{chain_va, "VA", 0, 0}, {chain_vb, "VB", 1, 0}, {chain_vc, "VC", 2, 0},
          {chain_ia, "IA", 0, 1}, {chain_ib, "IB", 1, 1}, {chain_ic, "IC", 2, 1}}},
        {QT_TRANSLATE_NOOP("desktop::ScopePane", "Converter counts"), {"counts", "counts"},
         {{adc_va, "VA", 0, 0}, {adc_vb, "VB", 1, 0}, {adc_vc, "VC", 2, 0},
          {adc_ia, "IA", 0, 1}, {adc_ib, "IB", 1, 1}, {adc_ic, "IC", 2, 1}, {adc_in, "IN", 3, 1}}},
    };
    // clang-format on
    return kViews;
}

const ScopeView& view_of(const ScopeSettings& settings) {
    return views()[static_cast<std::size_t>(settings.view)];
}

const Channel& source_of(const ScopeSettings& settings) {
    return view_of(settings).channels[static_cast<std::size_t>(settings.source)];
}

QStringList view_names() {
    QStringList names;
    for (const ScopeView& view : views()) names.append(ScopePane::tr(view.title));
    return names;
}

widgets::ScopeTrace trace_of(const bench::ScopeRecorder& recorder, const Channel& channel,
                             const widgets::TimeWindow& window, int columns) {
    constexpr double rate = signals::kFrameRate;
    const double delay = bench::sampling_delay(channel.channel);
    const bench::Strip strip = recorder.strip(channel.channel, window.start * rate - delay,
                                              window.end() * rate - delay, columns);
    widgets::ScopeTrace trace{QString::fromLatin1(channel.name),
                              channel.phase,
                              channel.pane,
                              (strip.first + delay) / rate,
                              strip.step / rate,
                              strip.exact,
                              {},
                              {}};
    trace.least.reserve(strip.parts.size());
    trace.most.reserve(strip.parts.size());
    for (const bench::Extent& part : strip.parts) {
        trace.least.push_back(part.least);
        trace.most.push_back(part.most);
    }
    return trace;
}

}  // namespace

ScopePane::ScopePane(const Bench& bench, QWidget* parent)
    : Pane(parent),
      bench_(bench),
      controls_(new widgets::ScopeControls{view_names(), this}),
      screen_(new widgets::ScopeWidget{this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(controls_);
    column->addWidget(screen_, 1);
    setFocusProxy(screen_);
    connect(controls_, &widgets::ScopeControls::changed, this, &ScopePane::set);
    connect(controls_, &widgets::ScopeControls::cursors_toggled, screen_,
            &widgets::ScopeWidget::show_cursors);
    connect(screen_, &widgets::ScopeWidget::cursors_toggled, controls_,
            &widgets::ScopeControls::show_cursors);
    connect(screen_, &widgets::ScopeWidget::zoom_requested, this, [this](double factor, double at) {
        sweep().zoom(factor, sweep().running() ? (sweep().trigger() ? kTriggerAt : 1.0) : at);
        redraw();
    });
    connect(screen_, &widgets::ScopeWidget::pan_requested, this, [this](double part) {
        sweep().pan(part);
        redraw();
    });
    connect(screen_, &widgets::ScopeWidget::newest_requested, this, [this] {
        sweep().run();
        redraw();
    });
    widgets::offer_copying(*screen_, {[this] { return screen_->cursor_text(); },
                                      [this] { return csv(); }, true, QStringLiteral("scope")});
    set(controls_->settings());
}

ScopePane::~ScopePane() = default;

void ScopePane::looked_at(bool now) { bench_.runner.record_waveforms(now); }

const bench::ScopeRecorder& ScopePane::recorder() const {
    return bench_.records.scope(looked_.has_value());
}

void ScopePane::change_meter(std::size_t meter) {
    meter_ = meter;
    looked_.reset();
    sweep_.run();
    redraw();
}

void ScopePane::show_view(const ViewPtr& view) {
    if (view->meter != meter_) change_meter(view->meter);
    if (view->time.looking) {
        if (view->time.there) look(view->time);
        return;
    }
    const bool returned = looked_.has_value();
    looked_.reset();
    if (returned || sweep_.running()) redraw();
}

// The same moment stays as a person has moved it; another one is shown up to its end.
void ScopePane::look(const bench::TimeView& time) {
    if (!looked_) looked_.emplace().sweep = sweep_;
    if (looked_->branch != time.branch || looked_->frame != time.goal) looked_->sweep.run();
    looked_->branch = time.branch;
    looked_->frame = time.goal;
    if (looked_->sweep.running()) redraw();
}

void ScopePane::set(const ScopeSettings& settings) {
    const ScopeView& view = view_of(settings);
    QStringList names;
    for (const Channel& channel : view.channels) names.append(QString::fromLatin1(channel.name));
    controls_->show_sources(names, QString::fromLatin1(view.units[source_of(settings).pane]));
    if (settings.span != sweep().window().span) sweep().set_span(settings.span);
    if (settings.running) {
        sweep().run();
    } else {
        sweep().hold();
    }
    redraw();
}

void ScopePane::advance(const ScopeSettings& settings) {
    const ScopeChannel source = source_of(settings).channel;
    if (!looked_)
        sweep_.advance(recorder(), settings, source);
    else if (looked_->sweep.running())
        looked_->sweep.show_end(recorder(), settings, source);
}

void ScopePane::redraw() {
    ScopeSettings settings = controls_->settings();
    advance(settings);
    const ScopeView& view = view_of(settings);
    widgets::ScopePicture picture{sweep().window(), sweep().trigger(), {}, {}, {}};
    picture.titles = {tr("Voltage"), tr("Current")};
    picture.units = {QString::fromLatin1(view.units[0]), QString::fromLatin1(view.units[1])};
    for (const Channel& channel : view.channels)
        picture.traces.push_back(trace_of(recorder(), channel, picture.window, screen_->columns()));
    screen_->show_picture(std::move(picture));
    settings.span = sweep().window().span;
    settings.running = sweep().running();
    if (!(settings == controls_->settings())) controls_->show_settings(settings);
}

QString ScopePane::csv() const {
    const auto& traces = screen_->picture().traces;
    QString out = QStringLiteral("time_s");
    const auto head = [&out](const QString& name) { out += QLatin1Char{','} + name; };
    for (const auto& trace : traces) {
        if (trace.exact) {
            head(trace.name);
        } else {
            head(trace.name + QStringLiteral("_min"));
            head(trace.name + QStringLiteral("_max"));
        }
    }
    const std::size_t rows = traces.empty() ? 0 : traces.front().least.size();
    for (std::size_t r = 0; r < rows; ++r) {
        const double time = traces.front().first + static_cast<double>(r) * traces.front().step;
        out += QLatin1Char{'\n'} + QString::number(time, 'f', 7);
        for (const auto& trace : traces) {
            const bool there = r < trace.least.size();
            const auto number = [&](float value) {
                return QLatin1Char{','} +
                       (there ? QString::number(static_cast<double>(value), 'g', 8) : QString{});
            };
            out += number(there ? trace.least[r] : 0.0F);
            if (!trace.exact) out += number(there ? trace.most[r] : 0.0F);
        }
    }
    return out + QLatin1Char{'\n'};
}

void ScopePane::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) return Pane::keyPressEvent(event);
    ScopeSettings settings = controls_->settings();
    settings.running = !sweep().running();
    controls_->show_settings(settings);
    set(settings);
}

}  // namespace desktop
