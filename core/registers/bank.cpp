#include "core/registers/bank.h"

#include <array>
#include <cstddef>
#include <optional>

#include "core/registers/codec.h"
#include "core/registers/rules.h"
#include "core/registers/table.h"

namespace meter {

namespace {

using modbus::Exception;

constexpr std::uint16_t kCommandRegister = 129;

struct CommandCode {
    std::uint16_t value;
    Command command;
};

// meter.md 3.3. 16640 (reset logging) belongs to logging siblings and is refused.
constexpr std::array<CommandCode, 4> kCommands{{
    {30'078, Command::clear_energies},
    {21'211, Command::begin_subinterval},
    {21'212, Command::restart_maxima},
    {16'498, Command::clear_pulse_counts},
}};

std::optional<Command> find_command(std::uint16_t value) {
    for (const CommandCode& code : kCommands) {
        if (code.value == value) return code.command;
    }
    return std::nullopt;
}

// Past wire address 65535 comes number 0, which no register has.
constexpr std::uint16_t register_number(std::uint16_t start, std::size_t index) {
    return static_cast<std::uint16_t>(start + index + 1);
}

bool all_exist(std::uint16_t start, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        if (find_register(register_number(start, i)) == nullptr) return false;
    }
    return true;
}

bool all_writable(std::uint16_t start, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const RegisterRow* row = find_register(register_number(start, i));
        if (row == nullptr || row->access != Access::read_write) return false;
    }
    return true;
}

// What a write would do, judged before it is done.
struct Order {
    Config config;
    std::optional<Command> command;

    bool add(std::uint16_t number, std::uint16_t value) {
        if (number != kCommandRegister) {
            return validate_write(config, number, value, config) == ConfigError::none;
        }
        command = find_command(value);
        return command.has_value();
    }
};

}  // namespace

Exception Bank::read(std::uint16_t start, std::span<std::uint16_t> out) const {
    if (!all_exist(start, out.size())) {
        return Exception::illegal_address;
    }
    for (std::size_t i = 0; i < out.size();) {
        const std::uint16_t number = register_number(start, i);
        const RegisterRow& row = *find_register(number);
        const Words words = encode(row, points_);
        for (std::size_t half = number - row.number; half < row.count && i < out.size();) {
            out[i++] = words[half++];
        }
    }
    return Exception::none;
}

Exception Bank::write(std::uint16_t start, std::span<const std::uint16_t> values) {
    if (!all_writable(start, values.size())) {
        return Exception::illegal_address;
    }
    Order order{points_.config, std::nullopt};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!order.add(register_number(start, i), values[i])) return Exception::illegal_value;
    }
    if (order.config != points_.config) actions_.apply(order.config);
    if (order.command) actions_.command(*order.command);
    return Exception::none;
}

}  // namespace meter
