// What there is to say about a capture.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "signals/capture/capture.h"
#include "signals/capture/statistics.h"
#include "signals/replay/mapping.h"

namespace cli {

struct CaptureReport {
    const signals::Recording& recording;
    std::vector<signals::ChannelStatistics> statistics;  // empty: not asked for
    std::optional<signals::Mapping> mapping;
    std::string no_mapping;  // why there is none
};

// {"file","station","device","revision","format","line_frequency_hz","rates":[{"hz","rows"}…],
//  "rows","seconds","time_from_stamps","start","trigger",
//  "analog":[{"position","name","phase","circuit","unit","multiplier","offset","skew_us","primary",
//             "secondary","side","rms","mean","least","most","missing"}…],
//  "status":[{"position","name","normal"}…],
//  "mapping":{"VA":{"position","name","scale"}…} or null,"explanation":[…],"warnings":[…]}
nlohmann::ordered_json capture_json(const CaptureReport& report);
std::string capture_text(const CaptureReport& report);

}  // namespace cli
