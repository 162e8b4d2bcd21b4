// The writers behind create_capture(). Private to capture/.
#pragma once

#include "signals/capture/capture_writer.h"

namespace signals {

std::unique_ptr<CaptureWriter> comtrade_writer(const std::filesystem::path& path,
                                               const WriteSpec& spec);
std::unique_ptr<CaptureWriter> csv_writer(const std::filesystem::path& path, const WriteSpec& spec);
// 32-bit float, full scale 1 = peak; RF64 when it takes more than 4 GB.
std::unique_ptr<CaptureWriter> wav_writer(const std::filesystem::path& path, const WriteSpec& spec);

}  // namespace signals
