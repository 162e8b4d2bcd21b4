// COMTRADE (IEEE C37.111 1991, 1999, 2013): .cfg with its .dat, or .cff.
#pragma once

#include <filesystem>
#include <string>

#include "signals/capture/capture.h"

namespace signals {

// `path` names the .cfg, the .dat, the .cff, or any of them without its extension; extensions
// match in any case. Throws CaptureError: file missing or unreadable, or its configuration or
// time axis is beyond repair (cfg.h, cff.h, time_axis.h). An empty data section gives 0 rows.
OpenCapture open_comtrade(const std::filesystem::path& path, const CaptureOptions& options = {});

// The same from bytes. Names are for messages.
OpenCapture open_comtrade(const Bytes& cfg, const std::string& cfg_name, const Bytes& dat,
                          const std::string& dat_name, const CaptureOptions& options = {});
OpenCapture open_cff(const Bytes& bytes, const std::string& name,
                     const CaptureOptions& options = {});

}  // namespace signals
