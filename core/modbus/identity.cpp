#include "core/modbus/identity.h"

#include <array>
#include <cstddef>

namespace meter::modbus {

namespace {

constexpr std::uint8_t kIdByte = 247;
constexpr std::uint8_t kOperatingSystemRuns = 0xFF;
constexpr std::uint8_t kResetSystemRuns = 0x00;

constexpr std::uint8_t kMeiType = 0x0E;
constexpr std::uint8_t kConformityLevel = 0x01;
constexpr std::uint8_t kNothing = 0x00;  // more follows, and the object that does
constexpr std::uint8_t kExtended = 3;
constexpr std::uint8_t kOneObject = 4;

void write_text(PduWriter& out, const char* text) {
    for (; *text != '\0'; ++text) out.byte(static_cast<std::uint8_t>(*text));
}

// Thousandths, the whole part without padding: 12345 is 12.345, 1037 is 1.037 (inferred).
void write_version(PduWriter& out, std::uint16_t version) {
    bool leading = true;
    for (std::uint16_t unit = 10'000; unit > 0; unit /= 10) {
        const auto digit = static_cast<std::uint8_t>(version / unit % 10);
        leading = leading && digit == 0 && unit > 1'000;
        if (!leading) out.byte(static_cast<std::uint8_t>('0' + digit));
        if (unit == 1'000) out.byte('.');
    }
}

void write_system(PduWriter& out, const Points& points) {
    if (!points.reset_system) {
        out.byte(kOperatingSystemRuns);
        write_text(out, "Leviton Series 4000R Power Meter Full Data Set");
        return;
    }
    out.byte(kResetSystemRuns);
    write_text(out, "Leviton Series 4000R Power Meter - RESET SYSTEM RUNNING RS Version ");
    write_version(out, points.rs_version);
}

void write_vendor(PduWriter& out, const Points&) { write_text(out, "Leviton"); }
void write_product(PduWriter& out, const Points&) { write_text(out, "Series 4000"); }
void write_revision(PduWriter& out, const Points& points) {
    out.byte('V');
    write_version(out, points.os_version);
}

using WriteObject = void (*)(PduWriter& out, const Points& points);
constexpr std::array<WriteObject, 3> kObjects{write_vendor, write_product, write_revision};

// A string behind its length.
template <class Write>
void write_counted(PduWriter& out, Write write) {
    std::array<std::uint8_t, 128> buffer{};
    PduWriter text{buffer};
    write(text);
    out.byte(static_cast<std::uint8_t>(text.size()));
    for (std::size_t i = 0; i < text.size(); ++i) out.byte(buffer[i]);
}

}  // namespace

Exception report_id(Bank& bank, std::span<const std::uint8_t>, PduWriter& answer) {
    write_counted(answer, [&](PduWriter& out) {
        out.byte(kIdByte);
        write_system(out, bank.points());
    });
    return Exception::none;
}

Exception read_device_identification(Bank& bank, std::span<const std::uint8_t> body,
                                     PduWriter& answer) {
    const std::uint8_t code = body[1];
    if (code < 1 || code > kOneObject) return Exception::illegal_value;
    const bool known = body[2] < kObjects.size();
    if (code == kOneObject && !known) return Exception::illegal_address;
    const std::size_t first = known ? body[2] : 0;
    const std::size_t end = code <= kExtended ? kObjects.size() : first + 1;
    for (const std::uint8_t byte : {kMeiType, code, kConformityLevel, kNothing, kNothing})
        answer.byte(byte);
    answer.byte(static_cast<std::uint8_t>(end - first));
    for (std::size_t id = first; id < end; ++id) {
        answer.byte(static_cast<std::uint8_t>(id));
        write_counted(answer, [&](PduWriter& out) { kObjects[id](out, bank.points()); });
    }
    return Exception::none;
}

}  // namespace meter::modbus
