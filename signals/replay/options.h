// How a recording is to be played: what a person writes on the command line or in FILE.map.toml.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "signals/capture/capture.h"
#include "signals/capture/recording.h"
#include "signals/replay/mapping.h"
#include "signals/replay/terminal_reader.h"

namespace signals {

// The sample chain settles with 0.41 s (metrology.md 2.4) and the first reading window is partial;
// 6 s leave five windows, the last of them settled to 1e-5.
inline constexpr double kSettleSeconds = 6.0;

// Steady cycles that are played for ever in place of the record.
struct Hold {
    enum class Where : std::uint8_t {
        nowhere,    // the record is played
        pre_fault,  // from the start, not beyond the trigger
        end,        // up to the end
        at          // from `seconds` on
    };
    Where where = Where::nowhere;
    double seconds = 0.0;  // of record time
};

struct ReplayOptions {
    CaptureOptions capture;
    std::optional<std::string> map;                   // read_mapping(); find_mapping() without it
    TransformerSide side = TransformerSide::unknown;  // unknown: as recorded
    std::optional<std::string> scale;                 // parse_scale()
    std::optional<double> from;                       // s from the capture's first row
    std::optional<double> to;
    Hold hold;
    Resampling resampling = Resampling::ideal;
    bool loop = false;
    double settle_seconds = kSettleSeconds;  // at least this long, rounded up to whole holds
    bool map_file = true;                    // FILE.map.toml is read where it exists (map_file.h)
    // Called now and then while a long record is prepared, 0..1; what it throws ends the work.
    std::function<void(double)> progress;
};

// "pre-fault", "end" or seconds from 0 on; "primary" or "secondary"; "ideal" or "hardware".
// MappingError in words otherwise.
Hold parse_hold(std::string_view text);
TransformerSide parse_side(std::string_view text);
Resampling parse_resampling(std::string_view text);
std::string to_string(const Hold& hold);
const char* to_string(TransformerSide side);  // "", "primary", "secondary"
const char* to_string(Resampling resampling);

// Factors by terminal, VA VB VC IA IB IC: "VA=1.05", "V=100" (all three), "I=2.5,IC=-2.5" (the
// later one counts). MappingError when it is not that, or a factor is 0.
std::array<double, 6> parse_scale(std::string_view text);

// Turns the mapped channels to one side of their transformers where the file tells their ratio, and
// multiplies them; says so in the mapping's explanation.
void apply_side(Mapping& mapping, const Recording& recording, TransformerSide side);
void apply_scale(Mapping& mapping, std::string_view scale);

}  // namespace signals
