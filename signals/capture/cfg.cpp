#include "signals/capture/cfg.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "signals/capture/stamp.h"
#include "signals/capture/text.h"

namespace signals {
namespace {

constexpr std::size_t kMaxRates = 10'000;

struct FormatName {
    const char* name;
    SampleFormat format;
};
// clang-format off
constexpr FormatName kFormats[] = {
    {"ASCII",    SampleFormat::ascii},
    {"BINARY",   SampleFormat::binary},
    {"BINARY32", SampleFormat::binary32},
    {"FLOAT32",  SampleFormat::float32},
};
// clang-format on

class CfgParser {
 public:
    CfgParser(std::string_view text, const std::string& file, std::size_t first_line,
              Recording& out)
        : lines_(split_lines(text)), file_(file), first_line_(first_line), out_(out) {}

    void parse() {
        identity();
        counts();
        for (std::size_t i = 0; i < analog_; ++i) analog_line(i + 1);
        for (std::size_t i = 0; i < status_; ++i) status_line(i + 1);
        line_frequency();
        rates();
        out_.start = stamp("start");
        out_.trigger = stamp("trigger");
        format();
        time_multiplier();
    }

 private:
    [[nodiscard]] bool more() const { return next_ < lines_.size(); }
    [[nodiscard]] CapturePlace place(std::size_t column = 0) const {
        return {file_, first_line_ + (next_ == 0 ? 0 : next_ - 1), column};
    }
    void warn(std::size_t column, const std::string& text) {
        out_.warnings.push_back({place(column), text});
    }

    // The fields of the next line; CaptureError with `what` when the text ends here.
    std::vector<Field> take(const char* what) {
        if (!more()) {
            throw CaptureError({file_, first_line_ + lines_.size(), 0},
                               fmt::format("the configuration ends before its {}", what));
        }
        return split_fields(lines_[next_++], separator_);
    }

    static std::string_view text_at(const std::vector<Field>& fields, std::size_t i) {
        return i < fields.size() ? fields[i].text : std::string_view{};
    }
    [[nodiscard]] std::optional<double> number_at(const std::vector<Field>& fields,
                                                  std::size_t i) const {
        return number(text_at(fields, i), separator_ == ';');
    }

    void identity() {
        if (lines_.size() > 1 && lines_[1].find(';') != std::string_view::npos) separator_ = ';';
        const std::vector<Field> fields = take("first line (station, device, revision)");
        out_.station = displayable(text_at(fields, 0));
        out_.device = displayable(text_at(fields, 1));
        const std::string_view year = text_at(fields, 2);
        const std::optional<long long> value = integer(year);
        if (value && *value >= 1 && *value <= 9999) {
            out_.revision = static_cast<int>(*value);
        } else if (!year.empty()) {
            out_.revision = 1999;
            warn(fields[2].column,
                 fmt::format("revision year '{}' is not a year; read as 1999", displayable(year)));
        }
    }

    // "24A" or "24" as a count.
    std::size_t count_of(const std::vector<Field>& fields, std::size_t i, char letter) const {
        std::string_view text = text_at(fields, i);
        if (!text.empty() && upper(text).back() == letter) text.remove_suffix(1);
        const std::optional<long long> value = integer(text);
        if (!value || *value < 0 || static_cast<std::size_t>(*value) > kMaxChannels) {
            throw CaptureError(
                place(i < fields.size() ? fields[i].column : 0),
                fmt::format("channel count '{}' is not a number from 0 to {}, followed by {}",
                            displayable(text_at(fields, i)), kMaxChannels, letter));
        }
        return static_cast<std::size_t>(*value);
    }

    void counts() {
        const std::vector<Field> fields = take("channel counts");
        analog_ = count_of(fields, 1, 'A');
        status_ = count_of(fields, 2, 'D');
        if (integer(text_at(fields, 0)).value_or(-1) != static_cast<long long>(analog_ + status_)) {
            warn(1, fmt::format("total of channels '{}' is not {}A + {}D; the parts are used",
                                displayable(text_at(fields, 0)), analog_, status_));
        }
        if (analog_ + status_ > lines_.size() - next_) {
            throw CaptureError(place(),
                               fmt::format("{} channels are announced, only {} lines follow",
                                           analog_ + status_, lines_.size() - next_));
        }
    }

    void analog_line(std::size_t position) {
        const std::vector<Field> fields = take("analog channels");
        AnalogChannel& c = out_.analog.emplace_back();
        c.position = position;
        c.name = displayable(text_at(fields, 1));
        c.phase = displayable(text_at(fields, 2));
        c.circuit = displayable(text_at(fields, 3));
        c.unit = displayable(text_at(fields, 4));
        c.multiplier = factor(fields, 5, "multiplier");
        c.offset = factor(fields, 6, "offset");
        c.skew = number_at(fields, 7).value_or(0.0) * 1e-6;
        c.primary = number_at(fields, 10).value_or(1.0);
        c.secondary = number_at(fields, 11).value_or(1.0);
        const std::string side = upper(text_at(fields, 12));
        if (side == "P") c.side = TransformerSide::primary;
        if (side == "S") c.side = TransformerSide::secondary;
    }

