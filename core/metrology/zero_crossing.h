// Positive zero crossings of the reference voltage, interpolated between samples, and the
// frequency from whole cycles between the first and the last of them.
//
//        v |      .-.          armed below -hysteresis, fires on v[n-1] < 0 <= v[n]:
//   -------+----x-----x---     once a cycle however distorted or noisy the crossing is
//   -hyst  |'-'     '-'        crossing time = n - 1 + v[n-1] / (v[n-1] - v[n]) frames
//
// Linear interpolation is off by at most 4e-4 frames on a 60 Hz sine: 20 uHz over a window.
// The remainder of a cycle is carried from window to window: there is no blind time.
//
// Periods outside 40..75 Hz are not the mains: a crossing that comes sooner is passed over, after a
// longer gap counting starts again (limits inferred; metrology.md 1.4 names 40..70 Hz).
#pragma once

#include <cstdint>

#include "core/metrology/sample.h"
#include "core/time.h"

namespace meter {

class ZeroCrossing {
 public:
    static constexpr int kFractionBits = 20;
    static constexpr std::int64_t kOneFrame = std::int64_t{1} << kFractionBits;
    // Least hysteresis: 2 V at the terminals.
    static constexpr std::int32_t kLeastHysteresis = 2'000'000'000 / kVoltSampleNv;

    // Where the crossing lies between the sample before (0) and this one (2^20).
    struct Result {
        bool crossed = false;
        std::int32_t fraction = 0;
    };

    constexpr Result step(std::int32_t previous, std::int32_t current) {
        frame_time_ += kOneFrame;
        if (current < -hysteresis_) armed_ = true;
        if (previous >= 0 || current < 0 || !armed_) return {};
        return cross(previous, current);
    }

    // Ends the count for a reading window: uHz over the whole cycles since the last call that
    // had any, or 0 when there was none.
    constexpr std::int32_t take_frequency() {
        const std::int64_t span = last_ - first_;
        const std::int32_t cycles = cycles_;
        first_ = last_;
        cycles_ = 0;
        rebase();
        if (cycles == 0) return 0;
        // cycles <= 204, so the numerator stays below 2^62.7.
        constexpr std::int64_t kMicroTicks = kCrystalHz * 1'000'000 * kOneFrame;
        return static_cast<std::int32_t>((cycles * kMicroTicks + kTicksPerFrame * span / 2) /
                                         (kTicksPerFrame * span));
    }

    // Follows the voltage: a quarter of its rms, in sample LSB.
    constexpr void set_rms(std::int64_t rms) {
        const std::int64_t wanted = rms / 4;
        hysteresis_ =
            wanted > kLeastHysteresis ? static_cast<std::int32_t>(wanted) : kLeastHysteresis;
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("frame_time", frame_time_);
        visit("first", first_);
        visit("last", last_);
        visit("cycles", cycles_);
        visit("hysteresis", hysteresis_);
        visit("armed", armed_);
        visit("seen", seen_);
    }

 private:
    static constexpr std::int64_t kShortestPeriod = kOneFrame * kCrystalHz / (kTicksPerFrame * 75);
    static constexpr std::int64_t kLongestPeriod = kOneFrame * kCrystalHz / (kTicksPerFrame * 40);

    constexpr Result cross(std::int32_t previous, std::int32_t current) {
        const std::int64_t rise = std::int64_t{current} - previous;
        const std::int64_t fraction = -std::int64_t{previous} * kOneFrame / rise;
        const std::int64_t at = frame_time_ - kOneFrame + fraction;
        const std::int64_t period = at - last_;
        if (seen_ && period < kShortestPeriod) return {};
        armed_ = false;
        if (!seen_ || period > kLongestPeriod) {
            first_ = at;
            cycles_ = 0;
        } else {
            ++cycles_;
        }
        last_ = at;
        seen_ = true;
        return {true, static_cast<std::int32_t>(fraction)};
    }

    // Keeps times small: everything is relative to the last crossing.
    constexpr void rebase() {
        frame_time_ -= first_;
        last_ = 0;
        first_ = 0;
    }

    std::int64_t frame_time_ = 0;  // of the present sample, frames * 2^20
    std::int64_t first_ = 0;       // crossing the count started at
    std::int64_t last_ = 0;        // newest crossing
    std::int32_t cycles_ = 0;      // whole cycles between the two
    std::int32_t hysteresis_ = kLeastHysteresis;
    bool armed_ = false;
    bool seen_ = false;
};

}  // namespace meter
