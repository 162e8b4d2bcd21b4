// A table of text.
#include "signals/capture/csv.h"
#include "tests/fuzz/capture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_capture("r.csv", [&] {
        return signals::open_csv(fuzz::memory({data, size}), "r.csv");
    });
    return 0;
}
