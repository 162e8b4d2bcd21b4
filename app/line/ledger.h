// Writes down what passes on a line: tells the taps, and adds up how busy the line is.
//
// Runs of one sender that are closer than t3.5 are one Traffic: a frame may have come in pieces.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "app/line/run.h"
#include "app/line/taps.h"

namespace line {

// Since the line was there. Sums, so that two of them can be subtracted.
struct Load {
    std::int64_t requests = 0;  // stretches without a pause of t3.5
    std::int64_t answers = 0;
    std::int64_t request_characters = 0;
    std::int64_t answer_characters = 0;
    WireSpan driven{};  // somebody sent; where two did, once
    WireSpan taken{};   // from a request's first bit until the line is free for the next: answer,
                        // or the silence that shows that there is none, and t3.5
};

class Ledger {
 public:
    void add_tap(std::shared_ptr<Tap> tap) { taps_.add(std::move(tap)); }

    // A run has ended. `who`: client, direction, meter, whether it collided, and bytes when what
    // was heard is not what was sent; the rest is filled in. `silence` is t3.5.
    void ran(Traffic who, const Run& run, WireSpan silence);
    // Nothing more belongs to the last run.
    void close();
    void exchanged(WireSpan taken) { load_.taken = load_.taken + taken; }

    [[nodiscard]] const Load& load() const { return load_; }

 private:
    [[nodiscard]] bool goes_on(const Traffic& who, const Run& run, WireSpan silence) const;
    void count(const Traffic& who, const Run& run);

    Taps taps_;
    std::optional<Traffic> open_;
    WireInstant driven_until_{};
    Load load_;
};

}  // namespace line
