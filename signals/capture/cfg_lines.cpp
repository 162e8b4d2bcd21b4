#include "signals/capture/cfg_lines.h"

#include "signals/capture/phrases.h"

namespace signals {

CfgLines::CfgLines(std::string_view text, std::size_t first_line, Recording& out)
    : lines_(split_lines(text)), first_line_(first_line), out_(out) {
    if (lines_.size() > 1 && lines_[1].find(';') != std::string_view::npos) separator_ = ';';
}

std::string_view CfgLines::peek() const {
    return next_ < lines_.size() ? lines_[next_] : std::string_view{};
}

std::vector<TextField> CfgLines::take(Fitting<> what) {
    if (next_ == lines_.size()) {
        throw CaptureError({out_.file, first_line_ + lines_.size(), 0},
                           Sentence::of(kCapture.ends_before, Sentence::of(what)));
    }
    return split_fields(lines_[next_++], separator_);
}

void CfgLines::skip_blank() {
    while (next_ < lines_.size() && trimmed(lines_[next_]).empty()) {
        ++next_;
        warn(0, "blank line between the channels; passed over");
    }
}

CapturePlace CfgLines::place(std::size_t column) const {
    return {out_.file, first_line_ + (next_ == 0 ? 0 : next_ - 1), column};
}

std::optional<double> CfgLines::number(std::string_view text) const {
    return signals::number(text, separator_ == ';');
}

std::optional<double> CfgLines::leading_number(std::string_view text) const {
    return number(text.substr(0, text.find_first_not_of("0123456789.,+-eE")));
}

}  // namespace signals
