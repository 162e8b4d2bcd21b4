#include "core/modbus/pdu.h"

#include <algorithm>

namespace meter::modbus {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kMostRead = 125;   // registers
constexpr std::size_t kMostWrite = 123;  // registers
constexpr std::uint8_t kExceptionFlag = 0x80;

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
constexpr std::array<Function, 4> kFunctions{{
    //code body counted
    {0x03, 4,   false,  read_registers},
    {0x04, 4,   false,  read_registers},
    {0x06, 4,   false,  write_register},
    {0x10, 5,   true,   write_registers},
}};
// clang-format on

const Function* find_function(std::uint8_t code) {
    const auto row = std::find_if(kFunctions.begin(), kFunctions.end(),
                                  [code](const Function& f) { return f.code == code; });
    return row == kFunctions.end() ? nullptr : &*row;
}

Exception try_execute(Bank& bank, Bytes request, PduWriter& answer) {
    const Function* function = find_function(request[0]);
    if (function == nullptr) return Exception::illegal_function;
    if (request_size(request) != request.size()) return Exception::illegal_value;
    return function->execute(bank, request.subspan(1), answer);
}

}  // namespace

std::span<const Function> functions() { return kFunctions; }

std::size_t request_size(Bytes pdu) {
    const Function* function = pdu.empty() ? nullptr : find_function(pdu[0]);
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
