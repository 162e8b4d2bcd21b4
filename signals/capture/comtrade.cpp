#include "signals/capture/comtrade.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "signals/capture/binary_rows.h"
#include "signals/capture/cff.h"
#include "signals/capture/cfg.h"
#include "signals/capture/phrases.h"
#include "signals/capture/text.h"
#include "signals/capture/text_rows.h"

namespace signals {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestCfg = std::size_t{256} << 20;  // 2 * 999 999 lines of 128 bytes

std::string upper_extension(const fs::path& path) { return upper(path.extension().string()); }

// The file beside `path` with the same stem and this extension, in whatever case. An exact
// spelling of the stem wins over one that differs in case.
std::optional<fs::path> sibling(const fs::path& path, std::string_view extension) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
    const std::string stem = path.stem().string();
    std::optional<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder, error}) {
        const fs::path& candidate = entry.path();
        if (upper_extension(candidate) != extension) continue;
        if (candidate.stem().string() == stem) return candidate;
        if (upper(candidate.stem().string()) == upper(stem)) found = candidate;
    }
    return found;
}

bool is_comtrade_extension(const std::string& extension) {
    return extension == ".CFG" || extension == ".DAT" || extension == ".CFF";
}

std::string cfg_text(ByteSource& bytes, const std::string& name) {
    if (bytes.size() > kLargestCfg) {
        throw CaptureError({name, 0, 0},
                           Sentence::of(kCapture.large_configuration, bytes.size(), kLargestCfg));
    }
    return as_utf8(head_of(bytes, kLargestCfg));
}

void warn_of_other_count(const std::string& file, Recording& out) {
    if (out.rates.empty()) return;
    const std::uint64_t announced = out.rates.back().end_row;
    if (announced == out.rows || announced == kToTheEnd) return;
    out.warn({file, 0, 0},
             fmt::format("{} rows are announced, {} are there; all that are there are used",
                         announced, out.rows));
}

// Ends that are counts per segment, in place of the running number of its last row.
void repair_rates(const std::string& file, Recording& out) {
    const auto falls = [](const SamplingRate& a, const SamplingRate& b) {
        return b.end_row <= a.end_row;
    };
    std::uint64_t sum = 0;
    for (const SamplingRate& rate : out.rates) sum += std::min(rate.end_row, out.rows);
    const bool counts =
        std::adjacent_find(out.rates.begin(), out.rates.end(), falls) != out.rates.end();
    if (out.rates.size() < 2 || !counts || sum != out.rows) return;
    std::uint64_t end = 0;
    for (SamplingRate& rate : out.rates) rate.end_row = end += rate.end_row;
    out.warn({file, 0, 0},
             "the last samples of the sampling rates do not rise, but add up to the "
             "rows that are there: read as a count for each rate");
}

bool looks_like_rows_of_text(std::string_view head) {
    return head.find(',') != std::string_view::npos &&
           head.find_first_not_of("0123456789+-.eE, \t\r\n\x1A") == std::string_view::npos;
}

// The data are what they are, whatever the configuration says.
void repair_format(ByteSource& dat, const std::string& file, Recording& out) {
    const std::string head = head_of(dat, 512);
    const bool text = looks_like_rows_of_text(head);
    if (out.format != SampleFormat::ascii && text && head.size() > 16) {
        out.warn({file, 0, 0}, fmt::format("{} is announced, the data are text; read as ASCII",
                                           to_string(out.format)));
        out.format = SampleFormat::ascii;
    }
    const std::size_t row = 8 + 2 * out.analog.size() + 2 * out.words_per_row();
    const bool binary = head.find('\0') != std::string::npos && dat.size() % row == 0;
    if (out.format == SampleFormat::ascii && binary && !head.starts_with("\xFF\xFE") &&
        !head.starts_with("\xFE\xFF")) {
        out.warn({file, 0, 0},
                 fmt::format("ASCII is announced, the data are rows of {} bytes; read "
                             "as BINARY",
                             row));
        out.format = SampleFormat::binary;
    }
}

OpenCapture open_parts(Recording&& header, const Bytes& dat, const std::string& dat_name,
                       std::size_t dat_line, const CaptureOptions& options) {
    const double unit = header.time_multiplier * (header.fraction_digits > 6 ? 1e-9 : 1e-6);
    const auto rows = [&](Recording& out) {
        repair_format(*dat, dat_name, out);
        std::unique_ptr<RowReader> reader =
            out.format == SampleFormat::ascii
                ? text_rows(narrow_bytes(dat), dat_name, comtrade_ascii_layout(out, dat_line), out)
                : comtrade_binary_rows(dat, dat_name, out);
        repair_rates(dat_name, out);
        warn_of_other_count(dat_name, out);
        return reader;
    };
    return std::make_unique<Capture>(std::move(header), rows, unit, options);
}

}  // namespace

OpenCapture open_comtrade(const Bytes& cfg, const std::string& cfg_name, const Bytes& dat,
                          const std::string& dat_name, const CaptureOptions& options) {
    Recording header;
    header.file = cfg_name;
    parse_cfg(cfg_text(*cfg, cfg_name), cfg_name, 1, header);
    return open_parts(std::move(header), dat, dat_name, 1, options);
}

OpenCapture open_cff(const Bytes& bytes, const std::string& name, const CaptureOptions& options) {
    Recording header;
    header.file = name;
    const CffSections sections = split_cff(narrow_bytes(bytes), name, header);
    parse_cfg(cfg_text(*sections.cfg, name), name, sections.cfg_line, header);
    return open_parts(std::move(header), sections.dat, name, sections.dat_line, options);
}

OpenCapture open_comtrade(const fs::path& path, const CaptureOptions& options) {
    fs::path base = path;
    if (!is_comtrade_extension(upper_extension(path))) base += ".cfg";
    std::error_code error;
    if (upper_extension(base) == ".CFF") return open_cff(open_bytes(base), base.string(), options);
    const std::optional<fs::path> cfg =
        upper_extension(base) == ".CFG" && fs::exists(base, error) ? base : sibling(base, ".CFG");
    if (!cfg) {
        const std::optional<fs::path> cff = sibling(base, ".CFF");
        if (cff && base != path) return open_cff(open_bytes(*cff), cff->string(), options);
        throw CaptureError({path.string(), 0, 0}, Sentence::of(kCapture.no_comtrade));
    }
    const Bytes cfg_bytes = open_bytes(*cfg);
    const std::optional<fs::path> dat = sibling(*cfg, ".DAT");
    if (!dat) {
        throw CaptureError({cfg->string(), 0, 0}, Sentence::of(kCapture.no_data));
    }
    return open_comtrade(cfg_bytes, cfg->string(), open_bytes(*dat), dat->string(), options);
}

}  // namespace signals
