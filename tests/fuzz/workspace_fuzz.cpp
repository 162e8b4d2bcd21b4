// The body of a workspace, in an envelope whose size and digest are right.
#include <string>

#include "app/bench/envelope.h"
#include "app/bench/workspace/workspace_file.h"
#include "tests/fuzz/harness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file =
        bench::enveloped(bench::kWorkspaceMagic, bench::kWorkspaceVersion, {data, size});
    try {
        const auto bytes = bench::to_bytes(bench::from_bytes(file, "w.metertwin"));
        const auto again = bench::to_bytes(bench::from_bytes(bytes, "w.metertwin"));
        fuzz::require(again == bytes, "what is written reads back the same");
    } catch (const bench::WorkspaceError& error) {
        const std::string what = error.what();
        fuzz::require(what.starts_with("w.metertwin: "), "an error names its file");
        fuzz::require(what.find('\n') == std::string::npos, "an error is one line");
    }
    return 0;
}
