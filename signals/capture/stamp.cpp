#include "signals/capture/stamp.h"

#include <array>
#include <utility>

#include "signals/capture/text.h"

namespace signals {
namespace {

std::optional<std::array<std::string_view, 3>> three(std::string_view text, char separator) {
    const std::vector<Field> fields = split_fields(text, separator);
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
    const auto fields = three(text, '/');
    if (!fields) return false;
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

bool read_time(std::string_view text, CaptureStamp& out) {
    const auto fields = three(text, ':');
    if (!fields) return false;
    const std::string_view seconds = (*fields)[2];
    const std::optional<double> second = number(seconds);
    if (!read_into((*fields)[0], 0, 24, out.hour) || !read_into((*fields)[1], 0, 59, out.minute) ||
        !second || *second < 0.0 || *second >= 61.0) {
        return false;
    }
    out.second = *second;
    const std::size_t point = seconds.find('.');
    if (point != std::string_view::npos) {
        out.fraction_digits = static_cast<int>(seconds.size() - point - 1);
    }
    return true;
}

}  // namespace

std::optional<CaptureStamp> parse_stamp(std::string_view date, std::string_view time,
                                        bool month_first) {
    CaptureStamp stamp;
    if (!read_date(date, month_first, stamp) || !read_time(time, stamp)) return std::nullopt;
    return stamp;
}

}  // namespace signals
