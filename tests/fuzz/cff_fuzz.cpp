// A combined COMTRADE file.
#include "signals/capture/comtrade.h"
#include "tests/fuzz/comtrade.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    try {
        const auto capture = signals::open_cff(
            signals::memory_bytes(std::string{fuzz::text(input.rest())}), "r.cff");
        fuzz::check(*capture);
    } catch (const signals::CaptureError&) {
    }
    return 0;
}
