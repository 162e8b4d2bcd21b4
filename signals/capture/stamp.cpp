#include "signals/capture/stamp.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "signals/capture/text.h"

namespace signals {
namespace {

std::optional<std::array<std::string_view, 3>> three(std::string_view text, char separator) {
    const std::vector<TextField> fields = split_fields(text, separator);
    if (fields.size() != 3) return std::nullopt;
    return std::array{fields[0].text, fields[1].text, fields[2].text};
}

bool read_into(std::string_view text, long long low, long long high, int& out) {
    const std::optional<long long> value = integer(text);
    if (!value || *value < low || *value > high) return false;
    out = static_cast<int>(*value);
    return true;
}

bool read_date(std::string_view text, bool month_first, CaptureStamp& out) {
    std::string slashes{text};
    for (char& c : slashes) c = c == '-' || c == '.' ? '/' : c;
    auto fields = three(slashes, '/');
    if (!fields) return false;
    if ((*fields)[0].size() == 4) {
        std::swap((*fields)[0], (*fields)[2]);  // 2026-03-01
        month_first = false;
    }
    int first = 0;
    int second = 0;
    if (!read_into((*fields)[0], 1, 31, first) || !read_into((*fields)[1], 1, 31, second) ||
        !read_into((*fields)[2], 0, 9999, out.year)) {
        return false;
    }
    if (out.year < 100) out.year += out.year >= 70 ? 1900 : 2000;
    out.day = month_first ? second : first;
    out.month = month_first ? first : second;
    if (out.month > 12) std::swap(out.day, out.month);
    return out.month <= 12;
}

// "11:28:18581309": the point got lost.
std::string with_point(std::string_view seconds) {
    const bool digits = seconds.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || seconds.size() <= 2) return std::string{seconds};
    return fmt::format("{}.{}", seconds.substr(0, 2), seconds.substr(2));
}

bool read_time(std::string_view text, CaptureStamp& out) {
    const auto fields = three(text, ':');
    if (!fields) return false;
    const std::optional<double> second = number(with_point((*fields)[2]));
    if (!read_into((*fields)[0], 0, 24, out.hour) || !read_into((*fields)[1], 0, 59, out.minute) ||
        !second || *second < 0.0 || *second >= 61.0) {
        return false;
    }
    out.second = *second;
    return true;
}

// Days from 1970-01-01 (a proleptic Gregorian calendar).
long long days_of(int year, int month, int day) {
    const long long y = year - (month <= 2 ? 1 : 0);
    const long long era = (y >= 0 ? y : y - 399) / 400;
    const long long of_era = y - era * 400;
    const long long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

// "2026-03-01" or a date with the day first, in any of - / . as separator.
std::optional<long long> day_number(std::string_view text) {
    std::string slashes{text};
    for (char& c : slashes) c = c == '-' || c == '.' ? '/' : c;
    const auto fields = three(slashes, '/');
    int year = 0;
    int month = 0;
    int day = 0;
    if (!fields) return std::nullopt;
    const bool year_first = (*fields)[0].size() == 4;
    if (!read_into((*fields)[year_first ? 0 : 2], 0, 9999, year) ||
        !read_into((*fields)[1], 1, 12, month) ||
        !read_into((*fields)[year_first ? 2 : 0], 1, 31, day)) {
        return std::nullopt;
    }
    return days_of(year, month, day);
}

}  // namespace

double seconds_between(const CaptureStamp& from, const CaptureStamp& to) {
    const long long days =
        days_of(to.year, to.month, to.day) - days_of(from.year, from.month, from.day);
    const int minutes = 60 * (to.hour - from.hour) + to.minute - from.minute;
    return 86'400.0 * static_cast<double>(days) + 60.0 * minutes + (to.second - from.second);
}

std::optional<double> clock_seconds(std::string_view text) {
    const std::size_t gap = text.find_first_of(" T");
    double days = 0.0;
    if (gap != std::string_view::npos) {
        const std::optional<long long> day = day_number(text.substr(0, gap));
        if (!day) return std::nullopt;
        days = static_cast<double>(*day);
        text = text.substr(gap + 1);
    }
    if (text.ends_with('Z')) text.remove_suffix(1);
    std::string point{text};
    for (char& c : point) c = c == ',' ? '.' : c;
    CaptureStamp clock;
    if (!read_time(point, clock)) return std::nullopt;
    return 86'400.0 * days + 3'600.0 * clock.hour + 60.0 * clock.minute + clock.second;
}

std::optional<CaptureStamp> parse_stamp(std::string_view date, std::string_view time,
                                        bool month_first) {
    CaptureStamp stamp;
    if (!read_date(date, month_first, stamp) || !read_time(time, stamp)) return std::nullopt;
    return stamp;
}

std::size_t fraction_digits(std::string_view time) {
    const std::string seconds = with_point(trimmed(time.substr(time.rfind(':') + 1)));
    const std::size_t point = seconds.find('.');
    if (point == std::string::npos) return 0;
    const std::size_t end = seconds.find_first_not_of("0123456789", point + 1);
    return std::min(end, seconds.size()) - point - 1;
}

}  // namespace signals
