#include "signals/capture/csv_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "signals/capture/line_reader.h"
#include "signals/capture/phrases.h"
#include "signals/capture/stamp.h"
#include "signals/capture/text.h"

namespace signals {
namespace {

constexpr std::uint64_t kLook = std::uint64_t{64} << 10;  // bytes
constexpr std::size_t kTail = 5;                          // lines that tell the columns, at most
constexpr std::size_t kMostColumns = 100'000;
constexpr std::array kSeparators{'\t', ';', '|', ','};

struct Line {
    std::string text;
    std::uint64_t offset = 0;
};
using Fields = std::vector<TextField>;

std::vector<Line> first_lines(const Bytes& bytes, const std::string& file) {
    LineReader reader{bytes};
    std::vector<Line> lines;
    std::string_view text;
    for (std::uint64_t at = reader.offset(); at < kLook && reader.next(text, file);
         at = reader.offset()) {
        lines.push_back({std::string{text}, at});
    }
    return lines;
}

bool is_comment(std::string_view line) {
    return line.starts_with('#') || line.starts_with('%') || line.starts_with("//");
}

bool is_number(std::string_view text, bool decimal_comma) {
    return number(text, decimal_comma).has_value() || clock_seconds(text).has_value();
}

class LayoutFinder {
 public:
    LayoutFinder(const Bytes& bytes, bool rate_given, Recording& out)
        : out_(out), rate_given_(rate_given), lines_(first_lines(bytes, out.file)) {}

    CsvLayout find() {
        choose_separator();
        find_columns();
        find_top();
        find_header();
        for (const Line& line : lines_) {
            if (!layout_.rate) layout_.rate = rate_in(split(line));
        }
        choose_time();
        add_channels();
        finish();
        return layout_;
    }

 private:
    [[nodiscard]] Fields split(const Line& line, char separator) const {
        Fields fields;
        split_fields(line.text, separator, true, fields);
        return fields;
    }
    [[nodiscard]] Fields split(const Line& line) const {
        return split(line, layout_.text.separator);
    }
    [[nodiscard]] bool blank(std::size_t i) const {
        return trimmed(lines_[i].text).empty() || is_comment(trimmed(lines_[i].text));
    }

    // Indices of the last lines that are neither blank nor comments.
    [[nodiscard]] std::vector<std::size_t> tail() const {
        const std::size_t most = std::clamp<std::size_t>(lines_.size() / 2, 1, kTail);
        std::vector<std::size_t> out;
        for (std::size_t i = lines_.size(); i > 0 && out.size() < most; --i) {
            if (!blank(i - 1)) out.push_back(i - 1);
        }
        return out;
    }

    void choose_separator() {
        TextLayout& text = layout_.text;
        std::size_t best = 0;
        for (const char separator : kSeparators) {
            std::size_t least = kMostColumns;
            for (const std::size_t i : tail()) {
                const Fields fields = split(lines_[i], separator);
                least = std::min(least, static_cast<std::size_t>(std::count_if(
                                            fields.begin(), fields.end(), [&](const TextField& f) {
                                                return is_number(f.text, separator != ',');
                                            })));
            }
            if (least <= best || least == kMostColumns) continue;
            best = least;
            text.separator = separator;
        }
        const std::string first = lines_.empty() ? "" : lines_[0].text;
        if (upper(first).starts_with("SEP=") && first.size() > 4) text.separator = first[4];
        for (const std::size_t i : tail()) {
            for (const TextField& f : split(lines_[i])) {
                if (text.separator == ',' || f.text.find(',') == std::string_view::npos) continue;
                text.decimal_comma = text.decimal_comma || number(f.text, true).has_value();
            }
        }
    }

    [[nodiscard]] bool numeric(const Fields& fields, std::size_t column) const {
        return column < fields.size() && is_number(fields[column].text, layout_.text.decimal_comma);
    }

    void find_columns() {
        std::size_t widest = 0;
        for (const std::size_t i : tail()) widest = std::max(widest, split(lines_[i]).size());
        std::vector<bool> is(std::min(widest, kMostColumns), false);
        for (const std::size_t i : tail()) {
            const Fields fields = split(lines_[i]);
            for (std::size_t c = 0; c < is.size(); ++c) is[c] = is[c] || numeric(fields, c);
        }
        for (std::size_t c = 0; c < is.size(); ++c) {
            if (is[c]) columns_.push_back(c);
        }
        if (!columns_.empty()) return;
        throw CaptureError({out_.file, 0, 0}, Sentence::of(kCapture.no_table));
    }

