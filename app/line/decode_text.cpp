#include "app/line/decode_text.h"

#include <fmt/format.h>

#include <array>

#include "app/line/decode_identity.h"
#include "app/line/decode_points.h"
#include "app/line/phrases.h"
#include "core/modbus/exception_names.h"

namespace line {
namespace {

using signals::Words;

constexpr std::array<const char*, 11> kTroubles{
    "",     "exception",     "bad_crc",  "truncated",  "junk",      "collision",
    "echo", "wrong_address", "mismatch", "unexpected", "unanswered"};

constexpr std::size_t kMostNames = 4;  // of a request; answers name all

std::string names_of(const Registers& registers, Words words) {
    const std::vector<Point> points = points_of(registers);
    if (points.size() > kMostNames)
        return say(words, Phrase::many_points, points.size(), name_of(points.front(), words),
                   name_of(points.back(), words));
    std::string out;
    for (const Point& point : points) out += (out.empty() ? "" : ", ") + name_of(point, words);
    return out;
}

std::string values_of(const Record& record, const char* sign, Words words) {
    std::string out;
    for (const Point& point : points_of(record)) {
        if (!point.has_value) break;
        out += fmt::format("{}{}{}{}", out.empty() ? "" : "; ", name_of(point, words), sign,
                           value_of(point, record.decoded, words));
    }
    return out;
}

bool writes(std::uint8_t function) { return function == 0x06 || function == 0x10; }

std::string exception_text(const Decoded& d, Words words) {
    return say(words, Phrase::exception, d.exception, exception_name(d.exception, words));
}

std::string describe_request(const Record& record, Words words) {
    const Decoded& d = record.decoded;
    if (!d.registers) return describe_identity_request(record, words);
    const std::string where = text(*d.registers);
    if (writes(d.function))
        return say(words, Phrase::write, values_of(record, " = ", words), where);
    return say(words, Phrase::read, names_of(*d.registers, words), where);
}

std::string describe_answer(const Record& record, Words words) {
    const Decoded& d = record.decoded;
    if (d.exception != 0) return exception_text(d, words);
    if (d.trouble != Trouble::none) return {};
    if (!d.registers) return describe_identity_answer(record, words);
    if (writes(d.function)) return say(words, Phrase::written, names_of(*d.registers, words));
    return values_of(record, " ", words);
}

// Junk: how many bytes around what is whole.
std::string junk_text(const Record& record, Words words) {
    return say(words, Phrase::junk, record.traffic.bytes.size() - record.decoded.expected_size);
}

std::string truncated_text(const Record& record, Words words) {
    const Decoded& d = record.decoded;
    const std::size_t size = record.traffic.bytes.size();
    if (d.expected_size > size) return say(words, Phrase::truncated, size, d.expected_size);
    return record.traffic.framing == Framing::rtu ? say(words, Phrase::too_short, size)
                                                  : say(words, Phrase::header_length);
}

}  // namespace

std::string describe(const Record& record, Words words) {
    const Decoded& d = record.decoded;
    const Trouble trouble = d.trouble;
    if (trouble == Trouble::collision || trouble == Trouble::bad_crc ||
        trouble == Trouble::truncated || record.frame().pdu.empty())
        return {};
    std::string out =
        record.is_request() ? describe_request(record, words) : describe_answer(record, words);
    if (d.address == 0 && record.is_request() && record.traffic.framing == Framing::rtu)
        out = say(words, Phrase::broadcast, out);
    if (d.foreign) out = say(words, Phrase::foreign, out);
    return out;
}

std::string trouble_text(const Record& record, Words words) {
    const Decoded& d = record.decoded;
    switch (d.trouble) {
        case Trouble::none:
            return {};
        case Trouble::exception:
            return exception_text(d, words);
        case Trouble::bad_crc:
            return say(words, Phrase::bad_crc, d.bad_crc->expected, d.bad_crc->found);
        case Trouble::truncated:
            return truncated_text(record, words);
        case Trouble::junk:
            return junk_text(record, words);
        case Trouble::collision:
            return say(words, Phrase::collision);
        case Trouble::echo:
            return say(words, Phrase::echo);
        case Trouble::wrong_address:
            return say(words, Phrase::wrong_address, d.asked_address, d.address);
        case Trouble::mismatch:
            return say(words, Phrase::mismatch);
        case Trouble::unexpected:
            return say(words, Phrase::unexpected);
        case Trouble::unanswered:
            return say(words, d.retry ? Phrase::retry : Phrase::unanswered, d.unanswered);
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

std::string exception_name(std::uint8_t code, Words words) {
    const char* name = meter::modbus::find_exception_name(code);
    return name == nullptr ? say(words, Phrase::unknown_exception)
                           : words(meter::modbus::kExceptionContext, name);
}

std::string function_name(std::uint8_t function, Words words) {
    const char* name = find_function(function);
    return name == nullptr ? say(words, Phrase::function, function) : words(kLogContext, name);
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
