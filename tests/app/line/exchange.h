// An exchange that the fault tests put in front of an engine: two registers of meter 5.
#pragma once

#include "app/line/fault_engine.h"
#include "signals/scenario/fault_text.h"
#include "tests/app/line/frames.h"

namespace line::test {

using meter::Instant;
using meter::Ticks;

inline constexpr Ticks kNone{0};
inline constexpr Ticks kTwentyMs{655};  // 0.02 s * 32768 = 655.36

inline const Frame kRequest = rtu({5, 3, 1, 4, 0, 2});  // registers 261, 262
inline const Frame kAnswer = rtu({5, 3, 4, 0x42, 0xAC, 0xB8, 0x0A});
inline const Frame kTcpRequest = mbap(0x1234, {5, 3, 1, 4, 0, 2});
inline const Frame kTcpAnswer = mbap(0x1234, {5, 3, 4, 0x42, 0xAC, 0xB8, 0x0A});

inline Exchange exchange_of(const Frame& request, const Frame& answer, Instant now = {}) {
    return {.now = now,
            .client = {"/tmp/meter", 0},
            .framing = request == kTcpRequest ? Framing::mbap : Framing::rtu,
            .address = 5,
            .request = request,
            .answer = answer};
}

inline AnswerPlan plan_of(const char* fault, const Frame& request, const Frame& answer) {
    FaultEngine engine;
    engine.add(signals::parse_fault(fault));
    return engine.plan(exchange_of(request, answer));
}

}  // namespace line::test
