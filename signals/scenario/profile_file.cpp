#include "signals/scenario/profile_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>

#include "signals/scenario/phrases.h"
#include "signals/scenario/scenario_file.h"
#include "signals/scenario/suggestion.h"
#include "signals/scenario/text_file.h"
#include "signals/scenario/time_text.h"

namespace signals {

namespace {

struct Field {
    std::string_view text;
    std::size_t column = 1;
};

struct Where {
    const std::string& file;
    int line;

    template <class... Args>
    [[noreturn]] void fail(std::size_t column, Fitting<std::type_identity_t<Args>...> text,
                           const Args&... args) const {
        throw ScenarioError(Sentence::after(fmt::format("{}:{}:{}: ", file, line, column),
                                            Sentence::of(text, args...)));
    }
};

constexpr int kTime = -1;
// What a column means.
struct Column {
    std::string_view name;
    int quantity = kTime;  // 0 real power, 1 reactive power
    double unit = 1.0;     // s, W or var; of the column "time": 0
};
constexpr std::array<Column, 13> kColumns{{{"time", kTime, 0.0},
                                           {"s", kTime, 1.0},
                                           {"seconds", kTime, 1.0},
                                           {"min", kTime, 60.0},
                                           {"minutes", kTime, 60.0},
                                           {"h", kTime, 3'600.0},
                                           {"hours", kTime, 3'600.0},
                                           {"w", 0, 1.0},
                                           {"kw", 0, 1e3},
                                           {"mw", 0, 1e6},
                                           {"var", 1, 1.0},
                                           {"kvar", 1, 1e3},
                                           {"mvar", 1, 1e6}}};
constexpr double kMostWatts = 1e9;

struct Meaning {
    Column column;
    int phase = -1;  // -1: the total
};

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\r' || c == '"'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<Field> split(std::string_view line, char delimiter) {
    std::vector<Field> out;
    std::size_t start = 0;
    for (;;) {
        const std::size_t end = std::min(line.find(delimiter, start), line.size());
        const std::string_view field = trimmed(line.substr(start, end - start));
        const auto column =
            field.empty() ? start : static_cast<std::size_t>(field.data() - line.data());
        out.push_back({field, column + 1});
        if (end == line.size()) return out;
        start = end + 1;
    }
}

Meaning meaning_of(const Field& field, const Where& where) {
    std::string name(field.text);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    Meaning out;
    std::string_view base = name;
    if (base.size() > 2 && base[base.size() - 2] == '_' && base.back() >= 'a' &&
        base.back() <= 'c') {
        out.phase = base.back() - 'a';
        base.remove_suffix(2);
    }
    const auto* row = std::find_if(kColumns.begin(), kColumns.end(),
                                   [&](const Column& c) { return c.name == base; });
    if (row == kColumns.end() || (row->quantity == kTime && out.phase >= 0)) {
        std::vector<std::string_view> known;
        for (const Column& c : kColumns) known.push_back(c.name);
        where.fail(field.column, kScenario.unknown_column, field.text, did_you_mean(base, known),
                   list_of(known));
    }
    out.column = *row;
    return out;
}

class ProfileReader {
 public:
    ProfileReader(const std::string& name, Phases phases) : name_(name), phases_(phases) {}

    void line(std::string_view text, int number) {
        const Where where{name_, number};
        const std::string_view content = trimmed(text);
        if (content.empty() || content.front() == '#') return;
        if (columns_.empty()) return header(text, where);
        if (points_.size() >= kMostProfileRows) {
            where.fail(1, kScenario.rows, kMostProfileRows);
        }
        row(split(text, delimiter_), where);
    }

    std::vector<ProfilePoint> take(int lines) {
        const Where where{name_, std::max(1, lines)};
        if (columns_.empty()) where.fail(1, kScenario.no_header);
        if (points_.empty()) where.fail(1, kScenario.no_rows);
        const double first = points_.front().at;
        if (dated_) {
            for (ProfilePoint& point : points_) point.at -= first;
        }
        return std::move(points_);
    }

 private:
    void header(std::string_view text, const Where& where) {
        for (const char candidate : {';', '\t'}) {
            if (text.find(candidate) != std::string_view::npos) delimiter_ = candidate;
        }
        for (const Field& field : split(text, delimiter_)) {
            const Meaning meaning = meaning_of(field, where);
            for (const Meaning& other : columns_) refuse_twice(other, meaning, field, where);
            columns_.push_back(meaning);
        }
        const auto is_time = [](const Meaning& m) { return m.column.quantity == kTime; };
        if (std::none_of(columns_.begin(), columns_.end(), is_time)) {
            where.fail(1, kScenario.no_time_column);
        }
        if (std::all_of(columns_.begin(), columns_.end(), is_time)) {
            where.fail(1, kScenario.no_power_column);
        }
    }

    static void refuse_twice(const Meaning& before, const Meaning& now, const Field& field,
                             const Where& where) {
        if (before.column.quantity != now.column.quantity) return;
        const bool both = before.phase == now.phase || before.phase < 0 || now.phase < 0;
        if (both) where.fail(field.column, kScenario.column_twice, field.text);
    }

    double number(const Field& field, const Where& where) const {
        std::string text(field.text);
        if (delimiter_ != ',') std::replace(text.begin(), text.end(), ',', '.');
        double value = 0.0;
        const char* end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data(), end, value);
        if (error != std::errc{} || stop != end || !std::isfinite(value)) {
            where.fail(field.column, kScenario.field_no_number, field.text);
        }
        return value;
    }

    double time(const Field& field, const Column& column, const Where& where) {
        if (column.unit != 0.0) return number(field, where) * column.unit;
        if (const auto date = seconds_from_date(field.text)) {
            dated_ = true;
            return *date;
        }
        if (const auto seconds = seconds_from(field.text)) return *seconds;
        where.fail(field.column, kScenario.field_no_time, field.text);
    }

    void row(const std::vector<Field>& fields, const Where& where) {
        if (fields.size() != columns_.size()) {
            const bool comma = delimiter_ == ',' && fields.size() > columns_.size();
            const std::size_t at = fields.back().column;
            if (comma) where.fail(at, kScenario.fields_of_commas, fields.size(), columns_.size());
            where.fail(at, kScenario.fields, fields.size(), columns_.size());
        }
        ProfilePoint point;
        std::size_t time_column = 0;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const Meaning& m = columns_[i];
            if (m.column.quantity == kTime) {
                point.at = time(fields[i], m.column, where);
                time_column = fields[i].column;
                continue;
            }
            add_power(point, m, number(fields[i], where) * m.column.unit, fields[i], where);
        }
        if (!points_.empty() && point.at <= points_.back().at) {
            where.fail(time_column, kScenario.time_not_later);
        }
        if (!dated_ && (point.at < 0.0 || point.at > 4e8)) {
            where.fail(time_column, kScenario.time_out_of_range);
        }
        points_.push_back(point);
    }

