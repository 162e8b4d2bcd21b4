#include "signals/capture/cfg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "signals/capture/cfg_lines.h"
#include "signals/capture/phrases.h"
#include "signals/capture/stamp.h"

namespace signals {
namespace {

constexpr std::size_t kMaxRates = 10'000;
constexpr double kLeastHertz = 1e-9;
constexpr double kMostMultiplier = 1e12;
constexpr std::size_t kFieldsOf1999 = 13;  // of an analog line, from then on

struct FormatName {
    const char* name;
    SampleFormat format;
    bool standard;
};
// clang-format off
constexpr FormatName kFormats[] = {
    {"ASCII",    SampleFormat::ascii,    true},
    {"BINARY",   SampleFormat::binary,   true},
    {"BINARY32", SampleFormat::binary32, true},
    {"FLOAT32",  SampleFormat::float32,  true},
    {"ASC",      SampleFormat::ascii,    false},
    {"BIN",      SampleFormat::binary,   false},
    {"BINARY16", SampleFormat::binary,   false},
    {"FLOAT",    SampleFormat::float32,  false},
};
// clang-format on

class CfgParser {
 public:
    CfgParser(std::string_view text, std::size_t first_line, Recording& out)
        : lines_(text, first_line, out), out_(out) {}

    void parse() {
        identity();
        counts();
        const std::size_t widest = read_analog_lines(lines_, analog_, out_);
        if (!year_given_ && widest >= kFieldsOf1999) {
            out_.revision = 1999;
            lines_.warn(0, "no revision year, but analog channels as of 1999; read as 1999");
        }
        read_status_lines(lines_, status_, out_);
        line_frequency();
        rates();
        out_.start = stamp("start");
        out_.trigger = stamp("trigger");
        format();
        time_multiplier();
    }

 private:
    void identity() {
        const std::vector<TextField> fields = lines_.take(kCapture.first_line);
        const std::size_t year_at = fields.size() > 3 ? last_integer(fields) : 2;
        out_.station = displayable(text_at(fields, 0));
        out_.device = displayable(text_at(fields, 1));
        const std::string_view year = text_at(fields, year_at);
        const std::optional<long long> value = integer(year);
        year_given_ = !year.empty();
        if (year_at > 2) {
            lines_.warn(fields[2].column,
                        "more fields than station, device and revision year; the "
                        "last is taken as the year");
        }
        if (value && *value >= 1 && *value <= 9999) {
            out_.revision = static_cast<int>(*value);
        } else if (!year.empty()) {
            out_.revision = 1999;
            lines_.warn(
                fields[year_at].column,
                fmt::format("revision year '{}' is not a year; read as 1999", displayable(year)));
        }
    }

    // A station or device with separators in its name pushes the year to the right.
    static std::size_t last_integer(const std::vector<TextField>& fields) {
        std::size_t last = fields.size() - 1;
        while (last > 2 && fields[last].text.empty()) --last;
        return integer(fields[last].text) ? last : 2;
    }

    // "24A" or "24" as a count.
    std::size_t count_of(const std::vector<TextField>& fields, std::size_t i, char letter) const {
        std::string_view text = text_at(fields, i);
        if (!text.empty() && upper(text).back() == letter) text.remove_suffix(1);
        const std::optional<long long> value = integer(text);
        if (!value || *value < 0 || static_cast<std::size_t>(*value) > kMaxChannels) {
            throw CaptureError(lines_.place(column_at(fields, i)),
                               Sentence::of(kCapture.no_count, displayable(text_at(fields, i)),
                                            kMaxChannels, letter));
        }
        return static_cast<std::size_t>(*value);
    }

    void counts() {
        std::vector<TextField> fields = lines_.take(kCapture.channel_counts);
        if (upper(text_at(fields, 1)).ends_with('D') && upper(text_at(fields, 2)).ends_with('A')) {
            std::swap(fields[1], fields[2]);
        }
        analog_ = count_of(fields, 1, 'A');
        status_ = fields.size() > 2 && !fields[2].text.empty() ? count_of(fields, 2, 'D') : 0;
        if (integer(text_at(fields, 0)).value_or(-1) != static_cast<long long>(analog_ + status_)) {
            lines_.warn(1,
                        fmt::format("total of channels '{}' is not {}A + {}D; the parts are used",
                                    displayable(text_at(fields, 0)), analog_, status_));
        }
        if (analog_ + status_ > lines_.left()) {
            throw CaptureError(lines_.place(),
                               Sentence::of(kCapture.few_lines, analog_ + status_, lines_.left()));
        }
    }

    void line_frequency() {
        const std::vector<TextField> fields = lines_.take(kCapture.line_frequency);
        const std::optional<double> value = lines_.leading_number(fields[0].text);
        if (value && *value > 0.0) {
            out_.line_frequency = *value;
        } else {
            lines_.warn(fields[0].column,
                        fmt::format("line frequency '{}' is not a positive number of Hz",
                                    displayable(fields[0].text)));
        }
    }

