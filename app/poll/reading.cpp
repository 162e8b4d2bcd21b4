#include "app/poll/reading.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "app/poll/failure.h"
#include "app/poll/phrases.h"

namespace polling {
namespace {

using meter::Format;
using meter::RegisterRow;
using meter::Scale;

constexpr int kLargestExponent = 4;

std::int8_t exponent_of(const ScaleWords& words, std::size_t index) {
    const auto exponent = static_cast<std::int16_t>(words.at(index));
    const auto number = static_cast<std::uint16_t>(kFirstScale + index);
    if (exponent < -kLargestExponent || exponent > kLargestExponent)
        throw Failure(
            Trouble::no_match, 0,
            sentence(Phrase::scale, meter::find_register(number)->name, number, exponent));
    return static_cast<std::int8_t>(exponent);
}

bool is_bitmap(const RegisterRow& row) { return std::string_view(row.units) == "bitmap"; }

// Mantissa and exponent of ten, digit by digit: no rounding on the way.
std::string decimal(std::int64_t mantissa, int exponent) {
    std::string digits = std::to_string(mantissa < 0 ? -mantissa : mantissa);
    const char* sign = mantissa < 0 ? "-" : "";
    if (exponent >= 0)
        return sign + digits +
               (mantissa == 0 ? "" : std::string(static_cast<std::size_t>(exponent), '0'));
    const auto places = static_cast<std::size_t>(-exponent);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    return sign + digits.insert(digits.size() - places, ".");
}

}  // namespace

std::optional<double> Reading::value() const {
    if (!valid()) return std::nullopt;
    return meter::to_real<double>(physical);
}

meter::Derived scales_of(const ScaleWords& words) {
    meter::Derived scales;
    scales.scale_i = exponent_of(words, 0);
    scales.scale_v = exponent_of(words, 1);
    scales.scale_w = exponent_of(words, 2);
    scales.scale_e = exponent_of(words, 3);
    return scales;
}

bool needs_scales(std::span<const RegisterRow* const> rows) {
    return std::any_of(rows.begin(), rows.end(), [](const RegisterRow* row) {
        return row->scale >= Scale::I && row->scale <= Scale::E;
    });
}

Reading reading_of(const RegisterRow& row, std::span<const std::uint16_t> words,
                   const meter::Derived& scales) {
    Reading reading{&row, {}, true, meter::decode(row, words, scales)};
    std::copy_n(words.begin(), row.count, reading.words.begin());
    return reading;
}

std::string text_of(const Reading& reading, signals::Words words) {
    if (!reading.read) return "-";
    if (!reading.physical.valid) return say(words, Phrase::not_valid);
    const meter::Physical& p = reading.physical;
    if (is_bitmap(*reading.row)) return fmt::format("0x{:04X}", p.mantissa);
    if (p.base == 10) return decimal(p.mantissa, p.exponent);
    return fmt::format("{:.7g}", meter::to_real<double>(p));
}

std::string_view unit_of(const RegisterRow& row) {
    const std::string_view units = row.units;
    return units == "x0.01" ? std::string_view{} : units;
}

std::string raw_text(const Reading& reading) {
    if (!reading.read) return "";
    std::string text = fmt::format("0x{:04X}", reading.words[0]);
    if (reading.row->count == 2) text += fmt::format(" 0x{:04X}", reading.words[1]);
    return text;
}

std::uint16_t word_for(const RegisterRow& row, double value) {
    if (row.access != meter::Access::read_write)
        throw std::invalid_argument(fmt::format("{} ({}) cannot be written", row.name, row.number));
    const double steps = value * std::pow(10.0, -meter::scale_exponent(row.scale, {}));
    const double whole = std::round(steps);
    if (!(std::abs(steps - whole) < 1e-6) || whole < 0.0 || whole > 65'535.0)
        throw std::invalid_argument(
            fmt::format("{} ({}) cannot be {}; allowed are {} in steps of {}", row.name, row.number,
                        value, row.scale == Scale::hundredth ? "0 to 655.35" : "0 to 65535",
                        row.scale == Scale::hundredth ? "0.01" : "1"));
    return static_cast<std::uint16_t>(whole);
}

}  // namespace polling
