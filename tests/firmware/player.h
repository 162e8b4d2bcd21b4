// Plays the events of a log on a meter. The same source runs on the host and in the firmware image,
// so that what they print differs only when the meter does.
//
// A mark prints one line:
//
//   second 3 ticks 98306 meter <digest> line <digest> 540 bytes board <digest> lcd <text form>
//
// meter: Meter::digest(). line: of the bytes answered so far. board: of all calls (digest_board.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "core/meter.h"
#include "tests/firmware/digest_board.h"
#include "tests/firmware/event_log.h"
#include "tests/firmware/text.h"

namespace firmware {

// Where a player is running.
class Surroundings {
 public:
    virtual void print(const char* line) = 0;
    // Called right before and after an event of this kind is played.
    virtual void before(Kind) {}
    virtual void after(Kind) {}

 protected:
    ~Surroundings() = default;
};

class Player {
 public:
    explicit Player(Surroundings& surroundings) : surroundings_(surroundings) {}

    // False when the event makes no sense; problem() says why.
    bool play(const Event& event);
    [[nodiscard]] const char* problem() const { return problem_; }
    // The log's `end` has been played.
    [[nodiscard]] bool ended() const { return ended_; }

    // Nothing before the first power_up.
    [[nodiscard]] const meter::Meter* meter() const { return meter_ ? &*meter_ : nullptr; }
    [[nodiscard]] const DigestBoard& board() const { return board_; }

 private:
    using Payload = std::span<const std::uint8_t>;
    struct Handler {
        void (Player::*play)(Payload);
        std::size_t bytes;  // of the payload; 0: it judges by itself
    };
    static const std::array<Handler, kKinds> kHandlers;

    void fail(const char* problem) { problem_ = problem; }
    void power_up(Payload payload);
    void frames(Payload payload);
    void line_byte(Payload payload);
    void line_advance(Payload payload);
    void key(Payload payload);
    void configure(Payload payload);
    void control_power(Payload payload);
    void mark(Payload payload);
    void end(Payload payload);

    Surroundings& surroundings_;
    DigestBoard board_;
    std::optional<meter::Meter> meter_;
    Text line_;
    const char* problem_ = nullptr;
    bool ended_ = false;
};

}  // namespace firmware
