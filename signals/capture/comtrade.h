// Opens a COMTRADE capture: .cfg with its .dat, or .cff.
#pragma once

#include <filesystem>

#include "signals/capture/recording.h"

namespace signals {

// `path` names the .cfg, the .dat, the .cff, or any of them without its extension; extensions
// match in any case. Throws CaptureError: file missing or unreadable, or its configuration or
// time axis is beyond repair (cfg.h, cff.h, time_axis.h). An empty data section gives 0 rows.
Recording read_comtrade(const std::filesystem::path& path);

}  // namespace signals
