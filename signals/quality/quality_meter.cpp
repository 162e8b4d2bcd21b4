#include "signals/quality/quality_meter.h"

#include <fmt/format.h>

#include <cmath>
#include <complex>
#include <deque>
#include <optional>
#include <stdexcept>
#include <utility>

#include "signals/quality/half_cycles.h"
#include "signals/quality/history.h"

namespace signals {
namespace {

constexpr double kDeadShare = 0.02;      // of the declared voltage's peak: no crossing below
constexpr double kDeadVolts = 0.05;      // the least of it
constexpr double kLookAhead = 64.0;      // rows beyond a window that its resampling reaches
constexpr double kFrequencySpan = 10.0;  // s

void check(const QualitySettings& s) {
    if (s.nominal != 50.0 && s.nominal != 60.0)
        throw std::invalid_argument(
            fmt::format("nominal frequency {:g} Hz; 50 and 60 are allowed", s.nominal));
    if (!(s.rate >= 8.0 * s.nominal))
        throw std::invalid_argument(
            fmt::format("{:.5g} rows a second are too few for power quality: at least 8 a cycle of "
                        "{:g} Hz",
                        s.rate, s.nominal));
}

int cycles_of(double nominal) { return nominal == 50.0 ? 10 : 12; }

}  // namespace

struct QualityMeter::Parts {
    Parts(const QualitySettings& s, QualityObserver o)
        : settings(s),
          observer(std::move(o)),
          history(static_cast<std::size_t>(s.rate * (cycles_of(s.nominal) + 8) / 40.0)),
          spectrum(cycles_of(s.nominal)),
          events(s.declared > 0.0 ? s.declared : 1.0, s.limits,
                 s.declared > 0.0 ? s.phases : std::array<bool, 3>{}) {
        const double dead = std::max(kDeadVolts, kDeadShare * s.declared * 1.4142);
        for (std::size_t x = 0; x < 3; ++x) clocks.emplace_back(s.rate, s.nominal, dead);
    }

    void step(const std::array<double, kQualityChannels>& row);
    void crossing(std::size_t phase, double at);
    void cycle(std::size_t phase, double from, double to);
    void window_border(double at);
    void count_frequency(double at);
    void close_due_windows(bool all);
    void close_window(double from, double to);
    [[nodiscard]] double seconds(double row) const { return settings.start + row / settings.rate; }

    QualitySettings settings;
    QualityObserver observer;
    History history;
    SpectrumAnalyzer spectrum;
    EventDetector events;
    std::vector<HalfCycles> clocks;
    std::array<std::array<std::optional<double>, 2>, 3> last{};  // crossings, newest first
    std::optional<double> window_begin;                          // row
    int half_cycles = 0;                                         // since window_begin
    double latest_event = -1.0;                                  // s, when one last went on
    std::deque<std::pair<double, double>> due;  // windows that wait for rows behind them
    std::optional<double> count_begin;          // row, of the frequency being counted
    double count_last = 0.0;
    int count = 0;  // half cycles
};

void QualityMeter::Parts::step(const std::array<double, kQualityChannels>& row) {
    history.add(row);
    for (std::size_t x = 0; x < 3; ++x) {
        if (const auto at = clocks[x].step(row[x])) crossing(x, *at);
    }
    if (!due.empty()) close_due_windows(false);
}

void QualityMeter::Parts::crossing(std::size_t phase, double at) {
    auto& before = last[phase];
    if (before[1]) cycle(phase, *before[1], at);
    before = {at, before[0]};
    if (phase != settings.reference) return;
    window_border(at);
    count_frequency(at);
}

void QualityMeter::Parts::cycle(std::size_t phase, double from, double to) {
    if (from < 0.0 || !settings.phases[phase]) return;
    CycleValues out{.phase = phase, .begin = seconds(from), .end = seconds(to)};
    out.voltage = std::sqrt(history.mean_square(phase, from, to));
    out.current = std::sqrt(history.mean_square(phase + 3, from, to));
    if (observer.cycle) {
        out.real = history.mean_product(phase, from, to);
        const auto volts = history.fundamental(phase, from, to);
        const auto amps = history.fundamental(phase + 3, from, to);
        out.reactive = (volts * std::conj(amps)).imag();
        observer.cycle(out);
    }
    const auto ended = events.add(phase, out.voltage, out.begin, out.end);
    if (!ended.empty() || events.flagged()) latest_event = out.end;
    for (const QualityEvent& event : ended) {
        if (observer.event) observer.event(event);
    }
}

void QualityMeter::Parts::window_border(double at) {
    if (!window_begin) {
        if (at >= 0.0) window_begin = at;
        return;
    }
    if (++half_cycles < 2 * cycles_of(settings.nominal)) return;
    due.emplace_back(*window_begin, at);
    window_begin = at;
    half_cycles = 0;
}

void QualityMeter::Parts::count_frequency(double at) {
    const HalfCycles& clock = clocks[settings.reference];
    if (!clock.locked()) count_begin.reset();
    if (!count_begin) {
        count_begin = at;
        count = 0;
    } else if (++count % 2 == 0) {
        count_last = at;
        if (at - *count_begin + clock.period() > kFrequencySpan * settings.rate) {
            if (observer.frequency)
                observer.frequency({seconds(*count_begin),
                                    0.5 * count * settings.rate / (count_last - *count_begin)});
            count_begin = at;
            count = 0;
        }
    }
}

void QualityMeter::Parts::close_due_windows(bool all) {
    while (!due.empty()) {
        const auto [from, to] = due.front();
        if (!all && to + kLookAhead > static_cast<double>(history.size())) return;
        due.pop_front();
        close_window(from, to);
    }
}

void QualityMeter::Parts::close_window(double from, double to) {
    if (!observer.window) return;
    QualityWindow out;
    out.begin = seconds(from);
    out.end = seconds(to);
    out.cycles = cycles_of(settings.nominal);
    out.frequency = out.cycles * settings.rate / (to - from);
    for (std::size_t c = 0; c < kQualityChannels; ++c)
        out.rms[c] = std::sqrt(history.mean_square(c, from, to));
    for (std::size_t x = 0; x < 3; ++x) out.real[x] = history.mean_product(x, from, to);
    const WindowSpectrum all = spectrum.window(history, from, to);
    out.reactive = all.reactive;
    out.spectrum = all.channel;
    const auto first = [&](std::size_t c) { return out.spectrum[c].phasor[1]; };
    out.voltage = symmetry({first(0), first(1), first(2)});
    out.current = symmetry({first(3), first(4), first(5)});
    out.flagged = events.flagged() || latest_event > out.begin;
    observer.window(out);
}

QualityMeter::QualityMeter(const QualitySettings& settings, QualityObserver observer) {
    check(settings);
    parts_ = std::make_unique<Parts>(settings, std::move(observer));
}

QualityMeter::~QualityMeter() = default;

void QualityMeter::add(const QualityBlock& block) {
    std::array<double, kQualityChannels> row{};
    for (std::size_t n = 0; n < block[0].size(); ++n) {
        for (std::size_t c = 0; c < kQualityChannels; ++c) row[c] = block[c][n];
        parts_->step(row);
    }
}

void QualityMeter::finish() {
    for (std::size_t x = 0; x < 3; ++x) {
        while (const auto at = parts_->clocks[x].next()) parts_->crossing(x, *at);
    }
    parts_->close_due_windows(true);
    if (!parts_->observer.event) return;
    for (const QualityEvent& event : parts_->events.open()) parts_->observer.event(event);
}

}  // namespace signals
