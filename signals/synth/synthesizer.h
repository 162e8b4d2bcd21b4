// The phasor bank: terminal quantities of an installation, from closed form coefficients.
//
//   theta(n) = start + n * increment                      exact, 2^-64 turn (phase.h)
//   channel  = sum over h of a_h cos(h theta) + b_h sin(h theta)
//
// Amplitudes, angles, slot instants, coil delays and (for slopes) the factor h omega of the exact
// derivative are all inside a_h and b_h, which set() computes. A frame then costs one complex
// product for e^{j theta}, one more per order (power_plan.h) and two multiplications per order and
// channel, in loops over kTileFrames frames.
//
// Frames come in tiles, counted from the frame of the last set(): e^{j theta} of a tile's first
// frame is computed from the integer phase, that of its other frames by a table of rotations. So
// what a frame holds depends on its number alone, not on the blocks it was asked for in.
// Same bits for every optimization level, vector width and compiler (+, -, * only, and no fused
// multiply-add: -ffp-contract=off).
//
// Content above fs/2 = 1260.3 Hz is not limited: a converter that samples at slot instants folds
// it back, and so does this one, deliberately (the real decimation filter is unpublished and flat
// within 0.1 dB up to 1260 Hz; metrology.md 6).
//
// Neutral conductor: sum of the phase currents at the neutral slot's own instant.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "signals/source.h"
#include "signals/synth/phase.h"
#include "signals/synth/power_plan.h"
#include "signals/wiring/wiring.h"

namespace signals {

inline constexpr int kTileFrames = 32;

class Synthesizer final : public Source {
 public:
    // What a snapshot has to keep besides installation, timing and wiring.
    struct Origin {
        std::int64_t frame = 0;   // of the last set()
        std::uint64_t phase = 0;  // theta at its start, 2^-64 turn

        bool operator==(const Origin&) const = default;
        template <class V>
        void visit_state(V& visit) {
            visit("frame", frame);
            visit("phase", phase);
        }
    };

    // Holds from frame 0, where theta is 0. Throws std::invalid_argument as check(Installation).
    explicit Synthesizer(const Installation& installation,
                         const SlotTiming& timing = multiplexer_timing(),
                         const Wiring& wiring = {});

    // Changes the installation from `from_frame` on; theta is continuous there. Earlier frames are
    // extrapolated from the new settings from now on. Throws as the constructor, changing nothing.
    void set(const Installation& installation, std::int64_t from_frame);
    void set_wiring(const Wiring& wiring);
    // What the ropes pick up from their phases' voltages, A per V (coil/coil.h); 0 at first.
    void set_pickup(const std::array<double, 3>& amperes_per_volt);

    void fill(std::int64_t first_frame, int frames, Fill what, TerminalBlock& out) override;

    [[nodiscard]] const Installation& installation() const { return installation_; }
    [[nodiscard]] const Origin& origin() const { return origin_; }
    // Goes back to a state: with the same installation, timing and wiring the same bits follow.
    void restore(const Installation& installation, const Origin& origin);

    // Theta at the start of a frame.
    [[nodiscard]] Phase phase_at(std::int64_t frame) const;

 private:
    static constexpr std::size_t kMeterChannels = 3 + kConductors;  // voltages, slopes

    using TileRow = std::array<double, kTileFrames>;
    struct Tile;

    template <std::size_t Channels>
    struct Coefficients {
        std::array<double, Channels> cosine{};
        std::array<double, Channels> sine{};
    };
    struct Order {
        int power = 0;  // index into plan_
        Coefficients<kMeterChannels> meter{};
        Coefficients<kConductors> current{};
    };

    void rebuild();
    void add_order(const OrderPhasors& phasors, double omega);
    void make_powers(std::int64_t tile_number, Tile& tile) const;
    template <std::size_t Channels>
    void sum_orders(const Tile& tile, Coefficients<Channels> Order::*which,
                    std::array<TileRow, Channels>& out) const;

    Installation installation_;
    SlotTiming timing_;
    Wiring wiring_;
    std::array<double, 3> pickup_{};
    Origin origin_{};
    Phase increment_{};
    TileRow rotation_cosine_{};  // of k frames, k = 0..kTileFrames - 1
    TileRow rotation_sine_{};
    std::vector<PowerStep> plan_;
    std::vector<Order> orders_;
};

}  // namespace signals
