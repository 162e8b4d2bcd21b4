// A COMTRADE pair. Input: two bytes, the length of the .cfg, high first; the .cfg; the .dat.
#include "signals/capture/comtrade.h"
#include "tests/fuzz/capture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    const std::size_t high = input.byte();
    const auto cfg = input.bytes(high << 8 | input.byte());
    const auto dat = input.rest();
    fuzz::check_capture("r.", [&] {
        return signals::open_comtrade(fuzz::memory(cfg), "r.cfg", fuzz::memory(dat), "r.dat");
    });
    return 0;
}
