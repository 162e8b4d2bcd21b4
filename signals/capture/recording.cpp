#include "signals/capture/recording.h"

#include <fmt/format.h>

namespace signals {

std::string to_string(const CapturePlace& place) {
    if (place.line == 0) return place.file;
    if (place.column == 0) return fmt::format("{}:{}", place.file, place.line);
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

CaptureError::CaptureError(const CapturePlace& place, const Sentence& text)
    : WordedError(Sentence::after(to_string(place) + ": ", text)) {}

std::string to_string(const CaptureWarning& warning) {
    return to_string(warning.place) + ": " + warning.text;
}

const char* to_string(SampleFormat format) {
    constexpr const char* kNames[] = {"ASCII", "BINARY", "BINARY32", "FLOAT32", "CSV", "WAV"};
    return kNames[static_cast<std::size_t>(format)];
}

void Recording::warn(const CapturePlace& place, const std::string& text) {
    if (warnings.size() < kMostWarnings) {
        warnings.push_back({place, text});
    } else if (warnings.size() == kMostWarnings) {
        warnings.push_back({{file, 0, 0}, "more was odd about this file than is listed here"});
    }
}

}  // namespace signals
