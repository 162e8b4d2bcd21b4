// A combined COMTRADE file.
#include "signals/capture/comtrade.h"
#include "tests/fuzz/capture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_capture("r.cff", [&] {
        return signals::open_cff(fuzz::memory({data, size}), "r.cff");
    });
    return 0;
}
