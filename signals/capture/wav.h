// WAV: RIFF and RF64/BW64, PCM of 8, 16, 24 and 32 bits, float of 32 and 64 bits,
// WAVE_FORMAT_EXTENSIBLE.
//
// Samples are shares of full scale, -1..1, of channels "channel 1", "channel 2", ... without a
// unit: what full scale is worth is given by hand (a map and --scale). A comment chunk (LIST INFO
// ICMT) of the form this program writes names channels, units and full scales:
//
//   channels: VA=400 V; IA=150 A; rate=2520.615384615385 Hz
//
// whose rate, which need not be a whole number, then counts in place of the header's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/capture.h"

namespace signals {

// Throws CaptureError, with the byte in the text: no RIFF or RF64 file, no fmt or data chunk, a
// compressed or unknown sample format, no channels, rate 0.
OpenCapture open_wav(Bytes bytes, const std::string& name, const CaptureOptions& options = {});

// The text of the comment chunk, and back: channels are renamed, get units and full scales, and the
// rate is given when there is one.
std::string wav_comment(const std::vector<AnalogChannel>& channels, double rate);
std::optional<double> apply_wav_comment(std::string_view comment,
                                        std::vector<AnalogChannel>& channels);

}  // namespace signals