    // A row: numbers or nothing in all columns, and not nothing everywhere.
    [[nodiscard]] bool is_row(std::size_t i) const {
        const Fields fields = split(lines_[i]);
        std::size_t numbers = 0;
        for (const std::size_t c : columns_) {
            if (numeric(fields, c)) {
                ++numbers;
            } else if (c >= fields.size() || !fields[c].text.empty()) {
                return false;
            }
        }
        return numbers > 0;
    }

    void find_top() {
        top_ = tail().front();
        for (std::size_t i = 0; i < top_; ++i) {
            if (!blank(i) && is_row(i)) top_ = i;
        }
        first_row_ = split(lines_[top_]);
    }

    [[nodiscard]] bool is_header(const Fields& fields) const {
        return std::all_of(columns_.begin(), columns_.end(), [&](std::size_t c) {
            return c < fields.size() && !fields[c].text.empty() && !numeric(fields, c);
        });
    }

    static std::string_view in_brackets(std::string_view text) {
        if (text.size() > 2 && (text.front() == '(' || text.front() == '[')) {
            return trimmed(text.substr(1, text.size() - 2));
        }
        return text;
    }

    static bool is_unit(std::string_view text) {
        const std::string_view unit = in_brackets(text);
        return time_unit(unit) || !electrical_unit(unit).empty() || upper(unit) == "SEQUENCE";
    }

    void find_header() {
        std::size_t i = top_;
        std::vector<Fields> found;  // from the data upwards
        while (i > 0 && found.size() < 2) {
            --i;
            if (blank(i)) continue;
            Fields fields = split(lines_[i]);
            if (!is_header(fields)) break;
            found.push_back(std::move(fields));
        }
        if (found.empty()) return;
        const bool units = std::all_of(columns_.begin(), columns_.end(),
                                       [&](std::size_t c) { return is_unit(found[0][c].text); });
        if (units) units_ = found[0];
        if (!units) names_ = found[0];
        if (units && found.size() > 1) names_ = found[1];
        // Rigol: the increment stands below its name.
        for (std::size_t c = 0; units && found.size() > 1 && c < names_.size(); ++c) {
            const double step = number(text_of(units_, c)).value_or(0.0);
            if (upper(names_[c].text) == "INCREMENT" && step > 0.0) layout_.rate = 1.0 / step;
        }
    }

    // The name without its unit, and the unit.
    [[nodiscard]] std::pair<std::string, std::string> name_of(std::size_t column) const {
        std::string_view name = text_of(names_, column);
        std::string_view unit = in_brackets(text_of(units_, column));
        const std::size_t open = name.find_last_of("([");
        if (unit.empty() && open != std::string_view::npos && open > 0 &&
            (name.back() == ')' || name.back() == ']')) {
            unit = trimmed(name.substr(open + 1, name.size() - open - 2));
            name = trimmed(name.substr(0, open));
        }
        return {displayable(name), displayable(unit)};
    }
    static std::string_view text_of(const Fields& fields, std::size_t column) {
        return column < fields.size() ? fields[column].text : std::string_view{};
    }

    [[nodiscard]] bool says_time(std::size_t column) const {
        const auto [name, unit] = name_of(column);
        if (time_unit(unit)) return true;
        const std::string_view value = text_of(first_row_, column);
        if (clock_seconds(value) && !number(value, layout_.text.decimal_comma)) return true;
        const std::string word = upper(name.substr(0, name.find_first_of(" _,.:")));
        constexpr std::string_view kWords[] = {"TIME",  "T",      "ZEIT",    "TEMPS",    "TIEMPO",
                                               "TEMPO", "SECOND", "SECONDS", "TIMESTAMP"};
        return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
    }

    [[nodiscard]] bool counts_rows(std::size_t column) const {
        const auto [name, unit] = name_of(column);
        const std::string word = upper(name);
        constexpr std::string_view kWords[] = {"X", "INDEX", "SAMPLE", "SAMPLES",
                                               "N", "NO",    "#",      "ROW"};
        return upper(unit) == "SEQUENCE" ||
               std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
    }

