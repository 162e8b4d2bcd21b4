// What a meter test bench reads off a meter: registered energy over whole reading windows, and
// energy pulses timed at the contact.
//
// Energy registers move when a window closes, so a measurement runs from one window border to a
// later one. It counts the windows' frames: energy is then compared with truth over exactly those
// frames. Pulses are counted from the first edge to the last and compared over the time between
// the two, as a laboratory's counter does.
#pragma once

#include <array>
#include <cstdint>

#include "app/bench/rig.h"

namespace bench {

// Registered between two window borders.
struct Registered {
    std::int64_t frames = 0;
    int windows = 0;
    double real_wh = 0.0;
    double reactive_varh = 0.0;
    std::array<double, 3> real_phase_wh{};
    std::array<double, 3> voltage{};  // V, L-N, rms over the windows
    std::array<double, 3> current{};  // A, rms over the windows

    [[nodiscard]] double hours() const;
};

// Closures of the energy contact.
struct Pulses {
    int count = 0;
    meter::Instant first{};
    meter::Instant last{};

    [[nodiscard]] double hours() const;  // from the first to the last
};

class Measurement {
 public:
    // Begins at the next window border. The rig must outlive the measurement.
    explicit Measurement(Rig& rig);

    // Advances the rig by a short step (50 ms, less when pulses are shorter).
    void step();
    // Steps until `windows` windows have been measured.
    void run(int windows);

    // Up to the last border; zeros before the first window is whole.
    [[nodiscard]] Registered registered() const;
    [[nodiscard]] const Pulses& pulses() const { return pulses_; }

 private:
    void close_window(const meter::Points& points);
    void watch_contact();

    Rig& rig_;
    std::int64_t step_frames_;
    std::uint32_t sequence_;
    bool begun_ = false;
    meter::Energies start_{};
    meter::Energies end_{};
    std::int64_t frames_ = 0;
    int windows_ = 0;
    std::array<double, 3> volt_squares_{};  // times frames
    std::array<double, 3> ampere_squares_{};
    meter::Instant edge_;
    bool closed_;
    Pulses pulses_{};
};

// Runs the rig until filters have settled (core/metrology/chain.h: 1e-7 after 8 s).
void settle(Rig& rig);

}  // namespace bench
