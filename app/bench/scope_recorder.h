// Keeps what a scope may want to see: the terminals, the converter's counts, the integrated
// samples, frame by frame, in pyramids of bounded memory (15 MB).
//
// The rig's thread feeds it as a probe; any thread may look. It is a probe only while somebody
// looks: attach it with Rig::set_probe(), take it off with nullptr. After a gap in the frames (it
// was off, or time was turned back) it begins anew. It takes no memory before the first frame, and
// all that it ever takes within 4 s.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include "app/bench/probe.h"
#include "app/bench/pyramid.h"

namespace bench {

// In the order of the channels. Units: V, A at the terminals; counts; V, A after the integrator
// (against the system type's reference, about three frames late by the chain's delays).
// clang-format off
enum class ScopeChannel : std::uint8_t {
    va, vb, vc, ia, ib, ic,
    adc_va, adc_vb, adc_vc, adc_ia, adc_ib, adc_ic, adc_in,
    chain_va, chain_vb, chain_vc, chain_ia, chain_ib, chain_ic,
};
// clang-format on
inline constexpr int kScopeChannels = 19;

// When a channel's sample is taken, in frames after the start of its frame.
[[nodiscard]] double sampling_delay(ScopeChannel channel);

enum class Edge : std::uint8_t { rising, falling };

struct Trigger {
    ScopeChannel source = ScopeChannel::va;
    double level = 0.0;
    Edge edge = Edge::rising;
    double hysteresis = 0.0;  // the signal has to come from this far beyond the level
};

class ScopeRecorder final : public Probe {
 public:
    void block(const signals::TerminalBlock& terminals, const ProbeTaps& taps) override;

    void clear();
    // What another one has becomes this one's, and the other is empty.
    void take_over(ScopeRecorder& other);

    // Frames kept, [first, end); the newest 26 s of them are kept to the sample.
    struct Kept {
        std::int64_t first = 0;
        std::int64_t end = 0;
    };
    [[nodiscard]] Kept kept() const;

    // A channel over the frames [from, to) in `columns` parts. Strip::first counts frames since
    // power-up; the channel's delay is not part of it.
    [[nodiscard]] Strip strip(ScopeChannel channel, double from, double to, int columns) const;

    // The latest crossing with from <= frame < to, between samples by a straight line and with
    // the channel's delay. Looks at kTriggerFrames frames before `to` at most.
    [[nodiscard]] std::optional<double> trigger(const Trigger& trigger, double from,
                                                double to) const;
    static constexpr std::int64_t kTriggerFrames = 1 << 15;

    // One sample, NaN when it is not kept any more; for export.
    [[nodiscard]] std::vector<float> samples(ScopeChannel channel, std::int64_t first,
                                             std::int64_t count) const;

 private:
    [[nodiscard]] const Pyramid& of(ScopeChannel channel) const {
        return channels_[static_cast<std::size_t>(channel)];
    }

    void clear_locked();

    mutable std::mutex mutex_;
    std::int64_t origin_ = 0;  // frame of sample 0
    std::array<Pyramid, kScopeChannels> channels_;
};

}  // namespace bench
