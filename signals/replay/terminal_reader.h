// A record at the meter's slots: frame by frame, from a given place of it on.
#pragma once

#include <cstdint>
#include <memory>

#include "signals/resample/sampled.h"
#include "signals/source.h"

namespace signals {

// ideal: band-limited to what the meter can tell (band_limit.h). hardware: as a converter samples
// that has no filter (slot_reader.h).
enum class Resampling : std::uint8_t { ideal, hardware };

class TerminalReader {
 public:
    virtual ~TerminalReader() = default;
    // Elements [offset, offset + frames) of the block's rows: frame + k at record time (frame + k)
    // / kFrameRate + slot - origin. Volts and amperes are the record's own.
    virtual void read(double origin, std::int64_t frame, int offset, int frames, bool with_current,
                      TerminalBlock& out) = 0;
};

// `played` at kPlayRate, or `record` at its own rate; seven channels (mapped_rows.h). They must
// outlive the reader.
std::unique_ptr<TerminalReader> ideal_reader(Sampled& played, const SlotTiming& timing);
std::unique_ptr<TerminalReader> hardware_reader(Sampled& record, const SlotTiming& timing);

}  // namespace signals
