// What goes wrong between a master and a meter, told apart as far as a master can.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>

#include "signals/scenario/worded_error.h"

namespace polling {

enum class Trouble : std::uint8_t {
    connect,        // no such device or host, refused, no permission
    no_answer,      // nothing came within the time-out
    broken_off,     // an answer began and did not end
    bad_crc,        // an answer came damaged
    wrong_address,  // somebody else answered
    no_match,       // an answer to another question
    exception,      // the meter refused, see Failure::exception
    closed,         // the other side ended the connection, or the device is gone
};
inline constexpr std::size_t kTroubles = 8;

// "no answer", "wrong CRC", …
[[nodiscard]] const char* name_of(Trouble trouble);

// The text says what happened to which request: "no answer within 500 ms (reading 257 to 346)".
class Failure : public signals::WordedError<std::runtime_error> {
 public:
    Failure(Trouble what, std::uint8_t code, const signals::Sentence& text)
        : WordedError(text), trouble(what), exception(code) {}

    [[nodiscard]] const signals::Sentence& text() const { return sentence(); }

    Trouble trouble;
    std::uint8_t exception;  // Modbus exception code; 0 unless trouble is exception
};

// What happened, from libmodbus's errno after a request.
struct Circumstances {
    int error;                  // errno
    double elapsed_ms;          // since the request
    double timeout_ms;          // for the answer to begin
    signals::Sentence request;  // "reading 257 to 346"
};
[[nodiscard]] Failure failure_of(const Circumstances& circumstances);

}  // namespace polling
