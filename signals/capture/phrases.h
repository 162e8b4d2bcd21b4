// THE table of what is said about captures that cannot be read, mapped to terminals or replayed.
// Its name as a context of translations is "Capture" (signals/scenario/text_table.h).
#pragma once

#include "signals/scenario/sentence.h"

namespace signals {

struct CaptureText : Text {
    // NOLINTNEXTLINE(google-explicit-constructor): a row is its text
    constexpr CaptureText(const char* row) : Text{"Capture", row} {}
};

// clang-format off
struct CaptureTexts {
    // Files
    CaptureText not_opened{"cannot be opened: {}"};
    CaptureText not_read{"cannot be read: {}"};
    CaptureText not_created{"cannot be created: {}"};
    CaptureText not_written{"cannot be written to its end: is the disk full?"};
    CaptureText directory{"is a directory; a capture file is needed"};
    CaptureText no_file{"is no regular file; a capture file is needed"};
    CaptureText unknown{"is no capture known here: COMTRADE (.cfg with .dat, .cff), CSV and WAV are"};
    CaptureText long_line{"has a line of more than 16 MiB; this is no table of samples"};

    // COMTRADE
    CaptureText no_comtrade{"no such capture: a .cfg with its .dat, or a .cff, is needed"};
    CaptureText no_data{"its .dat file is missing beside it"};
    CaptureText large_configuration{"has {} bytes; a configuration has at most {}"};
    CaptureText no_section{"no section '--- file type: {} ---' in this combined file"};
    CaptureText ends_before{"the configuration ends before its {}"};
    CaptureText first_line{"first line (station, device, revision)"};
    CaptureText channel_counts{"channel counts"};
    CaptureText line_frequency{"line frequency"};
    CaptureText rate_count{"number of sampling rates"};
    CaptureText rates{"sampling rates"};
    CaptureText time_stamps{"time stamps"};
    CaptureText data_type{"data type"};
    CaptureText time_multiplier{"time multiplier"};
    CaptureText analog_channels{"analog channels"};
    CaptureText status_channels{"status channels"};
    CaptureText no_count{"channel count '{}' is not a number from 0 to {}, followed by {}"};
    CaptureText few_lines{"{} channels are announced, only {} lines follow"};
    CaptureText no_rate_count{"number of sampling rates '{}' is not from 0 to {}"};
    CaptureText no_data_type{"data type '{}' is none of ASCII, BINARY, BINARY32, FLOAT32"};
    CaptureText no_channel{"'{}' is no channel: {} {} are announced, this would be the {}."};
    CaptureText many_rows{"{} rows; COMTRADE counts up to 4294967295"};
    CaptureText few_fields{"rows of far fewer fields than the {} channels announced"};

    // CSV and stamps
    CaptureText no_time{"there is neither a time column nor a sampling rate; name a column 'time', or give the rate (--record-rate)"};
    CaptureText no_table{"there is no table of numbers in it: columns of numbers, separated by comma, semicolon, tab or |, are needed"};
    CaptureText no_rate{"there is no sampling rate, and the time stamps of the rows are missing or do not rise; rising stamps or a rate above 0 Hz are needed (--record-rate)"};

    // WAV
    CaptureText no_wav{"is no WAV file: 'RIFF', 'RF64' or 'BW64', a length and 'WAVE' are its first bytes"};
    CaptureText no_format_chunk{"has no fmt chunk"};
    CaptureText no_data_chunk{"has no data chunk"};
    CaptureText format_cut_off{"the fmt chunk at byte {} is cut off"};
    CaptureText sample_format{"sample format {} of {} bits cannot be read; PCM (1) of 8, 16, 24, 32 and float (3) of 32, 64 bits can"};
    CaptureText zero{"{} channels at {} Hz: neither may be 0"};

    // Which channels stand at the terminals
    CaptureText channel{"channel {} '{}' [{}]"};
    CaptureText no_voltages{"no three phase voltages among its {} analog channels (phases found: {}; sets of three currents: {}), so there is nothing to meter"};
    CaptureText no_currents{"no three phase currents among its {} analog channels (phases found: {}; sets of three voltages: {}), so there is nothing to meter"};
    CaptureText none{"none"};
    CaptureText left_out{"left out: {}: {}"};
    CaptureText more{"and {} more"};
    CaptureText by_hand{"a map by hand can name others"};
    CaptureText blank_unit{"its unit is blank"};
    CaptureText unit{"its unit is '{}'"};
    CaptureText name_says{"its name says {}"};
    CaptureText magnitude{"a magnitude"};
    CaptureText angle{"an angle"};
    CaptureText differential{"a differential"};
    CaptureText bias{"a bias"};
    CaptureText rms_value{"an rms value"};
    CaptureText dc_quantity{"a DC quantity"};
    CaptureText frequency{"a frequency"};
    CaptureText harmonic{"a harmonic"};
    CaptureText distortion{"a distortion"};
    CaptureText angle_beside{"an angle channel beside it makes it a magnitude"};
    CaptureText between_phases{"it is measured between two phases"};
    CaptureText no_phase{"neither its phase field nor its name gives a phase"};
    CaptureText no_terminal{"terminal '{}' is none of VA VB VC IA IB IC"};
    CaptureText same_names{"channels {} and {} are both named '{}'; give the position instead"};
    CaptureText no_such_channel{"no channel '{}': neither a name nor a position from 1 to {}"};
    CaptureText unit_no_voltage{"{} cannot be {}: its unit is no voltage"};
    CaptureText unit_no_current{"{} cannot be {}: its unit is no current"};
    CaptureText is_voltage{"{} cannot be {}: it is a voltage"};
    CaptureText is_current{"{} cannot be {}: it is a current"};
    CaptureText map_entry{"map entry '{}' is not TERMINAL=channel, such as VA=4"};
    CaptureText mapped_twice{"{} is mapped twice"};
    CaptureText not_mapped{"{} is not mapped; VA VB VC IA IB IC are all needed"};

    // How it is replayed
    CaptureText hold{"hold '{}' is none of pre-fault, end, or seconds of the record from 0 on"};
    CaptureText side{"side '{}' is neither primary nor secondary"};
    CaptureText resampling{"resampling '{}' is neither ideal nor hardware"};
    CaptureText scale{"scale entry '{}' is not TERMINAL=factor, such as VA=1.05 or I=-200; terminals are VA VB VC IA IB IC, V and I stand for three, and a factor is not 0"};
    CaptureText few_rows{"{} rows of samples; two cycles are needed"};
    CaptureText few_rows_in_part{"{} rows of samples in the part that was asked for; two cycles are needed"};
    CaptureText no_samples{"channel {} '{}' has no samples at all"};
    CaptureText short_record{"{} rows at {:.5g} Hz last {:.3g} cycles of {:g} Hz; a waveform to hold needs at least 2 cycles of {:g} rows each"};
    CaptureText few_cycles{"lasts {:.3g} cycles of {:.5g} Hz; 2 are needed"};
    CaptureText nothing_to_hold{"no whole cycle to hold at {:g} s; the record that is played goes from {:.6g} to {:.6g} s"};
    CaptureText high_voltage{"{:.6g} V rms line to neutral; the meter's largest PT ratio, {:g}, allows {:g} V"};
    CaptureText no_signal{"practically no signal: the strongest cycle of the phase voltages has {:.3g} V rms, of the currents {:.3g} A; at least {:g} V or {:g} A are needed"};
};
// clang-format on
inline constexpr CaptureTexts kCapture;

}  // namespace signals
