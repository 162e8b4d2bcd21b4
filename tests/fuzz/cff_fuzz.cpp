// A combined COMTRADE file.
#include "signals/capture/cff.h"
#include "signals/capture/cfg.h"
#include "signals/capture/dat.h"
#include "signals/capture/time_axis.h"
#include "tests/fuzz/comtrade.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    signals::Recording out;
    out.file = "r.cff";
    try {
        const auto parts = signals::split_cff(fuzz::text(input.rest()), out.file, out);
        signals::parse_cfg(parts.cfg, out.file, parts.cfg_line, out);
        fill_time(signals::parse_dat(parts.dat, out.file, parts.dat_line, out), out);
        fuzz::check(out);
    } catch (const signals::CaptureError&) {
    }
    return 0;
}
