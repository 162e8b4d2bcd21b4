// Looking into a running rig, frame by frame: terminals, converter, sample chain.
//
//   terminals ──► FrontEnd ──► counts ──► sample chain ──► samples
//       │                        │                            │
//       └────────────────────────┴──────────► Probe ◄─────────┘
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/adc_frame.h"
#include "core/metrology/sample.h"
#include "signals/source.h"

namespace bench {

// What happened in the frames of a block, element n in its frame n.
struct ProbeTaps {
    std::array<meter::AdcFrame, signals::kBlockFrames> counts{};  // as the meter got them
    std::array<meter::Samples, signals::kBlockFrames> samples{};  // what its chain made of them
    std::array<std::uint8_t, signals::kBlockFrames> preamp{};     // scale of samples.i: 1 or 8

    void put(std::int64_t n, const meter::AdcFrame& raw, const meter::Samples& chain,
             std::uint8_t gain) {
        const auto at = static_cast<std::size_t>(n);
        counts[at] = raw;
        samples[at] = chain;
        preamp[at] = gain;
    }
};

class Probe {
 public:
    // After the frames of `terminals` (currents are filled). On the thread that owns the rig.
    virtual void block(const signals::TerminalBlock& terminals, const ProbeTaps& taps) = 0;

 protected:
    ~Probe() = default;
};

}  // namespace bench