    // Without a header: does the first column rise evenly?
    [[nodiscard]] bool rises(std::size_t column) const {
        std::vector<double> x;
        for (std::size_t i = top_; i < lines_.size() && x.size() < 50; ++i) {
            if (blank(i)) continue;
            x.push_back(number(text_of(split(lines_[i]), column), layout_.text.decimal_comma)
                            .value_or(kMissing));
        }
        if (x.size() < 3) return false;
        const double step = (x.back() - x.front()) / static_cast<double>(x.size() - 1);
        for (std::size_t k = 1; k < x.size(); ++k) {
            if (!(std::fabs(x[k] - x[k - 1] - step) <= 0.5 * step)) return false;
        }
        return step > 0.0;
    }

    void choose_time() {
        const auto found = std::find_if(columns_.begin(), columns_.end(),
                                        [&](std::size_t c) { return says_time(c); });
        std::optional<std::size_t> time;
        if (found != columns_.end()) {
            time = *found;
        } else if (names_.empty() && columns_.size() > 1 && rises(columns_[0])) {
            time = columns_[0];
            out_.warn({out_.file, top_ + 1, 0},
                      "no header: the first column rises evenly and is taken as time in s");
        }
        std::erase_if(columns_, [&](std::size_t c) { return c == time || counts_rows(c); });
        if (!time || rate_given_) return;
        layout_.text.stamp_column = time;
        layout_.text.stamp_scale = time_unit(name_of(*time).second).value_or(1.0);
        layout_.rate.reset();
        out_.time_resolution = std::max(out_.time_resolution, resolution(*time));
    }

    // What the last digit of the time is worth, s.
    [[nodiscard]] double resolution(std::size_t column) const {
        double coarsest = 0.0;
        for (const std::size_t i : tail()) {
            const std::string text{text_of(split(lines_[i]), column)};
            const std::size_t exponent = std::min(text.find_first_of("eE"), text.size());
            const std::size_t point = std::min(text.find_first_of(".,"), exponent);
            const double digits =
                point == exponent ? 0.0 : static_cast<double>(exponent - point - 1);
            const double power =
                exponent + 1 < text.size() ? number(text.substr(exponent + 1)).value_or(0.0) : 0.0;
            coarsest = std::max(coarsest, std::pow(10.0, power - digits));
        }
        return coarsest * layout_.text.stamp_scale;
    }

    // "Vertical Units,V,A" before the data: fields 1, 2, ... for the channels in their order.
    [[nodiscard]] Fields preamble_units() const {
        for (const Line& line : lines_) {
            Fields fields = split(line);
            const std::string key = upper(fields[0].text);
            if (key == "VERTICAL UNITS" || key == "Y UNITS" || key == "UNITS") return fields;
        }
        return {};
    }

    void add_channels() {
        std::size_t guessed = 0;
        const Fields units = preamble_units();
        for (const std::size_t column : columns_) {
            AnalogChannel& c = out_.analog.emplace_back();
            c.position = out_.analog.size();
            const auto [name, unit] = name_of(column);
            c.name = name.empty() ? fmt::format("column {}", column + 1) : name;
            const std::string known = electrical_unit(unit);
            c.unit = known.empty() ? unit : known;
            if (c.unit.empty()) c.unit = electrical_unit(text_of(units, c.position));
            if (c.unit.empty() && c.name.size() > 1) {
                const char letter = upper(c.name)[0];
                if (letter == 'V' || letter == 'U') c.unit = "V";
                if (letter == 'I') c.unit = "A";
                guessed += c.unit.empty() ? 0U : 1U;
            }
            layout_.text.columns.push_back(column);
        }
        if (guessed > 0) {
            out_.warn(
                {out_.file, top_, 0},
                fmt::format("{} channel{} without a unit: V or A by the first letter of the name",
                            guessed, guessed == 1 ? "" : "s"));
        }
    }

    void finish() {
        TextLayout& text = layout_.text;
        text.quoted = true;
        text.comment = "#%";
        text.data_at = lines_[top_].offset;
        text.first_line = top_ + 1;
        const std::size_t last = text.columns.empty() ? 0 : text.columns.back();
        text.fields = std::max(last, text.stamp_column.value_or(0)) + 1;
    }

    Recording& out_;
    bool rate_given_;
    std::vector<Line> lines_;
    CsvLayout layout_;
    std::vector<std::size_t> columns_;  // of numbers
    std::size_t top_ = 0;               // index of the first row
    Fields first_row_;
    Fields names_;  // may be empty
    Fields units_;
};

}  // namespace

CsvLayout find_csv_layout(const Bytes& bytes, bool rate_given, Recording& out) {
    return LayoutFinder{bytes, rate_given, out}.find();
}

}  // namespace signals
