// A COMTRADE pair. Input: two bytes, the length of the .cfg, high first; the .cfg; the .dat.
#include "signals/capture/cfg.h"
#include "signals/capture/dat.h"
#include "signals/capture/time_axis.h"
#include "tests/fuzz/comtrade.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    const std::size_t high = input.byte();
    const auto cfg = input.bytes(high << 8 | input.byte());
    signals::Recording out;
    out.file = "r.cfg";
    try {
        signals::parse_cfg(fuzz::text(cfg), out.file, 1, out);
        fill_time(signals::parse_dat(fuzz::text(input.rest()), "r.dat", 1, out), out);
        fuzz::check(out);
    } catch (const signals::CaptureError&) {
    }
    return 0;
}
