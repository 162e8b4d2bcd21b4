#include "app/bench/measurement.h"

#include <algorithm>
#include <cmath>

namespace bench {
namespace {

constexpr double kTicksPerHour = 3600.0 * static_cast<double>(meter::kCrystalHz);
constexpr std::int64_t kSettleFrames = 8 * 2521;

double difference(const meter::Energy& end, const meter::Energy& start) {
    return (static_cast<double>(end.whole) - static_cast<double>(start.whole)) +
           (static_cast<double>(end.micro) - static_cast<double>(start.micro)) * 1e-6;
}

// No closure or opening may fall between two looks at the contact.
std::int64_t step_frames(const meter::Points& points) {
    const meter::Ticks closure = meter::ticks_rounded_down(points.derived.pulse_ms * 1'000);
    return std::min<std::int64_t>(signals::kBlockFrames, closure.count / meter::kTicksPerFrame);
}

}  // namespace

double Registered::hours() const {
    return static_cast<double>(frames * meter::kTicksPerFrame) / kTicksPerHour;
}

double Pulses::hours() const { return static_cast<double>((last - first).count) / kTicksPerHour; }

Measurement::Measurement(Rig& rig)
    : rig_(rig),
      step_frames_(step_frames(rig.meter().points())),
      sequence_(rig.meter().points().readings.sequence),
      edge_(rig.meter().contacts().energy_edge),
      closed_(rig.meter().contacts().energy) {}

void Measurement::step() {
    rig_.advance(step_frames_);
    watch_contact();
    const meter::Points& points = rig_.meter().points();
    if (points.readings.sequence == sequence_) return;
    sequence_ = points.readings.sequence;
    if (begun_) {
        close_window(points);
    } else {
        begun_ = true;
        start_ = points.energies;
    }
    end_ = points.energies;
}

void Measurement::run(int windows) {
    while (windows_ < windows) step();
}

void Measurement::close_window(const meter::Points& points) {
    const meter::Readings& r = points.readings;
    ++windows_;
    frames_ += r.window_frames;
    for (std::size_t p = 0; p < 3; ++p) {
        const double volts = static_cast<double>(r.voltage_ln_uv[p]) * 1e-6;
        const double amperes = static_cast<double>(r.current_ua[p]) * 1e-6;
        volt_squares_[p] += volts * volts * r.window_frames;
        ampere_squares_[p] += amperes * amperes * r.window_frames;
    }
}

void Measurement::watch_contact() {
    const meter::Contacts contacts = rig_.meter().contacts();
    const bool closure = contacts.energy && !closed_;
    closed_ = contacts.energy;
    if (!closure || contacts.energy_edge == edge_) return;
    edge_ = contacts.energy_edge;
    if (pulses_.count++ == 0) pulses_.first = edge_;
    pulses_.last = edge_;
}

Registered Measurement::registered() const {
    Registered out;
    out.frames = frames_;
    out.windows = windows_;
    out.real_wh = difference(end_.real, start_.real);
    out.reactive_varh = difference(end_.reactive, start_.reactive);
    const double n = static_cast<double>(std::max<std::int64_t>(frames_, 1));
    for (std::size_t p = 0; p < 3; ++p) {
        out.real_phase_wh[p] = difference(end_.real_phase[p], start_.real_phase[p]);
        out.voltage[p] = std::sqrt(volt_squares_[p] / n);
        out.current[p] = std::sqrt(ampere_squares_[p] / n);
    }
    return out;
}

void settle(Rig& rig) { rig.advance(kSettleFrames); }

}  // namespace bench
