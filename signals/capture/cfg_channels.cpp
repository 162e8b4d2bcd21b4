#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "signals/capture/cfg_lines.h"
#include "signals/capture/phrases.h"

namespace signals {
namespace {

constexpr std::size_t kLeastFields = 3;  // number, name and what follows: less is another line
constexpr std::size_t kFactor = 5;       // field of a; b follows

std::vector<TextField> take_channel(CfgLines& lines, Fitting<> what, std::size_t position,
                                    std::size_t count, std::size_t least) {
    lines.skip_blank();
    std::vector<TextField> fields = lines.take(what);
    if (fields.size() >= least) return fields;
    throw CaptureError(lines.place(),
                       Sentence::of(kCapture.no_channel, displayable(lines.line().substr(0, 60)),
                                    count, Sentence::of(what), position));
}

// A name with separators in it has more fields than there are; those of a tell by how many.
void join_split_name(CfgLines& lines, std::vector<TextField>& fields) {
    const std::size_t full = fields.size() >= 13 ? 13 : 10;  // as of 1999, or of 1991
    if (fields.size() <= full) return;
    const std::size_t extra = fields.size() - full;
    const auto numbers_from = [&](std::size_t i) {
        return lines.number(text_at(fields, i)) && lines.number(text_at(fields, i + 1));
    };
    if (numbers_from(kFactor) || !numbers_from(kFactor + extra)) return;
    const char* end = fields[1 + extra].text.data() + fields[1 + extra].text.size();
    const char* begin = fields[1].text.data();
    fields[1].text = {begin, static_cast<std::size_t>(end - begin)};
    fields.erase(fields.begin() + 2, fields.begin() + 2 + static_cast<std::ptrdiff_t>(extra));
    lines.warn(fields[1].column, fmt::format("the name '{}' has separators in it; read as one",
                                             displayable(fields[1].text)));
}

// A channel whose a or b cannot be read has no values: NaN makes all of them missing.
double factor(CfgLines& lines, const std::vector<TextField>& fields, std::size_t i,
              const char* what) {
    const std::optional<double> value = lines.number(text_at(fields, i));
    if (value) return *value;
    lines.warn(column_at(fields, i),
               fmt::format("{} '{}' is not a number; all samples of this channel are missing", what,
                           displayable(text_at(fields, i))));
    return std::numeric_limits<double>::quiet_NaN();
}

// An offset that is not there is none.
double offset(CfgLines& lines, const std::vector<TextField>& fields) {
    if (!text_at(fields, kFactor + 1).empty()) return factor(lines, fields, kFactor + 1, "offset");
    lines.warn(column_at(fields, kFactor + 1), "no offset; read as 0");
    return 0.0;
}

AnalogChannel analog_channel(CfgLines& lines, const std::vector<TextField>& fields,
                             std::size_t position) {
    AnalogChannel c;
    c.position = position;
    c.name = displayable(text_at(fields, 1));
    c.phase = displayable(text_at(fields, 2));
    c.circuit = displayable(text_at(fields, 3));
    c.unit = displayable(text_at(fields, 4));
    c.multiplier = factor(lines, fields, kFactor, "multiplier");
    c.offset = offset(lines, fields);
    c.skew = lines.number(text_at(fields, 7)).value_or(0.0) * 1e-6;
    c.primary = lines.number(text_at(fields, 10)).value_or(1.0);
    c.secondary = lines.number(text_at(fields, 11)).value_or(1.0);
    const std::string side = upper(text_at(fields, 12));
    if (side.starts_with('P')) c.side = TransformerSide::primary;
    if (side.starts_with('S')) c.side = TransformerSide::secondary;
    return c;
}

// Things that one warning says for all channels.
struct Seen {
    std::size_t misnumbered = 0;
    std::size_t constant = 0;
};

void say_once(CfgLines& lines, const std::vector<TextField>& fields, const AnalogChannel& c,
              Seen& seen) {
    const std::optional<long long> written = integer(text_at(fields, 0));
    if (written != static_cast<long long>(c.position) && seen.misnumbered++ == 0) {
        lines.warn(1,
                   fmt::format("channel number '{}' where {} is due; channels count as they come",
                               displayable(text_at(fields, 0)), c.position));
    }
    if (c.multiplier == 0.0 && seen.constant++ == 0) {
        lines.warn(
            column_at(fields, kFactor),
            fmt::format("multiplier 0: channel '{}' is constant, whatever its samples", c.name));
    }
}

}  // namespace

std::size_t read_analog_lines(CfgLines& lines, std::size_t count, Recording& out) {
    Seen seen;
    std::size_t widest = 0;
    for (std::size_t i = 1; i <= count; ++i) {
        std::vector<TextField> fields =
            take_channel(lines, kCapture.analog_channels, i, count, kFactor);
        join_split_name(lines, fields);
        widest = std::max(widest, fields.size());
        out.analog.push_back(analog_channel(lines, fields, i));
        say_once(lines, fields, out.analog.back(), seen);
    }
    return widest;
}

// n,ch_id,y or n,ch_id,ph,ccbm,y
void read_status_lines(CfgLines& lines, std::size_t count, Recording& out) {
    for (std::size_t i = 1; i <= count; ++i) {
        const std::vector<TextField> fields =
            take_channel(lines, kCapture.status_channels, i, count, 2);
        StatusChannel& c = out.status.emplace_back();
        c.position = i;
        c.name = displayable(text_at(fields, 1));
        c.normal = text_at(fields, fields.size() <= kLeastFields ? 2 : 4) == "1";
    }
}

}  // namespace signals
