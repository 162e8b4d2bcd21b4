// Writes an event log, and plays what it writes at once: the host's meter is given the same bytes
// as the firmware's. Frames are played one by one and written in batches; what they do is the same.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "core/adc_frame.h"
#include "core/metrology/calibration.h"
#include "core/panel/panel.h"
#include "core/registers/config.h"
#include "core/time.h"
#include "tests/firmware/event_log.h"
#include "tests/firmware/player.h"

namespace firmware {

using Bytes = std::vector<std::uint8_t>;

// An event with a payload of its own.
struct StoredEvent {
    Kind kind;
    Bytes payload;
};

StoredEvent power_up(meter::Config config, meter::Calibration calibration);
StoredEvent configure(meter::Config config);
StoredEvent line_byte(meter::Instant at, std::uint8_t byte);
StoredEvent line_advance(meter::Instant at);
StoredEvent key(meter::Key key, bool down);
StoredEvent control_power(bool present);
StoredEvent mark(std::uint32_t number);

class LogWriter {
 public:
    // Throws std::system_error with the path when it cannot be written. `player` outlives the
    // writer.
    LogWriter(const std::string& path, Player& player);

    // Both throw std::invalid_argument with the player's words when it refuses.
    void write(const StoredEvent& event);
    void write(const meter::AdcFrame& frame);
    // Ends the log. Throws std::system_error when the file is not complete.
    void finish();

 private:
    void play(const StoredEvent& event);
    void put(const StoredEvent& event);
    void flush_frames();

    std::string path_;
    std::ofstream file_;
    Player& player_;
    StoredEvent batch_{Kind::frames, {}};
};

}  // namespace firmware
