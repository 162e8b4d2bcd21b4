// The lines of a .cfg one after the other, with their places for messages. Private to capture/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/recording.h"
#include "signals/capture/text.h"

namespace signals {

class CfgLines {
 public:
    // `text` and `out` must outlive this. The separator is ';' when the second line, the channel
    // counts, has one, and decimal commas are then read.
    CfgLines(std::string_view text, std::size_t first_line, Recording& out);

    [[nodiscard]] std::size_t left() const { return lines_.size() - next_; }
    // The line that take() would give; empty at the end.
    [[nodiscard]] std::string_view peek() const;
    // The fields of the next line; CaptureError with `what` when the text ends here.
    std::vector<TextField> take(Fitting<> what);
    void skip_blank();

    // Of the line taken last.
    [[nodiscard]] CapturePlace place(std::size_t column = 0) const;
    [[nodiscard]] std::string_view line() const { return next_ == 0 ? "" : lines_[next_ - 1]; }
    void warn(std::size_t column, const std::string& text) { out_.warn(place(column), text); }

    [[nodiscard]] std::optional<double> number(std::string_view text) const;
    // The number that `text` begins with ("50 Hz").
    [[nodiscard]] std::optional<double> leading_number(std::string_view text) const;

 private:
    std::vector<std::string_view> lines_;
    std::size_t first_line_;
    Recording& out_;
    char separator_ = ',';
    std::size_t next_ = 0;
};

// TextField i, or nothing.
inline std::string_view text_at(const std::vector<TextField>& fields, std::size_t i) {
    return i < fields.size() ? fields[i].text : std::string_view{};
}
inline std::size_t column_at(const std::vector<TextField>& fields, std::size_t i) {
    return i < fields.size() ? fields[i].column : 0;
}

// The channel lines (cfg_channels.cpp). Gives the most fields that an analog line had.
std::size_t read_analog_lines(CfgLines& lines, std::size_t count, Recording& out);
void read_status_lines(CfgLines& lines, std::size_t count, Recording& out);

}  // namespace signals
