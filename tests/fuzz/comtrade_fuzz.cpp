// A COMTRADE pair. Input: two bytes, the length of the .cfg, high first; the .cfg; the .dat.
#include "signals/capture/comtrade.h"
#include "tests/fuzz/comtrade.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    const std::size_t high = input.byte();
    const std::string cfg{fuzz::text(input.bytes(high << 8 | input.byte()))};
    try {
        const auto capture = signals::open_comtrade(
            signals::memory_bytes(cfg), "r.cfg",
            signals::memory_bytes(std::string{fuzz::text(input.rest())}), "r.dat");
        fuzz::check(*capture);
    } catch (const signals::CaptureError&) {
    }
    return 0;
}
