#include "app/line/decode_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/line/decode_identity.h"
#include "app/line/decode_points.h"

namespace line {
namespace {

struct Code {
    std::uint8_t code;
    const char* name;
};

// Modbus Application Protocol 1.1b3, 7.
constexpr std::array<Code, 9> kExceptions{{
    {0x01, "illegal function"},
    {0x02, "illegal data address"},
    {0x03, "illegal data value"},
    {0x04, "server device failure"},
    {0x05, "acknowledge"},
    {0x06, "server device busy"},
    {0x08, "memory parity error"},
    {0x0A, "gateway path unavailable"},
    {0x0B, "gateway target device failed to respond"},
}};

// The same, 6.
constexpr std::array<Code, 19> kFunctions{{
    {0x01, "read coils"},
    {0x02, "read discrete inputs"},
    {0x03, "read holding registers"},
    {0x04, "read input registers"},
    {0x05, "write single coil"},
    {0x06, "write single register"},
    {0x07, "read exception status"},
    {0x08, "diagnostics"},
    {0x0B, "get comm event counter"},
    {0x0C, "get comm event log"},
    {0x0F, "write multiple coils"},
    {0x10, "write multiple registers"},
    {0x11, "report server id"},
    {0x14, "read file record"},
    {0x15, "write file record"},
    {0x16, "mask write register"},
    {0x17, "read/write multiple registers"},
    {0x18, "read FIFO queue"},
    {0x2B, "read device identification"},
}};

constexpr std::array<const char*, 11> kTroubles{
    "",     "exception",     "bad_crc",  "truncated",  "junk",      "collision",
    "echo", "wrong_address", "mismatch", "unexpected", "unanswered"};

constexpr std::size_t kMostNames = 4;  // of a request; answers name all

const char* find_name(std::span<const Code> codes, std::uint8_t code) {
    const auto found =
        std::find_if(codes.begin(), codes.end(), [code](const Code& c) { return c.code == code; });
    return found == codes.end() ? nullptr : found->name;
}

std::string names_of(const Registers& registers) {
    const std::vector<Point> points = points_of(registers);
    if (points.size() > kMostNames)
        return fmt::format("{} points from {} to {}", points.size(), name_of(points.front()),
                           name_of(points.back()));
    std::string out;
    for (const Point& point : points) out += (out.empty() ? "" : ", ") + name_of(point);
    return out;
}

std::string values_of(const Record& record, const char* sign) {
    std::string out;
    for (const Point& point : points_of(record)) {
        if (!point.has_value) break;
        out += fmt::format("{}{}{}{}", out.empty() ? "" : "; ", name_of(point), sign,
                           value_of(point, record.decoded));
    }
    return out;
}

bool writes(std::uint8_t function) { return function == 0x06 || function == 0x10; }

std::string describe_request(const Record& record) {
    const Decoded& d = record.decoded;
    if (!d.registers) return describe_identity_request(record);
    const std::string where = text(*d.registers);
    if (writes(d.function)) return fmt::format("write {} ({})", values_of(record, " = "), where);
    return fmt::format("read {} ({})", names_of(*d.registers), where);
}

std::string describe_answer(const Record& record) {
    const Decoded& d = record.decoded;
    if (d.exception != 0)
        return fmt::format("exception {:02X} {}", d.exception, exception_name(d.exception));
    if (d.trouble != Trouble::none) return {};
    if (!d.registers) return describe_identity_answer(record);
    if (writes(d.function)) return fmt::format("written {}", names_of(*d.registers));
    return values_of(record, " ");
}

// Junk: how many bytes around what is whole.
std::string junk_text(const Record& record) {
    const std::size_t extra = record.traffic.bytes.size() - record.decoded.expected_size;
    return fmt::format("{} bytes of junk around the answer", extra);
}

std::string truncated_text(const Record& record) {
    const Decoded& d = record.decoded;
    const std::size_t size = record.traffic.bytes.size();
    if (d.expected_size > size)
        return fmt::format("truncated: {} of {} bytes", size, d.expected_size);
    return record.traffic.framing == Framing::rtu
               ? fmt::format("too short for a frame: {} bytes", size)
               : "not as long as its header says";
}

}  // namespace

std::string describe(const Record& record) {
    const Decoded& d = record.decoded;
    const Trouble trouble = d.trouble;
    if (trouble == Trouble::collision || trouble == Trouble::bad_crc ||
        trouble == Trouble::truncated || record.frame().pdu.empty())
        return {};
    std::string out = record.is_request() ? describe_request(record) : describe_answer(record);
    if (d.address == 0 && record.is_request() && record.traffic.framing == Framing::rtu)
        out = "broadcast: " + out;
    if (d.foreign) out = "another slave's answer: " + out;
    return out;
}

std::string trouble_text(const Record& record) {
    const Decoded& d = record.decoded;
    switch (d.trouble) {
        case Trouble::none:
            return {};
        case Trouble::exception:
            return fmt::format("exception {:02X} {}", d.exception, exception_name(d.exception));
        case Trouble::bad_crc:
            return fmt::format("bad CRC: expected {:04X}, found {:04X}", d.bad_crc->expected,
                               d.bad_crc->found);
        case Trouble::truncated:
            return truncated_text(record);
        case Trouble::junk:
            return junk_text(record);
        case Trouble::collision:
            return "collision: two senders at once";
        case Trouble::echo:
            return "echo of the request";
        case Trouble::wrong_address:
            return fmt::format("wrong address: {} was asked, {} answers", d.asked_address,
                               d.address);
        case Trouble::mismatch:
            return "does not fit the request";
        case Trouble::unexpected:
            return "an answer that nobody waits for";
        case Trouble::unanswered:
            return fmt::format("request {} got no answer{}", d.unanswered,
                               d.retry ? "; this is a retry" : "");
    }
    return {};
}

std::string line_text(const Record& record) {
    const std::string words = describe(record);
    const std::string trouble = trouble_text(record);
    const bool damaged = words.empty() && record.is_error();
    return fmt::format("{:>6} {:>14} {} {} {:>3}  {}{}{}", record.number,
                       time_text(record.traffic.begin), text(record.traffic.client),
                       record.is_request() ? ">" : "<", record.decoded.address,
                       damaged ? hex_text(record.traffic.bytes) : words,
                       trouble.empty() || record.decoded.exception != 0 ? "" : "  ! ",
                       record.decoded.exception != 0 ? "" : trouble);
}

const char* name_of(Trouble trouble) { return kTroubles[static_cast<std::size_t>(trouble)]; }

const char* exception_name(std::uint8_t code) {
    const char* name = find_name(kExceptions, code);
    return name == nullptr ? "unknown" : name;
}

std::string function_name(std::uint8_t function) {
    const char* name = find_name(kFunctions, function);
    return name == nullptr ? fmt::format("function {:02X}", function) : name;
}

std::string hex_text(Bytes bytes) {
    return fmt::format("{:02X}", fmt::join(bytes.begin(), bytes.end(), " "));
}

std::string text(const Registers& registers) {
    if (registers.count == 1) return std::to_string(registers.first);
    return fmt::format("{}-{}", registers.first, registers.last());
}

std::string time_text(meter::Instant instant) {
    const std::int64_t us =
        (instant.ticks % meter::kCrystalHz * 1'000'000 + meter::kCrystalHz / 2) / meter::kCrystalHz;
    const std::int64_t whole = instant.ticks / meter::kCrystalHz + us / 1'000'000;
    return fmt::format("{}.{:06} s", whole, us % 1'000'000);
}

std::string text(const Client& client) {
    return client.number == 0 ? client.port : fmt::format("{} #{}", client.port, client.number);
}

}  // namespace line
