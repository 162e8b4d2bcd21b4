#include "signals/capture/text_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "signals/capture/line_reader.h"
#include "signals/capture/phrases.h"
#include "signals/capture/stamp.h"
#include "signals/capture/text.h"

namespace signals {
namespace {

constexpr double kMissingAscii = 99'999.0;
constexpr std::uint64_t kTail = 4'096;     // bytes: where a short row may be the last one
constexpr std::uint64_t kIndexed = 1'024;  // rows from one known place to the next

class TextRows final : public RowReader {
 public:
    TextRows(Bytes bytes, std::string file, const TextLayout& layout, Recording& out)
        : size_(bytes->size()),
          lines_(std::move(bytes)),
          file_(std::move(file)),
          layout_(layout),
          recording_(out) {
        if (layout_.data_at > 0) lines_.seek(layout_.data_at);
        scan(out);
    }

    [[nodiscard]] std::uint64_t rows() const override { return rows_; }

    void read(std::uint64_t first, std::size_t count, const RowBlock& out) override {
        if (count == 0) return;  // also of a file without rows
        go_to(first);
        for (std::size_t n = 0; n < count; ++n) {
            next_row();
            if (out.stamps != nullptr) out.stamps[n] = stamp();
            for (std::size_t c = 0; c < out.channels.size(); ++c) {
                out.values[c * count + n] = sample(out.channels[c]);
            }
            if (out.status != nullptr) status(out.status + n * recording_.words_per_row());
        }
        next_ = first + count;
    }

 private:
    struct Place {
        std::uint64_t offset;
        std::uint64_t line;
    };

    // The fields of the next row into fields_; blank lines and comments are passed over.
    bool next_row() {
        std::string_view line;
        while (lines_.next(line, file_)) {
            ++line_;
            const std::string_view text = trimmed(line);
            if (text.empty() || layout_.comment.find(text.front()) != std::string::npos) continue;
            split_fields(line, layout_.separator, layout_.quoted, fields_);
            return true;
        }
        fields_.clear();
        return false;
    }

    void go_to(std::uint64_t row) {
        if (row == next_) return;
        const Place& place = index_.at(static_cast<std::size_t>(row / kIndexed));
        lines_.seek(place.offset);
        line_ = place.line;
        for (std::uint64_t skip = row % kIndexed; skip > 0; --skip) next_row();
    }

    void scan(Recording& out) {
        line_ = layout_.first_line - 1;
        Place before{lines_.offset(), line_};
        while (next_row()) {
            const std::uint64_t here = line_;
            const std::size_t there = fields_.size();
            if (there < layout_.fields && lines_.offset() + kTail >= size_ && at_end()) {
                out.warn({file_, here, 0}, fmt::format("the last row has {} of {} fields; left out",
                                                       there, layout_.fields));
                break;
            }
            if (rows_ % kIndexed == 0) index_.push_back(before);
            check(out);
            ++rows_;
            before = {lines_.offset(), line_};
        }
        next_ = kUnknown;
        out.rows = rows_;
        if (short_rows_ > 1 || unreadable_ > 1) {
            out.warn({file_, 0, 0}, fmt::format("in all {} short rows and {} unreadable samples",
                                                short_rows_, unreadable_));
        }
    }

    // Whether nothing but blank lines follows; fields_ may be gone afterwards.
    bool at_end() {
        const Place here{lines_.offset(), line_};
        std::vector<TextField> kept = fields_;
        const bool more = next_row();
        lines_.seek(here.offset);
        line_ = here.line;
        fields_ = std::move(kept);
        return !more;
    }

    void check(Recording& out) {
        if (fields_.size() < layout_.fields && short_rows_++ == 0) {
            out.warn({file_, line_, 0},
                     fmt::format("row with {} of {} fields; the rest of it is missing",
                                 fields_.size(), layout_.fields));
        }
        keep_within_file();
        for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
            const std::size_t column = layout_.columns[c];
            if (column >= fields_.size() || fields_[column].text.empty()) continue;
            if (number(fields_[column].text, layout_.decimal_comma)) continue;
            if (unreadable_++ > 0) continue;
            out.warn({file_, line_, fields_[column].column},
                     fmt::format("sample '{}' is not a number; taken as missing",
                                 displayable(fields_[column].text)));
        }
    }

    // A full row takes at least two characters per channel: what announces more than the file can
    // hold is hostile or hopeless, and reading it would cost time without end.
    void keep_within_file() const {
        const std::size_t channels = recording_.analog.size() + recording_.words_per_row();
        if ((rows_ + 1) * channels <= size_ + kMaxChannels) return;
        throw CaptureError(
            {file_, line_, 0},
            Sentence::of(kCapture.few_fields, recording_.analog.size() + recording_.status.size()));
    }

    [[nodiscard]] double stamp() const {
        if (!layout_.stamp_column || *layout_.stamp_column >= fields_.size()) return kMissing;
        const std::string_view text = fields_[*layout_.stamp_column].text;
        return layout_.stamp_scale *
               number(text, layout_.decimal_comma).value_or(clock_seconds(text).value_or(kMissing));
    }

    [[nodiscard]] double sample(std::size_t channel) const {
        const std::size_t column = layout_.columns[channel];
        if (column >= fields_.size()) return kMissing;
        const std::optional<double> raw = number(fields_[column].text, layout_.decimal_comma);
        if (!raw || (layout_.missing && *raw == *layout_.missing)) return kMissing;
        return recording_.analog[channel].multiplier * *raw + recording_.analog[channel].offset;
    }

    void status(std::uint16_t* words) const {
        std::fill_n(words, recording_.words_per_row(), std::uint16_t{0});
        for (std::size_t i = 0; i < recording_.status.size(); ++i) {
            const std::size_t column = layout_.status_column + i;
            if (column >= fields_.size()) return;
            if (fields_[column].text != "1") continue;
            words[i / 16] = static_cast<std::uint16_t>(words[i / 16] | 1U << (i % 16));
        }
    }

    static constexpr std::uint64_t kUnknown = ~std::uint64_t{0};

    std::uint64_t size_;
    LineReader lines_;
    std::string file_;
    TextLayout layout_;
    const Recording& recording_;
    std::vector<TextField> fields_;
    std::vector<Place> index_;
    std::uint64_t rows_ = 0;
    std::uint64_t next_ = kUnknown;  // row that next_row() gives
    std::uint64_t line_ = 0;         // line number of fields_
    std::size_t short_rows_ = 0;
    std::size_t unreadable_ = 0;
};

}  // namespace

std::unique_ptr<RowReader> text_rows(Bytes bytes, const std::string& file, const TextLayout& layout,
                                     Recording& out) {
    return std::make_unique<TextRows>(std::move(bytes), file, layout, out);
}

TextLayout comtrade_ascii_layout(const Recording& recording, std::size_t first_line) {
    TextLayout layout;
    layout.stamp_column = 1;
    for (std::size_t i = 0; i < recording.analog.size(); ++i) layout.columns.push_back(2 + i);
    layout.status_column = 2 + recording.analog.size();
    layout.fields = layout.status_column + recording.status.size();
    if (recording.revision != 1991) layout.missing = kMissingAscii;
    layout.first_line = first_line;
    return layout;
}

}  // namespace signals