    // A stamp, where a rate was expected, or the other way round.
    [[nodiscard]] bool stamp_follows() const {
        return lines_.peek().find('/') != std::string_view::npos ||
               lines_.peek().find(':') != std::string_view::npos;
    }
    [[nodiscard]] bool rate_follows() const {
        const std::vector<TextField> fields = split_fields(lines_.peek(), ',');
        return fields.size() == 2 && lines_.number(fields[0].text) && integer(fields[1].text);
    }

    void rates() {
        const std::vector<TextField> fields = lines_.take(kCapture.rate_count);
        const double value = lines_.number(fields[0].text).value_or(-1.0);  // "1.0" is seen
        if (value < 0.0 || value > static_cast<double>(kMaxRates) || value != std::floor(value)) {
            throw CaptureError(
                lines_.place(fields[0].column),
                Sentence::of(kCapture.no_rate_count, displayable(fields[0].text), kMaxRates));
        }
        // nrates = 0 is followed by one line "0,rows", which some writers leave out.
        const auto announced = static_cast<std::size_t>(value);
        const std::size_t wanted = std::max<std::size_t>(announced, 1);
        std::size_t count = 0;
        while (count < wanted && !stamp_follows()) rate_line(wanted == 1), ++count;
        while (rate_follows() && count < kMaxRates) rate_line(false), ++count;
        if (announced > 0 && count != announced) {
            lines_.warn(0, fmt::format("{} sampling rate{} announced, {} there; those are used",
                                       announced, announced == 1 ? " is" : "s are", count));
        }
        if (announced == 0) {
            for (SamplingRate& rate : out_.rates) rate.hertz = 0.0;
        }
    }

    // `only`: a rate that does not say where it ends holds for all rows.
    void rate_line(bool only) {
        const std::vector<TextField> fields = lines_.take(kCapture.rates);
        const double hertz = lines_.leading_number(fields[0].text).value_or(-1.0);
        const double end = lines_.number(text_at(fields, 1)).value_or(-1.0);
        const bool absurd = hertz != 0.0 && (hertz < kLeastHertz || hertz > 1.0 / kLeastHertz);
        if (only && !absurd && end < 0.0) {
            lines_.warn(column_at(fields, 1),
                        fmt::format("last sample '{}' of the sampling rate cannot be read; the "
                                    "rate is used for all rows",
                                    displayable(text_at(fields, 1))));
            out_.rates.push_back({hertz, kToTheEnd});
            return;
        }
        if (absurd || end < 0.0 || end > 9e15) {
            lines_.warn(
                1, fmt::format("sampling rate '{}' with last sample '{}' cannot be read; left out",
                               displayable(fields[0].text), displayable(text_at(fields, 1))));
            return;
        }
        out_.rates.push_back({hertz, static_cast<std::uint64_t>(end)});
    }

    std::optional<CaptureStamp> stamp(const char* what) {
        const std::vector<TextField> fields = lines_.take(kCapture.time_stamps);
        std::string_view date = text_at(fields, 0);
        std::string time{text_at(fields, 1)};
        if (fields.size() > 2 && integer(fields[2].text)) time += "." + std::string{fields[2].text};
        if (const std::size_t gap = date.find(' '); time.empty() && gap != std::string_view::npos) {
            time = trimmed(date.substr(gap));  // a blank in place of the comma
            date = date.substr(0, gap);
        }
        out_.fraction_digits = std::max(out_.fraction_digits, fraction_digits(time));
        const std::optional<CaptureStamp> value = parse_stamp(date, time, out_.revision == 1991);
        if (!value) {
            lines_.warn(1, fmt::format("{} time '{}' cannot be read; left open", what,
                                       displayable(lines_.line().substr(0, 60))));
        }
        return value;
    }

    void format() {
        const std::vector<TextField> fields = lines_.take(kCapture.data_type);
        const std::string name = upper(fields[0].text);
        for (const FormatName& row : kFormats) {
            if (name != row.name) continue;
            out_.format = row.format;
            if (row.standard) return;
            return lines_.warn(fields[0].column, fmt::format("data type '{}' is read as {}", name,
                                                             to_string(row.format)));
        }
        throw CaptureError(lines_.place(fields[0].column),
                           Sentence::of(kCapture.no_data_type, displayable(fields[0].text)));
    }

    void time_multiplier() {
        if (lines_.left() == 0) return;
        const std::vector<TextField> fields = lines_.take(kCapture.time_multiplier);
        if (fields[0].text.empty()) return;
        const std::optional<double> value = lines_.number(fields[0].text);
        if (value && *value > 0.0 && *value < kMostMultiplier) {
            out_.time_multiplier = *value;
        } else {
            lines_.warn(fields[0].column,
                        fmt::format("time multiplier '{}' is not a positive number; read as 1",
                                    displayable(fields[0].text)));
        }
    }

    CfgLines lines_;
    Recording& out_;
    bool year_given_ = false;
    std::size_t analog_ = 0;
    std::size_t status_ = 0;
};

}  // namespace

void parse_cfg(std::string_view text, const std::string& file, std::size_t first_line,
               Recording& out) {
    out.file = file;
    CfgParser{text, first_line, out}.parse();
}

}  // namespace signals
