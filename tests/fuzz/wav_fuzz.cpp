// A WAV file.
#include "signals/capture/wav.h"
#include "tests/fuzz/capture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_capture("r.wav", [&] {
        return signals::open_wav(fuzz::memory({data, size}), "r.wav");
    });
    return 0;
}
