// Zero crossings of a voltage's fundamental: where half cycles begin (IEC 61000-4-30, Urms(1/2)).
//
// A second-order low pass at the nominal frequency keeps harmonics and notches from making
// crossings of their own; its lag at the present frequency is taken back, so that a crossing is
// told where the fundamental crosses, a cycle and a half later: the filter is warmed up on the
// first cycle, repeated, so that the very first crossings are right. When crossings stay away
// (interruption) the clock runs on with the last period, so that every stretch has values.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace signals {

class HalfCycles {
 public:
    // `rate`: samples a second; `nominal`: Hz; `dead`: below this peak there is no voltage.
    HalfCycles(double rate, double nominal, double dead);

    // Takes the next sample. Where a half cycle began, in samples counted from 0, when one has just
    // been found; instants ascend. Periods outside 40..75 Hz are no mains: passed over.
    std::optional<double> step(double sample);
    // After the last sample: one more crossing that was still waiting, if any; ask until none.
    std::optional<double> next();

    // The last period of whole cycles, in samples; the nominal one before there are any.
    [[nodiscard]] double period() const { return period_; }
    // False while the clock runs on without crossings.
    [[nodiscard]] bool locked() const { return missed_ == 0; }

 private:
    void warm_up();
    void filter(double sample);
    void process(double sample);
    [[nodiscard]] double lag() const;  // samples, at the present period
    std::optional<double> crossed(double previous);
    std::optional<double> run_on();
    std::optional<double> accept(double instant, bool rising);

    double shortest_, longest_, nominal_period_, dead_;
    double b0_ = 0.0, b1_ = 0.0, b2_ = 0.0, a1_ = 0.0, a2_ = 0.0;
    double x1_ = 0.0, x2_ = 0.0, y1_ = 0.0, y2_ = 0.0;
    double peak_ = 0.0;  // of the filtered signal, fading
    double period_;
    std::vector<double> first_cycle_;  // until it is whole; then empty
    bool warm_ = false;
    std::deque<double> found_;           // crossings that step() has not told yet
    std::int64_t now_ = -1;              // number of the newest sample
    std::optional<double> last_;         // the newest crossing, real or not
    std::optional<double> last_rising_;  // real ones only
    std::optional<double> last_falling_;
    int missed_ = 0;
    bool armed_high_ = false, armed_low_ = false;
};

}  // namespace signals
