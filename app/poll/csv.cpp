#include "app/poll/csv.h"

#include <fmt/core.h>

namespace polling {

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string iso_time(std::chrono::system_clock::time_point time) {
    using std::chrono::floor;
    const auto whole = floor<std::chrono::milliseconds>(time);
    const auto day = floor<std::chrono::days>(whole);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(whole - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

std::string csv_header(const Rows& rows) {
    std::string line = "time";
    for (const meter::RegisterRow* row : rows) line += "," + csv_field(row->name);
    return line + ",error\r\n";
}

std::string csv_row(const Sweep& sweep) {
    std::string line = iso_time(sweep.started);
    for (const Reading& reading : sweep.readings)
        line += "," + (reading.valid() ? csv_field(text_of(reading)) : std::string{});
    std::string errors;
    for (const signals::Sentence& error : sweep.errors)
        errors += (errors.empty() ? "" : "; ") + error.in_english();
    return line + "," + csv_field(errors) + "\r\n";
}

}  // namespace polling
