#include "app/analysis/twin.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/analysis/twin_window.h"
#include "core/metrology/corrections.h"
#include "core/metrology/ranges.h"
#include "core/metrology/sample.h"
#include "core/metrology/scaling.h"
#include "signals/coil/coil.h"
#include "signals/frontend/front_end.h"
#include "signals/frontend/nominal.h"

namespace analysis {
namespace {

using signals::FrontEndSettings;

constexpr std::int64_t kSettleFrames = 8 * 2521;
constexpr std::int64_t kMargin = 300;     // frames behind the last window that ideal filters reach
constexpr double kAmplitudeHertz = 55.0;  // where the core's gains are right (scaling.h)
constexpr double kPreampLsb = 1.5625e-6;  // A at preamp 1
constexpr double kVoltLsb = 156.25e-9;    // V

bool has(Without causes, Cause cause) { return (causes & without(cause)) != 0; }

FrontEndSettings front_end_without(FrontEndSettings s, Without causes) {
    if (has(causes, Cause::rope)) {
        s.coil_mutual_uh = signals::nominal::kMutualUh;
        s.coil_gain_error = {};
        s.coil_position_error = {};
        s.coil_phase_error = {};
        s.coil_pickup_ma_per_v = {};
    }
    if (has(causes, Cause::gain)) s.gain_error = {};
    if (has(causes, Cause::temperature)) {
        s.coil_temperature_ppm = {};
        s.gain_temperature_ppm = {};
        s.offset_temperature_uv = {};
    }
    if (has(causes, Cause::offset)) {
        s.offset_uv = {};
        s.chop_uv = 0.0;
        s.channel_chop_uv = {};
    }
    if (has(causes, Cause::noise)) s.noise = false;
    return s;
}

// What went into the converter, per phase: counts before it, and what they stand for.
struct Take {
    std::array<Wave, 3> voltage_counts, current_counts;
    // At the terminals, at the slots' instants, without what folds down.
    std::array<Wave, 3> slope_counts;  // the currents' slopes, by an ideal front end
    std::array<Wave, 3> volts, amps;
};

void append(Wave& to, const signals::TerminalBlock::Row& row, int frames, double scale = 1.0) {
    for (int n = 0; n < frames; ++n) to.push_back(scale * row[static_cast<std::size_t>(n)]);
}

double gain_at_amplitude_hertz() { return dc_blocker_gain(kAmplitudeHertz / signals::kFrameRate); }

bool beyond(const Wave& x, double limit) {
    return std::any_of(x.begin(), x.end(), [limit](double v) { return std::fabs(v) > limit; });
}

Wave blocked(const Wave& x) { return scaled(dc_blocked(x), 1.0 / gain_at_amplitude_hertz()); }

double coefficient(std::int32_t q24) { return static_cast<double>(q24) * 0x1p-24; }

}  // namespace

struct Twin::Parts {
    Parts(Subject& what, std::span<const ReadingWindow> which, const meter::Calibration& c)
        : subject(what), windows(which.begin(), which.end()), calibration(c) {
        const ReadingWindow& first = windows.front();
        begin = std::max<std::int64_t>(0, first.last_frame - first.frames - kSettleFrames);
        end = windows.back().last_frame + kMargin;
        preamp = meter::preamp_for(static_cast<std::uint16_t>(subject.scenario().meter.ct_primary));
        const Take all = take(kNothing);
        for (std::size_t x = 0; x < 3; ++x) {
            clips = clips || beyond(all.current_counts[x], clip_of(2 * x)) ||
                    beyond(all.voltage_counts[x], clip_of(2 * x + 1));
        }
    }

    // Counts at which a slot's converter, or at least the firmware, clips.
    [[nodiscard]] double clip_of(std::size_t slot) const {
        const FrontEndSettings& s = subject.scenario().front_end;
        const double share = s.clipping ? std::min(100.0, s.channel_clip_percent[slot]) : 100.0;
        return meter::kAdcClip * (share / 100.0);
    }

