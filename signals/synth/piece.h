// A stretch of a course over which nothing changes, as coefficients.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "signals/source.h"
#include "signals/synth/kernels.h"
#include "signals/synth/phase.h"
#include "signals/timeline/course.h"

namespace signals {

// e^{j k increment} for k = 0 .. kTileFrames - 1.
struct Rotation {
    Phase increment{};  // of one frame
    TileRow cosine{};
    TileRow sine{};
};
Rotation rotation_by(Phase increment);

struct Piece {
    Span span{};              // empty: no piece
    std::int64_t origin = 0;  // frame from which tiles count
    Phase phase{};            // theta there
    Rotation rotation;        // of theta
    std::vector<PowerStep> plan;
    std::vector<Rotation> tones;  // their powers are rows plan.size() and up
    std::vector<WaveRow> rows;
    std::array<double, kMeterChannels> meter_constant{};
    std::array<double, kCurrentChannels> current_constant{};
    std::array<double, kConductors> impulse{};  // A/s, in frame span.first only
    PerPhase noise_voltage{};                   // V rms
    PerPhase noise_current{};                   // A rms
    TerminalWaves waves;

    [[nodiscard]] bool has(std::int64_t frame) const {
        return frame >= span.first && frame < span.end;
    }
};

// What a synthesizer leaves out, for answers to what it does to a meter.
struct LeftOut {
    bool above_half_rate = false;    // waves at or above kFrameRate / 2, which fold down
    bool connection_errors = false;  // wrong wiring, errors of voltage and current transformers

    bool operator==(const LeftOut&) const = default;
};

struct PieceMaker {
    const Course& course;
    const SlotTiming& timing;
    const std::array<double, 3>& pickup;
    const LeftOut& left_out;

    // The piece around a frame. What `before` has in common with it is taken from there.
    [[nodiscard]] Piece make(std::int64_t frame, const Piece& before) const;

 private:
    // What arrives at the terminals at these levels.
    [[nodiscard]] TerminalWaves waves_of(Levels levels) const;
    void add_rows(Piece& piece, double hertz) const;
    // A wave at `order` times `hertz`.
    [[nodiscard]] WaveRow row_of(int power, int order, double hertz, const ThreePhasors& voltage,
                                 const ThreePhasors& current) const;
    // What the ropes see of the waves at the start of a frame, A: conductors and neutral.
    [[nodiscard]] std::array<double, kConductors> currents(const TerminalWaves& waves,
                                                           std::int64_t frame) const;
};

}  // namespace signals
