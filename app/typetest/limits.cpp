#include "app/typetest/limits.h"

#include <algorithm>
#include <cmath>

namespace typetest {

const LoadLimit* find_limit(std::span<const LoadLimit> table, double factor, double current) {
    const auto at = std::find_if(table.begin(), table.end(), [&](const LoadLimit& row) {
        constexpr double kRounding = 1e-9;
        return std::abs(row.factor - factor) < kRounding && current > row.from - kRounding &&
               current < row.below - kRounding;
    });
    return at == table.end() ? nullptr : &*at;
}

const char* text(AccuracyClass c) { return c == AccuracyClass::s02 ? "0.2S" : "0.5S"; }

const char* text(Provenance from) {
    switch (from) {
        case Provenance::published:
            return "published table";
        case Provenance::memory:
            return "from memory";
        case Provenance::decided:
            break;
    }
    return "decided here";
}

}  // namespace typetest