    [[nodiscard]] Take take(Without causes) const;
    [[nodiscard]] Wave converted(const Wave& counts, std::size_t slot, Without causes) const;
    [[nodiscard]] Wave aligned(const Wave& x, std::size_t slot, Without causes) const;
    [[nodiscard]] std::array<Wave, 3> referred(std::array<Wave, 3> volts) const;
    [[nodiscard]] Wave integrated(const Wave& aligned_counts, std::size_t phase) const;
    [[nodiscard]] Waves waves(const Take& t, Without causes) const;
    [[nodiscard]] Waves ideal_waves(const Take& t) const;
    void currents(const Take& t, Without causes, const Waves& exact, Waves& out) const;
    [[nodiscard]] std::array<Wave, 3> exact_volts(const Take& t, Without causes) const;
    [[nodiscard]] std::array<Wave, 3> exact_amps(const Take& t, Without causes) const;
    [[nodiscard]] Border border(Without causes) const;
    [[nodiscard]] double fade() const;
    void quadrature_factor(Means& m, const ReadingWindow& w, Without causes) const;
    void count_what_was_missed(Means& m, const Waves& sampled, const ReadingWindow& w) const;
    [[nodiscard]] Values values_of_means(const Means& m, Without causes) const;

    Subject& subject;
    std::vector<ReadingWindow> windows;
    meter::Calibration calibration;
    std::int64_t begin = 0, end = 0;  // frames
    int preamp = 1;
    bool clips = false;
};

Take Twin::Parts::take(Without causes) const {
    const FrontEndSettings settings = front_end_without(subject.scenario().front_end, causes);
    const signals::FrontEnd front_end(settings, subject.temperature());
    Variant variant{.rope = !has(causes, Cause::rope),
                    .connection = !has(causes, Cause::connection),
                    .aliases = !has(causes, Cause::aliasing)};
    signals::Source& source = subject.source(variant);
    variant.aliases = false;
    signals::Source& limited = subject.source(variant);
    Take out;
    signals::TerminalBlock block;
    signals::TerminalBlock::Row row;
    const double per_slope = preamp / signals::nominal::kAmpsPerSecondPerCount;
    for (std::int64_t at = begin; at < end; at += block.frames) {
        const auto frames =
            static_cast<int>(std::min<std::int64_t>(signals::kBlockFrames, end - at));
        source.fill(at, frames, signals::Fill::with_current, block);
        for (std::size_t x = 0; x < 3; ++x) {
            const int phase = static_cast<int>(x);
            const auto gain = static_cast<std::uint8_t>(preamp);
            front_end.analog(block, gain, meter::voltage_slot(phase), row);
            append(out.voltage_counts[x], row, frames);
            front_end.analog(block, gain, meter::current_slot(phase), row);
            append(out.current_counts[x], row, frames);
        }
        if (&limited != &source) limited.fill(at, frames, signals::Fill::with_current, block);
        for (std::size_t x = 0; x < 3; ++x) {
            append(out.slope_counts[x], block.slope[x], frames, per_slope);
            append(out.volts[x], block.voltage[x], frames);
            append(out.amps[x], block.current[x], frames);
        }
    }
    return out;
}

Wave Twin::Parts::converted(const Wave& counts, std::size_t slot, Without causes) const {
    Wave out = counts;
    const double limit = clip_of(slot);
    const bool rounds =
        subject.scenario().front_end.quantization && !has(causes, Cause::quantization);
    for (double& x : out) {
        if (!has(causes, Cause::clipping)) x = std::clamp(x, -limit, limit);
        if (rounds) x = std::nearbyint(x);
    }
    return out;
}

Wave Twin::Parts::aligned(const Wave& x, std::size_t slot, Without causes) const {
    const meter::AllPassCoefficients& c = meter::kAlignment[slot];
    const double delay = 2.0 + (static_cast<double>(slot) - 3.0) * 2.0 / 13.0;
    return has(causes, Cause::alignment) ? delayed_ideally(x, delay)
                                         : all_passed(x, coefficient(c.a1), coefficient(c.a2));
}

// As refer() of core/metrology/chain.cpp.
std::array<Wave, 3> Twin::Parts::referred(std::array<Wave, 3> v) const {
    const auto* type =
        meter::find_system_type(static_cast<std::uint16_t>(subject.scenario().meter.system_type));
    if (type->reference == meter::VoltageReference::phase_b) {
        const Wave nothing(v[0].size(), 0.0);
        return {difference(v[0], v[1]), nothing, nothing};
    }
    if (type->reference == meter::VoltageReference::virtual_neutral) {
        const Wave common = scaled(sum(sum(v[0], v[1]), v[2]), 1.0 / 3.0);
        for (Wave& w : v) w = difference(w, common);
    }
    return v;
}

Wave Twin::Parts::integrated(const Wave& aligned_counts, std::size_t phase) const {
    const meter::PhaseCalibration& c = calibration.phase[phase];
    const double gain = 11.0 * 4096.0 / 256.0 * static_cast<double>(meter::kNominalCurrentGain) *
                        0x1p-19 * kPreampLsb / preamp * coefficient(c.current_gain);
    return phase_adjusted(scaled(dc_blocked(leaky_trapezoid(fir3(aligned_counts))), gain),
                          c.phase_adjust);
}

std::array<Wave, 3> Twin::Parts::exact_volts(const Take& t, Without causes) const {
    std::array<Wave, 3> out;
    for (std::size_t x = 0; x < 3; ++x)
        out[x] = delayed_by_one(aligned(t.volts[x], 2 * x + 1, causes));
    return referred(out);
}

std::array<Wave, 3> Twin::Parts::exact_amps(const Take& t, Without causes) const {
    std::array<Wave, 3> out;
    const auto pickup = signals::pickup_of(front_end_without(subject.scenario().front_end, causes));
    for (std::size_t x = 0; x < 3; ++x) {
        out[x] = delayed_by_one(aligned(t.amps[x], 2 * x, causes));
        if (pickup[x] != 0.0)
            out[x] = sum(out[x],
                         scaled(delayed_by_one(aligned(t.volts[x], 2 * x + 1, causes)), pickup[x]));
    }
    return out;
}

void Twin::Parts::currents(const Take& t, Without causes, const Waves& exact, Waves& out) const {
    for (std::size_t x = 0; x < 3; ++x) {
        Wave counts = aligned(converted(t.current_counts[x], 2 * x, causes), 2 * x, causes);
        const Wave& amps = exact.i[x];
        const Wave without_dc = blocked(amps);
        if (has(causes, Cause::integrator)) {
            counts = difference(counts, aligned(t.slope_counts[x], 2 * x, causes));
            out.iq[x] = sum(integrated(counts, x), without_dc);
        } else {
            out.iq[x] = integrated(counts, x);
        }
        out.i[x] =
            has(causes, Cause::dc) ? sum(out.iq[x], difference(amps, without_dc)) : out.iq[x];
    }
}

Waves Twin::Parts::waves(const Take& t, Without causes) const {
    Waves out;
    out.first_frame = begin;
    const double volt = static_cast<double>(meter::kNominalVoltageGain) * 0x1p-11 * kVoltLsb *
                        gain_at_amplitude_hertz();
    std::array<Wave, 3> v;
    for (std::size_t x = 0; x < 3; ++x) {
        const Wave counts =
            aligned(converted(t.voltage_counts[x], 2 * x + 1, causes), 2 * x + 1, causes);
        v[x] =
            delayed_by_one(scaled(counts, volt * coefficient(calibration.phase[x].voltage_gain)));
    }
    v = referred(std::move(v));
    for (std::size_t x = 0; x < 3; ++x) {
        const Wave ac = blocked(v[x]);
        out.v90[x] = has(causes, Cause::quadrature)
                         ? quadrature(ac)
                         : phase_adjusted(scaled(leaky_trapezoid(ac), 1.0 / 32.0), 1025.0);
        out.v[x] = has(causes, Cause::dc) ? v[x] : ac;
    }
    Waves exact;
    exact.i = exact_amps(t, causes);
    currents(t, causes, exact, out);
    return out;
}

Waves Twin::Parts::ideal_waves(const Take& t) const {
    Waves out;
    out.first_frame = begin;
    out.v = exact_volts(t, kEverything);
    out.i = exact_amps(t, kEverything);
    out.iq = out.i;
    for (std::size_t x = 0; x < 3; ++x) {
        out.v90[x] = quadrature(blocked(out.v[x]));
        out.iq[x] = blocked(out.i[x]);
    }
    return out;
}

Border Twin::Parts::border(Without causes) const {
    if (!has(causes, Cause::window)) return Border::firmware;
    return subject.truth_is_steady() ? Border::smooth : Border::truth;
}

double Twin::Parts::fade() const {
    return 2.0 * signals::kFrameRate / subject.scenario().installation.frequency;
}

void Twin::Parts::quadrature_factor(Means& m, const ReadingWindow& w, Without causes) const {
    if (has(causes, Cause::quadrature)) return;
    const double hertz = w.hertz > 0.0 ? w.hertz : 60.0;
    const double factor = 32.0 * std::tan(std::numbers::pi * hertz / signals::kFrameRate) /
                          (static_cast<double>(meter::kQuadratureGainQ30) * 0x1p-30);
    for (double& q : m.qi) q *= factor;
}

// Leaving out aliasing means that what lies above the band is counted as the truth counts it.
void Twin::Parts::count_what_was_missed(Means& m, const Waves& sampled,
                                        const ReadingWindow& w) const {
    const Means seen = means_over(sampled, w, border(kEverything), fade());
    const Values truth = analysis::values_of(subject.truth(w.last_frame, w.frames));
    const double ratio = subject.scenario().meter.pt_ratio;
    const auto add = [](double& to, double missed) { to += std::isfinite(missed) ? missed : 0.0; };
    for (std::size_t x = 0; x < 3; ++x) {
        const double volts = truth.volts[x] / ratio;
        add(m.vv[x], volts * volts - seen.vv[x]);
        add(m.ii[x], truth.amps[x] * truth.amps[x] - seen.ii[x]);
        add(m.vi[x], truth.watts[x] / ratio - seen.vi[x]);
        add(m.qi[x], truth.vars[x] / ratio - seen.qi[x]);
    }
}

Values Twin::Parts::values_of_means(const Means& m, Without causes) const {
    Values out;
    const signals::MeterSettings& s = subject.scenario().meter;
    const double least = s.ct_primary * meter::kNoLoadPpm * 1e-6;  // A
    for (std::size_t x = 0; x < 3; ++x) {
        const double volts = std::sqrt(std::max(0.0, m.vv[x]));
        double amps = std::sqrt(std::max(0.0, m.ii[x]));
        double watts = m.vi[x];
        double vars = m.qi[x];
        if (!has(causes, Cause::no_load) && std::hypot(watts, vars) <= volts * least) {
            watts = vars = 0.0;
            if (amps <= least * static_cast<double>(meter::kNoLoadCurrentFactor)) amps = 0.0;
        }
        out.volts[x] = volts * s.pt_ratio;
        out.amps[x] = amps;
        out.watts[x] = watts * s.pt_ratio;
        out.vars[x] = vars * s.pt_ratio;
        out.vas[x] = out.volts[x] * out.amps[x];
    }
    return out;
}

Twin::Twin(Subject& subject, std::span<const ReadingWindow> windows,
           const meter::Calibration& calibration)
    : parts_(std::make_unique<Parts>(subject, windows, calibration)) {}

Twin::~Twin() = default;

Values Twin::values(Without causes) const {
    const Take take = parts_->take(causes);
    const Waves waves = parts_->waves(take, causes);
    const bool all_of_it = has(causes, Cause::aliasing);
    const Waves sampled = all_of_it ? parts_->ideal_waves(parts_->take(kEverything)) : Waves{};
    Average average;
    for (const ReadingWindow& w : parts_->windows) {
        Means m = means_over(waves, w, parts_->border(causes), parts_->fade());
        parts_->quadrature_factor(m, w, causes);
        if (all_of_it) parts_->count_what_was_missed(m, sampled, w);
        Values v = parts_->values_of_means(m, causes);
        v.hertz = w.hertz;
        average.add(v, w.frames);
    }
    return average.values();
}

Values Twin::truth() const {
    Average average;
    for (const ReadingWindow& w : parts_->windows)
        average.add(analysis::values_of(parts_->subject.truth(w.last_frame, w.frames)), w.frames);
    return average.values();
}

bool Twin::present(Cause cause) const {
    const FrontEndSettings& s = parts_->subject.scenario().front_end;
    switch (cause) {
        case Cause::aliasing:
            return parts_->subject.has_aliases();
        case Cause::connection:
            return parts_->subject.has_connection_errors();
        case Cause::clipping:
            return parts_->clips;
        case Cause::quantization:
            return s.quantization;
        case Cause::rope:
        case Cause::gain:
        case Cause::temperature:
        case Cause::offset:
        case Cause::noise:
            return !(front_end_without(s, without(cause)) == s);
        default:
            return true;
    }
}

}  // namespace analysis
