#include "app/analysis/recording_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace analysis {
namespace {

using signals::CycleValues;
using signals::QualityBlock;
using signals::QualityWindow;

constexpr double kAlive = 0.1;  // of the strongest phase's rms: a phase with a voltage
constexpr double kFirst = 1.0;  // s that tell what is declared

void choose_phases(const std::array<double, 3>& rms, signals::QualitySettings& s) {
    const auto strongest = std::max_element(rms.begin(), rms.end());
    s.reference = static_cast<std::size_t>(strongest - rms.begin());
    for (std::size_t x = 0; x < 3; ++x) s.phases[x] = rms[x] > kAlive * *strongest;
}

// The middle one of the phases' middle Urms(1/2) over the first second.
double usual_voltage(const Rows& rows, const signals::QualitySettings& settings) {
    std::vector<double> seen;
    signals::QualityMeter meter(
        settings, {.cycle = [&](const CycleValues& v) { seen.push_back(v.voltage); }});
    const auto first = std::min(rows.size, static_cast<std::int64_t>(kFirst * rows.rate));
    for_each_block(rows, 0, first, [&](const QualityBlock& block) { meter.add(block); });
    if (seen.empty()) return 0.0;
    const auto middle = seen.begin() + std::ssize(seen) / 2;
    std::nth_element(seen.begin(), middle, seen.end());
    return *middle;
}

QualityRow row_of(const QualityWindow& w) {
    QualityRow out{w.begin, w.end, w.frequency, w.rms, w.real, w.reactive, {}, 0.0, 0.0, w.flagged};
    for (std::size_t c = 0; c < out.thd.size(); ++c) out.thd[c] = w.spectrum[c].thd;
    out.negative = w.voltage.negative_percent();
    out.zero = w.voltage.zero_percent();
    return out;
}

// Puts the three phases' values of about one time together.
class Profile {
 public:
    void add(const CycleValues& v, const std::array<bool, 3>& phases) {
        point_.volts[v.phase] = {v.voltage, v.voltage};
        point_.amps[v.phase] = {v.current, v.current};
        point_.watts[v.phase] = {v.real, v.real};
        point_.vars[v.phase] = {v.reactive, v.reactive};
        seen_[v.phase] = true;
        point_.begin = v.begin;
        point_.end = v.end;
        for (std::size_t x = 0; x < 3; ++x) {
            if (phases[x] && !seen_[x]) return;
        }
        points_.add(point_);
        seen_ = {};
    }
    [[nodiscard]] const std::vector<ProfilePoint>& points() const { return points_.entries(); }

 private:
    ProfilePoint point_{};
    std::array<bool, 3> seen_{};
    Thinned<ProfilePoint, kMostProfile> points_;
};

}  // namespace

void Extent::join(const Extent& next) {
    least = std::min(least, next.least);
    most = std::max(most, next.most);
}

void ProfilePoint::join(const ProfilePoint& next) {
    end = next.end;
    for (std::size_t x = 0; x < 3; ++x) {
        volts[x].join(next.volts[x]);
        amps[x].join(next.amps[x]);
        watts[x].join(next.watts[x]);
        vars[x].join(next.vars[x]);
    }
}

// As 61000-4-30 aggregates: rms by the mean of squares, the rest by the mean, by duration.
void QualityRow::join(const QualityRow& next) {
    const double mine = end - begin;
    const double whole = next.end - begin;
    const auto mean = [&](double& a, double b) { a = (a * mine + b * (whole - mine)) / whole; };
    for (std::size_t c = 0; c < rms.size(); ++c) {
        rms[c] = std::sqrt((rms[c] * rms[c] * mine + next.rms[c] * next.rms[c] * (whole - mine)) /
                           whole);
        mean(thd[c], next.thd[c]);
    }
    for (std::size_t x = 0; x < 3; ++x) {
        mean(real[x], next.real[x]);
        mean(reactive[x], next.reactive[x]);
    }
    mean(frequency, next.frequency);
    mean(negative, next.negative);
    mean(zero, next.zero);
    flagged = flagged || next.flagged;
    end = next.end;
}

std::optional<RecordingQuality> quality_of(const Rows& rows, const QualityRequest& request,
                                           std::string& why) {
    RecordingQuality out;
    signals::QualitySettings& s = out.settings;
    s.rate = rows.rate;
    s.start = rows.start;
    s.nominal = request.frequency < 55.0 ? 50.0 : 60.0;
    try {
        choose_phases(request.volts, s);
        s.declared = request.declared ? *request.declared : usual_voltage(rows, s);
        out.declared_is_chosen = !request.declared;
        SummaryAverage clean;
        SummaryAverage all;
        Profile profile;
        Thinned<QualityRow, kMostRows> thinned;
        signals::QualityMeter meter(
            s,
            {.cycle =
                 [&](const CycleValues& v) {
                     profile.add(v, s.phases);
                     if (request.cycle) request.cycle(v);
                 },
             .window =
                 [&](const QualityWindow& w) {
                     all.add(w);
                     if (!w.flagged) clean.add(w);
                     thinned.add(row_of(w));
                 },
             .event = [&](const signals::QualityEvent& e) { out.events.push_back(e); },
             .frequency = [&](const signals::FrequencyValue& f) { out.frequencies.push_back(f); }});
        for_each_block(rows, 0, rows.size, [&](const QualityBlock& block) { meter.add(block); });
        meter.finish();
        if (all.windows() == 0) {
            why = fmt::format("the recording's {:.3g} s hold no window of {} cycles",
                              rows.duration(), s.nominal == 50.0 ? 10 : 12);
            return std::nullopt;
        }
        out.signal = clean.windows() > 0 ? clean.summary() : all.summary();
        out.profile = profile.points();
        out.rows = thinned.entries();
        out.windows_per_row = thinned.stride();
    } catch (const std::invalid_argument& error) {
        why = error.what();
        return std::nullopt;
    }
    return out;
}

}  // namespace analysis
