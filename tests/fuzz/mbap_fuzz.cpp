// A stream of Modbus/TCP, cut anywhere.
//
// Input: a byte n, n bytes of cuts, the stream. How it is cut must not matter, and the answers have
// to be whole frames: one for each frame of protocol 0 that is whole, with its transaction and
// unit.
#include "app/ports/mbap.h"
#include "tests/fuzz/gateway.h"

namespace {

std::size_t word(std::span<const std::uint8_t> bytes, std::size_t at) {
    return static_cast<std::size_t>(bytes[at] << 8 | bytes[at + 1]);
}

// The size of the frame in front; 0: not whole, or no frame at all.
std::size_t frame_size(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < 6) return 0;
    const std::size_t length = word(bytes, 4);
    if (length < 2 || length > 254) return 0;
    return bytes.size() >= 6 + length ? 6 + length : 0;
}

// Walks requests and answers side by side.
void check(std::span<const std::uint8_t> stream, std::span<const std::uint8_t> answers) {
    while (const std::size_t size = frame_size(stream)) {
        const auto request = stream.first(size);
        stream = stream.subspan(size);
        if (word(request, 2) != 0) continue;
        const std::size_t length = frame_size(answers);
        fuzz::require(length >= 9, "an answer to every request");
        const auto answer = answers.first(length);
        answers = answers.subspan(length);
        fuzz::require(word(answer, 0) == word(request, 0), "the same transaction");
        fuzz::require(word(answer, 2) == 0, "protocol 0");
        fuzz::require(answer[6] == request[6], "the same unit");
        fuzz::require((answer[7] | 0x80) == (request[7] | 0x80), "the same function");
    }
    fuzz::require(answers.empty(), "no other answers");
}

fuzz::Outcome run(std::span<const std::uint8_t> stream, std::span<const std::uint8_t> cuts) {
    ports::Mbap framing;
    return fuzz::run(framing, stream, cuts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    const auto cuts = input.bytes(input.byte());
    const auto stream = input.rest();
    const fuzz::Outcome whole = run(stream, {});
    check(stream, whole.out);
    fuzz::require(run(stream, cuts) == whole, "cuts do not matter");
    return 0;
}
