#include "signals/capture/open_capture.h"

#include <algorithm>
#include <string>
#include <system_error>

#include "signals/capture/comtrade.h"
#include "signals/capture/csv.h"
#include "signals/capture/phrases.h"
#include "signals/capture/text.h"
#include "signals/capture/wav.h"

namespace signals {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLook = 4'096;  // bytes

bool begins_as_wav(std::string_view head) {
    const bool riff =
        head.starts_with("RIFF") || head.starts_with("RF64") || head.starts_with("BW64");
    return riff && head.size() >= 12 && head.substr(8, 4) == "WAVE";
}

bool has_sections(std::string_view head) {
    std::string text = upper(head.substr(0, 200));
    std::erase(text, ' ');
    return text.find("---FILETYPE:") != std::string::npos;
}

bool is_text(std::string_view head) {
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;
    return !head.empty() && head.find('\0') == std::string_view::npos;
}

bool is_one_of(const std::string& extension, std::initializer_list<const char*> list) {
    return std::find(list.begin(), list.end(), extension) != list.end();
}

}  // namespace

OpenCapture open_capture(const fs::path& path, const CaptureOptions& options) {
    const std::string extension = upper(path.extension().string());
    std::error_code ignored;
    if (is_one_of(extension, {".CFG", ".DAT"}) || !fs::exists(path, ignored)) {
        return open_comtrade(path, options);
    }
    const Bytes bytes = open_bytes(path);
    const std::string name = path.string();
    const std::string head = head_of(*bytes, kLook);
    if (begins_as_wav(head)) return open_wav(bytes, name, options);
    if (has_sections(head) || extension == ".CFF") return open_cff(bytes, name, options);
    if (extension == ".WAV") return open_wav(bytes, name, options);
    if (is_one_of(extension, {".CSV", ".TSV", ".TXT"}) || is_text(head)) {
        return open_csv(bytes, name, options);
    }
    throw CaptureError({name, 0, 0}, Sentence::of(kCapture.unknown));
}

}  // namespace signals
