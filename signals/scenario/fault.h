// A fault on the line: what becomes of a meter's answer, for which exchanges, and when.
//
// Plain data, as a person writes it; app/line/fault_engine.h makes it happen. In a scenario it is a
// [[fault]] table, on a command line KIND[:KEY=VALUE,...] (fault_text.h), with the same keys:
//
//   what   kind       one of fault_kinds(); each has some keys of its own, see there
//   where  address    of the meter, 1..247; 0: any
//          function   of the request, 1..127; 0: any
//          registers  257 or "257-262", numbers of the map: the request touches one of them
//   when   from, until, period   seconds of line time (which starts at 0 when the meter is switched
//                     on): in from <= t < until, and again every period; until 0: without end
//          every      n: each n-th of the exchanges that the above lets through
//          probability  of each of those, drawn from seed
//          first      k: only the first k of those; 0: without end
//
// All of it has to hold. Counting starts when the fault is put in.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace signals {

struct Fault {
    std::string kind = "no-answer";

    int code = 4;            // exception: the code, 1..255
    int bytes = 0;           // truncated, split, power-cut: left before it; 0: half of the frame
                             // junk-...: how many
    double time = 0.0;       // s; delay, stuck-line, power-cut: how long
    double jitter = 0.0;     // s; delay: up to so much more, at random
    double pause = 0.0;      // s; split, junk-..., echo: silence between the parts
    double rate = 0.0;       // noise: probability of each data bit to be flipped
    int answer_address = 0;  // wrong-address: what the answer says; 0: its own address + 1
    bool instead = false;    // echo: of the request only, no answer follows

    int address = 0;
    int function = 0;
    int first_register = 0;  // 0: any
    int last_register = 0;

    double from = 0.0;
    double until = 0.0;
    double period = 0.0;
    int every = 1;
    double probability = 1.0;
    std::uint64_t seed = 1;
    int first = 0;

    bool operator==(const Fault&) const = default;
};

struct FaultKind {
    std::string_view name;
    std::string_view keys;  // its own, with blanks between them
    Fault defaults;
    const char* summary;  // what it does; translated like phrases.h
};

// Every kind, in the order in which it is told to people.
std::span<const FaultKind> fault_kinds();
// Null when there is none of that name.
const FaultKind* find_fault_kind(std::string_view name);

}  // namespace signals
