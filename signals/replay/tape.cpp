#include "signals/replay/tape.h"

#include <algorithm>
#include <cmath>

namespace signals {

TapeSpan Tape::content(std::int64_t number) const {
    if (held(number) || number == plan_.holds) {
        const double begin = static_cast<double>(number) * plan_.hold;
        return {number, begin, held(number) ? begin - plan_.hold_begin : begin};
    }
    const auto later = static_cast<double>(number - plan_.holds);
    if (plan_.loop) {
        const double begin = record_begin() + later * plan_.duration;
        return {number, begin, begin};
    }
    return {number, record_end() + (later - 1.0) * plan_.tail_hold,
            record_begin() + later * plan_.tail_hold};
}

TapeSpan Tape::span(std::int64_t number) const {
    TapeSpan out = content(number);
    // After the record, which is not touched.
    if (!held(number) && part(number) == TapePart::holding) out.begin += plan_.blend;
    return out;
}

TapePart Tape::part(std::int64_t number) const {
    if (plan_.hold_only) return TapePart::holding;
    if (number < plan_.holds) return TapePart::settling;
    return number == plan_.holds || plan_.loop ? TapePart::record : TapePart::holding;
}

TapeSpan Tape::span_at(double t) const {
    double guess = t / plan_.hold;
    if (t >= record_begin()) {
        const double length = plan_.loop ? plan_.duration : plan_.tail_hold;
        const double since = t - (plan_.loop ? record_begin() : record_end());
        guess = static_cast<double>(plan_.holds) + (plan_.loop ? 0.0 : 1.0) + since / length;
        guess = std::max(guess, static_cast<double>(plan_.holds));
    }
    auto number = std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(guess)) - 1);
    while (span(number + 1).begin <= t) ++number;
    return span(number);
}

}  // namespace signals
