#include "signals/capture/comtrade.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <system_error>

#include "signals/capture/cff.h"
#include "signals/capture/cfg.h"
#include "signals/capture/dat.h"
#include "signals/capture/text.h"
#include "signals/capture/time_axis.h"

namespace signals {
namespace {

namespace fs = std::filesystem;

std::string upper_extension(const fs::path& path) { return upper(path.extension().string()); }

std::string contents(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        throw CaptureError({path.string(), 0, 0}, "is a directory; a .cfg, .dat or .cff is needed");
    }
    std::ifstream in{path, std::ios::binary};
    if (!in)
        throw CaptureError({path.string(), 0, 0}, "cannot be opened: missing or no permission");
    std::ostringstream text;
    text << in.rdbuf();
    if (in.bad()) throw CaptureError({path.string(), 0, 0}, "cannot be read to its end");
    return std::move(text).str();
}

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

bool is_capture_extension(const std::string& extension) {
    return extension == ".CFG" || extension == ".DAT" || extension == ".CFF";
}

Recording read_cff(const fs::path& path) {
    const std::string bytes = contents(path);
    const std::string file = path.string();
    Recording out;
    out.file = file;
    const CffSections sections = split_cff(bytes, file, out);
    parse_cfg(sections.cfg, file, sections.cfg_line, out);
    fill_time(parse_dat(sections.dat, file, sections.dat_line, out), out);
    return out;
}

Recording read_pair(const fs::path& cfg, const fs::path& dat) {
    Recording out;
    out.file = cfg.string();
    parse_cfg(contents(cfg), out.file, 1, out);
    fill_time(parse_dat(contents(dat), dat.string(), 1, out), out);
    return out;
}

}  // namespace

Recording read_comtrade(const fs::path& path) {
    fs::path base = path;
    if (!is_capture_extension(upper_extension(path))) base += ".cfg";
    std::error_code error;
    if (upper_extension(base) == ".CFF") return read_cff(base);
    const std::optional<fs::path> cfg =
        upper_extension(base) == ".CFG" && fs::exists(base, error) ? base : sibling(base, ".CFG");
    if (!cfg) {
        const std::optional<fs::path> cff = sibling(base, ".CFF");
        if (cff && base != path) return read_cff(*cff);
        throw CaptureError({path.string(), 0, 0},
                           "no such capture: a .cfg with its .dat, or a .cff, is needed");
    }
    const std::optional<fs::path> dat = sibling(*cfg, ".DAT");
    if (!dat) {
        throw CaptureError({cfg->string(), 0, 0}, "its .dat file is missing beside it");
    }
    return read_pair(*cfg, *dat);
}

}  // namespace signals
