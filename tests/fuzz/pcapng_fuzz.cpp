// A capture of a line's traffic, ours or a network's.
#include <sstream>
#include <string>

#include "app/line/log_pcapng_reader.h"
#include "tests/fuzz/harness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream in{std::string{fuzz::text({data, size})}};
    std::size_t bytes = 0;
    try {
        line::read_pcapng(in, "l.pcapng",
                          [&](const line::Traffic& heard) { bytes += heard.bytes.size(); });
    } catch (const line::CaptureError& error) {
        const std::string what = error.what();
        fuzz::require(what.starts_with("l.pcapng: "), "an error names its file");
        fuzz::require(what.find('\n') == std::string::npos, "an error is one line");
    }
    fuzz::require(bytes <= size, "no frame has bytes that are not in the file");
    return 0;
}
