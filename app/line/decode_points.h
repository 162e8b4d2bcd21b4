// Register values on the wire as points of the map.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "app/line/log_record.h"
#include "core/registers/table.h"
#include "signals/scenario/words.h"

namespace line {

struct Point {
    std::uint32_t number = 0;                 // of the first register of it that is there
    const meter::RegisterRow* row = nullptr;  // null: a hole of the map
    std::uint8_t count = 1;                   // registers of it that are there
    bool whole = true;                        // false: one half of a 32-bit point
    std::array<std::uint16_t, 2> words{};     // when the record has values
    bool has_value = false;
};

// The points that a request asks for or an answer brings, ascending.
std::vector<Point> points_of(const Registers& registers);
std::vector<Point> points_of(const Record& record);

// "f_kw_total", "f_kw_total (low word)", "register 53 (none)".
std::string name_of(const Point& point, signals::Words words = signals::english);
// "86.3598 kW", "not valid", "0x42AC"; "863 x 10^W kW" while the scale factor is not known. Units
// are of the context "Registers".
std::string value_of(const Point& point, const Decoded& decoded,
                     signals::Words words = signals::english);

}  // namespace line
