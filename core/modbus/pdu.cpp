#include "core/modbus/pdu.h"

#include <algorithm>

#include "core/modbus/identity.h"

namespace meter::modbus {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kMostRead = 125;   // registers
constexpr std::size_t kMostWrite = 123;  // registers

constexpr std::uint16_t word_at(Bytes bytes, std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

Exception read_registers(Bank& bank, Bytes body, PduWriter& answer) {
    const std::uint16_t quantity = word_at(body, 2);
    if (quantity < 1 || quantity > kMostRead) return Exception::illegal_value;
    std::array<std::uint16_t, kMostRead> buffer{};
    const auto values = std::span{buffer}.first(quantity);
    const Exception error = bank.read(word_at(body, 0), values);
    if (error != Exception::none) return error;
    answer.byte(static_cast<std::uint8_t>(2 * quantity));
    for (const std::uint16_t value : values) answer.word(value);
    return Exception::none;
}

Exception write_register(Bank& bank, Bytes body, PduWriter& answer) {
    const std::array<std::uint16_t, 1> value{word_at(body, 2)};
    const Exception error = bank.write(word_at(body, 0), value);
    for (const std::uint8_t byte : body) answer.byte(byte);
    return error;
}

Exception write_registers(Bank& bank, Bytes body, PduWriter& answer) {
    const std::uint16_t quantity = word_at(body, 2);
    if (quantity < 1 || quantity > kMostWrite || body[4] != 2 * quantity) {
        return Exception::illegal_value;
    }
    std::array<std::uint16_t, kMostWrite> buffer{};
    const auto values = std::span{buffer}.first(quantity);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = word_at(body, 5 + 2 * i);
    const Exception error = bank.write(word_at(body, 0), values);
    for (const std::uint8_t byte : body.first(4)) answer.byte(byte);
    return error;
}

// clang-format off
constexpr std::int16_t kAny = Function::kAnyType;
constexpr std::array<Function, 6> kFunctions{{
    //code type body counted in reset
    {0x03, kAny, 4,  false,  false,   read_registers},
    {0x04, kAny, 4,  false,  false,   read_registers},
    {0x06, kAny, 4,  false,  false,   write_register},
    {0x10, kAny, 5,  true,   false,   write_registers},
    {0x11, kAny, 0,  false,  true,    report_id},
    {0x2B, 0x0E, 3,  false,  true,    read_device_identification},
}};
// clang-format on

// A request that ends before its type may still be of any.
bool begins(const Function& function, Bytes pdu) {
    if (function.code != pdu[0]) return false;
    return function.type == kAny || pdu.size() < 2 || function.type == pdu[1];
}

const Function* find_function(Bytes pdu) {
    const auto row = std::find_if(kFunctions.begin(), kFunctions.end(),
                                  [pdu](const Function& f) { return begins(f, pdu); });
    return row == kFunctions.end() ? nullptr : &*row;
}

Exception try_execute(Bank& bank, Bytes request, PduWriter& answer) {
    const Function* function = find_function(request);
    if (function == nullptr) return Exception::illegal_function;
    if (request_size(request) != request.size()) return Exception::illegal_value;
    if (bank.points().reset_system && !function->in_reset_system) return Exception::device_failure;
    return function->execute(bank, request.subspan(1), answer);
}

}  // namespace

std::span<const Function> functions() { return kFunctions; }

std::size_t request_size(Bytes pdu) {
    const Function* function = pdu.empty() ? nullptr : find_function(pdu);
    if (function == nullptr || pdu.size() <= function->body) return 0;
    const std::size_t counted = function->counted ? pdu[function->body] : 0;
    return std::size_t{1} + function->body + counted;
}

std::size_t execute(Bank& bank, Bytes request, bool broadcast, std::span<std::uint8_t> answer) {
    if (request.empty()) return 0;
    PduWriter writer{answer};
    writer.byte(request[0]);
    const Exception error = try_execute(bank, request, writer);
    if (error != Exception::none) {
        writer.restart();
        writer.byte(request[0] | kExceptionFlag);
        writer.byte(static_cast<std::uint8_t>(error));
    }
    return broadcast ? 0 : writer.size();
}

}  // namespace meter::modbus
