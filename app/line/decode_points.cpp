#include "app/line/decode_points.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/line/phrases.h"
#include "core/registers/codec.h"

namespace line {
namespace {

using meter::RegisterRow;
using signals::Words;

constexpr std::uint32_t kMostNumber = 65'536;
constexpr std::uint32_t kMostPoints = 256;  // more than any frame holds

const RegisterRow* row_at(std::uint32_t number) {
    return number < kMostNumber ? meter::find_register(static_cast<std::uint16_t>(number))
                                : nullptr;
}

bool needs_scale(const RegisterRow& row) {
    return row.scale == meter::Scale::I || row.scale == meter::Scale::V ||
           row.scale == meter::Scale::W || row.scale == meter::Scale::E;
}

std::string with_units(std::string number, const RegisterRow& row, Words words) {
    if (*row.units != '\0') number += " " + words(meter::kRegisterContext, row.units);
    return number;
}

// Exact for integers; for floats the shortest text that reads back to the same float.
std::string number_text(const meter::Physical& physical) {
    if (physical.base == 2) return fmt::format("{}", meter::to_real<float>(physical));
    return fmt::format("{:.10g}", meter::to_real<double>(physical));
}

}  // namespace

std::vector<Point> points_of(const Registers& registers) {
    std::vector<Point> points;
    const std::uint32_t last = registers.first + std::min(registers.count, kMostPoints) - 1;
    for (std::uint32_t number = registers.first; number <= last;) {
        Point point{number, row_at(number), 1, true, {}, false};
        if (point.row != nullptr && point.row->count == 2) {
            const bool high = number == point.row->number;
            point.whole = high && number < last;
            point.count = point.whole ? 2 : 1;
        }
        number += point.count;
        points.push_back(point);
    }
    return points;
}

std::vector<Point> points_of(const Record& record) {
    const Decoded& d = record.decoded;
    if (!d.registers) return {};
    std::vector<Point> points = points_of(*d.registers);
    std::size_t at = d.values_at;
    std::size_t left = d.values;
    for (Point& point : points) {
        if (left < point.count) break;
        for (std::size_t i = 0; i < point.count; ++i, at += 2)
            point.words[i] = word_at(record.traffic.bytes, at);
        point.has_value = true;
        left -= point.count;
    }
    return points;
}

std::string name_of(const Point& point, Words words) {
    if (point.row == nullptr) return say(words, Phrase::no_register, point.number);
    if (point.whole) return point.row->name;
    return say(words, point.number == point.row->number ? Phrase::high_word : Phrase::low_word,
               point.row->name);
}

std::string value_of(const Point& point, const Decoded& decoded, Words words) {
    if (point.row == nullptr || !point.whole) return fmt::format("0x{:04X}", point.words[0]);
    const RegisterRow& row = *point.row;
    const bool counts = needs_scale(row) && !decoded.scales_known;
    meter::Derived scales = decoded.scales;
    if (counts) scales.scale_i = scales.scale_v = scales.scale_w = scales.scale_e = 0;
    const meter::Physical physical =
        meter::decode(row, std::span(point.words).first(point.count), scales);
    if (!physical.valid) return say(words, Phrase::not_valid);
    if (!counts) return with_units(number_text(physical), row, words);
    return with_units(fmt::format("{} x 10^{}", physical.mantissa, meter::text(row.scale)), row,
                      words);
}

}  // namespace line
