#include <fmt/format.h>

#include "signals/capture/dat_formats.h"
#include "signals/capture/text.h"

namespace signals {
namespace {

constexpr double kMissingAscii = 99'999.0;

class AsciiRows {
 public:
    AsciiRows(const std::string& file, std::size_t first_line, std::size_t file_size,
              Recording& out)
        : file_(file), line_(first_line), file_size_(file_size), out_(out) {}

    std::vector<double> parse(std::string_view text) {
        const std::vector<std::string_view> lines = split_lines(text);
        std::size_t used = lines.size();
        while (used > 0 && trimmed(lines[used - 1]).empty()) --used;
        for (std::size_t i = 0; i < used; ++i, ++line_) {
            if (!trimmed(lines[i]).empty()) row(lines[i], i + 1 == used);
        }
        summary();
        return std::move(stamps_);
    }

 private:
    void warn(std::size_t column, const std::string& text) {
        out_.warnings.push_back({{file_, line_, column}, text});
    }

    void row(std::string_view line, bool last) {
        const std::vector<Field> fields = split_fields(line, ',');
        const std::size_t wanted = 2 + out_.analog.size() + out_.status.size();
        if (fields.size() < wanted) {
            if (last) {
                warn(0, fmt::format("the last row has {} of {} fields; left out", fields.size(),
                                    wanted));
                return;
            }
            if (short_rows_++ == 0) {
                warn(0, fmt::format("row with {} of {} fields; the rest of it is missing",
                                    fields.size(), wanted));
            }
        }
        keep_within_file();
        stamps_.push_back(fields.size() > 1 ? number(fields[1].text).value_or(kMissing) : kMissing);
        for (std::size_t i = 0; i < out_.analog.size(); ++i) {
            out_.analog[i].samples.push_back(sample(fields, 2 + i, out_.analog[i]));
        }
        status(fields);
        ++out_.rows;
    }

    // A full row takes at least two characters per channel: what announces more than the file
    // can hold is hostile or hopeless, and must not cost memory.
    void keep_within_file() const {
        const std::size_t channels = out_.analog.size() + out_.words_per_row();
        if ((out_.rows + 1) * channels <= file_size_ + kMaxChannels) return;
        throw CaptureError({file_, line_, 0},
                           fmt::format("rows of far fewer fields than the {} channels announced",
                                       out_.analog.size() + out_.status.size()));
    }

    double sample(const std::vector<Field>& fields, std::size_t i, const AnalogChannel& channel) {
        if (i >= fields.size() || fields[i].text.empty()) return kMissing;
        const std::optional<double> raw = number(fields[i].text);
        if (!raw) {
            if (unreadable_++ == 0) {
                warn(fields[i].column, fmt::format("sample '{}' is not a number; taken as missing",
                                                   displayable(fields[i].text)));
            }
            return kMissing;
        }
        if (*raw == kMissingAscii && out_.revision != 1991) return kMissing;
        return channel.multiplier * *raw + channel.offset;
    }

    void status(const std::vector<Field>& fields) {
        const std::size_t first = 2 + out_.analog.size();
        const std::size_t words = out_.words_per_row();
        out_.status_words.resize(out_.status_words.size() + words);
        std::uint16_t* row_words = out_.status_words.data() + out_.rows * words;
        for (std::size_t i = 0; i < out_.status.size() && first + i < fields.size(); ++i) {
            if (fields[first + i].text == "1") {
                row_words[i / 16] = static_cast<std::uint16_t>(row_words[i / 16] | 1U << (i % 16));
            }
        }
    }

    void summary() {
        if (short_rows_ > 1 || unreadable_ > 1) {
            out_.warnings.push_back({{file_, 0, 0},
                                     fmt::format("in all {} short rows and {} unreadable samples",
                                                 short_rows_, unreadable_)});
        }
    }

    const std::string& file_;
    std::size_t line_;
    std::size_t file_size_;
    Recording& out_;
    std::vector<double> stamps_;
    std::size_t short_rows_ = 0;
    std::size_t unreadable_ = 0;
};

}  // namespace

std::vector<double> parse_ascii_dat(std::string_view text, const std::string& file,
                                    std::size_t first_line, Recording& out) {
    return AsciiRows{file, first_line, text.size(), out}.parse(text);
}

}  // namespace signals
