// Requests of a gateway to a whole meter, one after another, held against the oracle of the line.
//
// Input: requests, each behind a byte with its length (0..253).
#include <array>

#include "core/meter.h"
#include "core/modbus/pdu.h"
#include "tests/core/support/board.h"
#include "tests/core/support/spec_meter.h"
#include "tests/fuzz/harness.h"

namespace {

using meter::spec::Bytes;

void request(meter::Meter& meter, meter::spec::SpecMeter& spec, const Bytes& pdu) {
    std::array<std::uint8_t, meter::modbus::kMaxPdu> answer{};
    const std::uint64_t before = meter.digest();
    const std::size_t size = meter.request(pdu, answer);
    if (pdu.empty() || pdu.size() > meter::modbus::kMaxPdu) {
        return fuzz::require(size == 0, "no answer to what is no request");
    }
    const Bytes given{answer.begin(), answer.begin() + static_cast<long>(size)};
    fuzz::require(given == spec.answer(pdu), "the answer is the specification's");
    if (!spec.has_changed()) fuzz::require(meter.digest() == before, "nothing has changed");
    if (spec.has_changed()) spec.look(meter.points());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    meter::test::MemoryBoard board;
    meter::Meter meter{board};
    meter::spec::SpecMeter spec{meter.points()};
    while (!input.empty()) {
        const auto pdu = input.bytes(input.byte());
        request(meter, spec, {pdu.begin(), pdu.end()});
    }
    return 0;
}
