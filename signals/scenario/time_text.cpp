#include "signals/scenario/time_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string>

namespace signals {

namespace {

struct Unit {
    std::string_view name;
    double seconds;
};
constexpr std::array<Unit, 6> kUnits{
    {{"", 1.0}, {"ms", 0.001}, {"s", 1.0}, {"m", 60.0}, {"h", 3'600.0}, {"d", 86'400.0}}};

// Takes a number off the front.
std::optional<double> take_number(std::string_view& text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool take(std::string_view& text, char what) {
    if (text.empty() || text.front() != what) return false;
    text.remove_prefix(1);
    return true;
}

// hh:mm[:ss], the hours already taken.
std::optional<double> clock(double hours, std::string_view rest) {
    double seconds = hours * 3'600.0;
    for (const double unit : {60.0, 1.0}) {
        if (rest.empty() && unit == 1.0) break;
        if (!take(rest, ':')) return std::nullopt;
        const auto part = take_number(rest);
        if (!part || *part < 0.0 || *part >= 60.0) return std::nullopt;
        seconds += *part * unit;
    }
    return rest.empty() ? std::optional(seconds) : std::nullopt;
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<double> seconds_from(std::string_view text) {
    std::string_view rest = text;
    const auto number = take_number(rest);
    if (!number) return std::nullopt;
    if (!rest.empty() && rest.front() == ':') return clock(*number, rest);
    const auto* unit = std::find_if(kUnits.begin(), kUnits.end(),
                                    [&](const Unit& row) { return row.name == rest; });
    if (unit == kUnits.end()) return std::nullopt;
    return *number * unit->seconds;
}

std::optional<double> seconds_from_date(std::string_view text) {
    constexpr std::size_t kDate = 10;
    if (text.size() <= kDate || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (text[kDate] != ' ' && text[kDate] != 'T') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    const std::string_view time = text.substr(kDate + 1);
    if (!year || !month || !day || time.find(':') == std::string_view::npos) return std::nullopt;
    const auto seconds = seconds_from(time);
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(*year),
                              std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day))};
    if (!seconds || !date.ok()) return std::nullopt;
    return static_cast<double>(sys_days(date).time_since_epoch().count()) * 86'400.0 + *seconds;
}

}  // namespace signals