    void add_power(ProfilePoint& point, const Meaning& m, double value, const Field& field,
                   const Where& where) const {
        if (std::abs(value) > kMostWatts) {
            where.fail(field.column, kScenario.too_much_power, m.column.name, field.text);
        }
        auto& to = m.column.quantity == 0 ? point.real_w : point.reactive_var;
        if (m.phase >= 0) {
            to[static_cast<std::size_t>(m.phase)] = value;
            return;
        }
        for (std::size_t x = 0; x < 3; ++x) {
            if (has(phases_, x)) to[x] = value / std::popcount(phases_);
        }
    }

    const std::string& name_;
    Phases phases_;
    char delimiter_ = ',';
    bool dated_ = false;
    std::vector<Meaning> columns_;
    std::vector<ProfilePoint> points_;
};

}  // namespace

std::vector<ProfilePoint> parse_profile(std::string_view csv, const std::string& name,
                                        Phases phases) {
    if (csv.starts_with("\xef\xbb\xbf")) csv.remove_prefix(3);
    ProfileReader reader(name, phases);
    int number = 0;
    while (!csv.empty()) {
        const std::size_t end = std::min(csv.find('\n'), csv.size());
        reader.line(csv.substr(0, end), ++number);
        csv.remove_prefix(std::min(end + 1, csv.size()));
    }
    return reader.take(number);
}

std::vector<ProfilePoint> read_profile(const std::string& path, Phases phases) {
    return parse_profile(read_text(path, kMostProfileBytes), path, phases);
}

}  // namespace signals
