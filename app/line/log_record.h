// One stretch of bytes that was heard, and what it means in the conversation around it.
#pragma once

#include <cstdint>
#include <optional>

#include "app/line/frame.h"
#include "app/line/traffic.h"
#include "core/registers/points.h"

namespace line {

// What is wrong with it, for the errors-only view. An exception is an answer, but not what was
// asked for.
enum class Trouble : std::uint8_t {
    none,
    exception,
    bad_crc,
    truncated,      // the beginning of a frame, or of the answer that was asked for
    junk,           // a whole answer with other bytes around it
    collision,      // two senders at once
    echo,           // the request came back
    wrong_address,  // an answer, but of another address than was asked
    mismatch,       // an answer that does not fit the request: function, quantity, transaction
    unexpected,     // an answer that nobody has asked for
    unanswered,     // a request behind one that got no answer (Decoded::unanswered)
};

struct Decoded {
    Trouble trouble = Trouble::none;
    bool foreign = false;  // an answer of somebody else's slave, heard on our line
    std::uint8_t address = 0;
    std::uint8_t function = 0;           // without the exception flag
    std::uint8_t exception = 0;          // 0: none
    std::optional<Registers> registers;  // what is read or written; of an answer: by its request
    std::size_t values_at = 0;           // where in the bytes the register values start,
    std::size_t values = 0;              // and how many there are
    std::optional<Crc> bad_crc;
    std::size_t expected_size = 0;   // truncated, junk: of the frame that it should have been
    std::uint64_t request = 0;       // answer: number of its request; 0: none
    std::uint8_t asked_address = 0;  // answer: of its request
    std::uint64_t unanswered = 0;    // request: the one before it that got no answer; 0: none
    bool retry = false;              // the same again, after no answer or a damaged one
    meter::Ticks round_trip{};       // answer: from the end of the request to its own beginning
    bool scales_known = false;       // registers 138..141 of the meter were seen, or told
    meter::Derived scales{};
};

struct Record {
    std::uint64_t number = 0;  // from 1, without gaps
    Traffic traffic;
    Decoded decoded;

    [[nodiscard]] bool is_request() const {
        return traffic.direction == Direction::request && !decoded.foreign;
    }
    [[nodiscard]] bool is_error() const { return decoded.trouble != Trouble::none; }
    [[nodiscard]] Frame frame() const { return take_apart(traffic.framing, traffic.bytes); }
};

// Something that is told of every record, in order, on the thread that owns the line.
class RecordSink {
 public:
    virtual void add(const Record& record) = 0;

 protected:
    ~RecordSink() = default;
};

}  // namespace line
