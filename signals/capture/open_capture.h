// Opens any capture: COMTRADE (.cfg with its .dat, .cff), CSV, WAV.
#pragma once

#include <filesystem>

#include "signals/capture/capture.h"

namespace signals {

// Recognised by content first (RIFF and RF64 headers; the sections of a .cff), then by extension:
// .cfg, .dat, .cff, .wav, .csv, .txt, .tsv in any case, or none for COMTRADE. A .txt, or a file of
// unknown extension, is read as CSV when it is text. Throws CaptureError, "file: what".
OpenCapture open_capture(const std::filesystem::path& path, const CaptureOptions& options = {});

}  // namespace signals
