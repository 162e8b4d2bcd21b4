// What was decided about a capture, kept beside it: FILE.map.toml.
//
//   [map]                  # channels by name or position; all six, or no table
//   VA = "VA_G1"
//   VB = 5
//   ...
//   [capture]
//   rate = 10000.0         # Hz, in place of the file's
//   side = "primary"       # or "secondary"
//   scale = "V=1.05,IA=-1" # factors by terminal
//   from = 0.1             # s
//   to = 2.0
//   hold = "pre-fault"     # or "end", or seconds
//   resample = "hardware"  # or "ideal"
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "signals/replay/options.h"

namespace signals {

// FILE.map.toml for capture FILE, or the same without FILE's extension; nothing when neither
// exists.
std::optional<std::filesystem::path> map_file_of(const std::filesystem::path& capture);

// Fills what `options` leaves open from the file; what they say already wins. ScenarioError,
// "file:line:column: what", when it is not such a file.
void merge_map_file(const std::filesystem::path& file, ReplayOptions& options);

// The text of such a file for these options.
std::string map_file_text(const Recording& recording, const Mapping& mapping,
                          const ReplayOptions& options);

}  // namespace signals