    // A channel whose a or b cannot be read has no values: NaN makes all of them missing.
    double factor(const std::vector<Field>& fields, std::size_t i, const char* what) {
        const std::optional<double> value = number_at(fields, i);
        if (value) return *value;
        warn(i < fields.size() ? fields[i].column : 0,
             fmt::format("{} '{}' is not a number; all samples of this channel are missing", what,
                         displayable(text_at(fields, i))));
        return std::numeric_limits<double>::quiet_NaN();
    }

    // n,ch_id,y or n,ch_id,ph,ccbm,y
    void status_line(std::size_t position) {
        const std::vector<Field> fields = take("status channels");
        StatusChannel& c = out_.status.emplace_back();
        c.position = position;
        c.name = displayable(text_at(fields, 1));
        c.normal = text_at(fields, fields.size() <= 3 ? 2 : 4) == "1";
    }

    void line_frequency() {
        const std::vector<Field> fields = take("line frequency");
        const std::optional<double> value = number_at(fields, 0);
        if (value && *value > 0.0) {
            out_.line_frequency = *value;
        } else {
            warn(fields[0].column, fmt::format("line frequency '{}' is not a positive number of Hz",
                                               displayable(fields[0].text)));
        }
    }

    void rates() {
        const std::vector<Field> fields = take("number of sampling rates");
        const long long announced = integer(fields[0].text).value_or(-1);
        if (announced < 0 || announced > static_cast<long long>(kMaxRates)) {
            throw CaptureError(place(fields[0].column),
                               fmt::format("number of sampling rates '{}' is not from 0 to {}",
                                           displayable(fields[0].text), kMaxRates));
        }
        // nrates = 0 is followed by one line "0,rows", which some writers leave out.
        const bool bare =
            announced == 0 && more() && lines_[next_].find('/') != std::string_view::npos;
        const long long count = announced == 0 ? (bare ? 0 : 1) : announced;
        for (long long i = 0; i < count; ++i) rate_line();
        if (announced == 0) {
            for (SamplingRate& rate : out_.rates) rate.hertz = 0.0;
        }
    }

    void rate_line() {
        const std::vector<Field> fields = take("sampling rates");
        const double hertz = number_at(fields, 0).value_or(-1.0);
        const double end = number_at(fields, 1).value_or(-1.0);
        if (hertz < 0.0 || end < 0.0 || end > 9e15) {
            warn(1, fmt::format("sampling rate '{}' with last sample '{}' cannot be read; left out",
                                displayable(fields[0].text), displayable(text_at(fields, 1))));
            return;
        }
        out_.rates.push_back({hertz, static_cast<std::uint64_t>(end)});
    }

    std::optional<CaptureStamp> stamp(const char* what) {
        const std::vector<Field> fields = take("time stamps");
        const std::optional<CaptureStamp> value =
            parse_stamp(text_at(fields, 0), text_at(fields, 1), out_.revision == 1991);
        if (!value) {
            warn(1, fmt::format("{} time '{}' cannot be read; left open", what,
                                displayable(lines_[next_ - 1])));
        }
        return value;
    }

    void format() {
        const std::vector<Field> fields = take("data type");
        const std::string name = upper(fields[0].text);
        for (const FormatName& row : kFormats) {
            if (name == row.name) {
                out_.format = row.format;
                return;
            }
        }
        throw CaptureError(place(fields[0].column),
                           fmt::format("data type '{}' is none of ASCII, BINARY, BINARY32, FLOAT32",
                                       displayable(fields[0].text)));
    }

    void time_multiplier() {
        if (!more()) return;
        const std::vector<Field> fields = take("time multiplier");
        if (fields[0].text.empty()) return;
        const std::optional<double> value = number_at(fields, 0);
        if (value && *value > 0.0) {
            out_.time_multiplier = *value;
        } else {
            warn(fields[0].column,
                 fmt::format("time multiplier '{}' is not a positive number; read as 1",
                             displayable(fields[0].text)));
        }
    }

    std::vector<std::string_view> lines_;
    const std::string& file_;
    std::size_t first_line_;
    Recording& out_;
    char separator_ = ',';
    std::size_t next_ = 0;
    std::size_t analog_ = 0;
    std::size_t status_ = 0;
};

}  // namespace

void parse_cfg(std::string_view text, const std::string& file, std::size_t first_line,
               Recording& out) {
    CfgParser{text, file, first_line, out}.parse();
}

}  // namespace signals
