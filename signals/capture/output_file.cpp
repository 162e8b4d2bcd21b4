#include "signals/capture/output_file.h"

#include <cerrno>

#include "signals/capture/phrases.h"
#include "signals/capture/recording.h"
#include "signals/scenario/system_text.h"

namespace signals {

OutputFile::OutputFile(const std::filesystem::path& path)
    : name_(path.string()), out_(path, std::ios::binary | std::ios::trunc) {
    if (!out_)
        throw CaptureError({name_, 0, 0}, Sentence::of(kCapture.not_created, system_text(errno)));
}

void OutputFile::flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

void OutputFile::close() {
    flush();
    out_.close();
    if (!out_) throw CaptureError({name_, 0, 0}, Sentence::of(kCapture.not_written));
}

}  // namespace signals
