#include "app/poll/failure.h"

#include <fmt/core.h>
#include <modbus/modbus.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace polling {
namespace {

constexpr std::array<const char*, kTroubles> kNames{
    "no connection",    "no answer",        "answer broken off", "wrong CRC",
    "another's answer", "unfitting answer", "exception",         "connection closed"};

constexpr std::array<const char*, 12> kExceptions{"unknown",
                                                  "illegal function",
                                                  "illegal data address",
                                                  "illegal data value",
                                                  "server device failure",
                                                  "acknowledge",
                                                  "server device busy",
                                                  "negative acknowledge",
                                                  "memory parity error",
                                                  "unknown",
                                                  "gateway path unavailable",
                                                  "gateway target device failed to respond"};

struct Row {
    int error;
    Trouble trouble;
    const char* text;
};

constexpr std::array<Row, 11> kRows{{
    {EMBBADCRC, Trouble::bad_crc, "an answer with a wrong CRC"},
    {EMBBADSLAVE, Trouble::wrong_address, "an answer from another address"},
    {EMBBADDATA, Trouble::no_match, "an answer that does not fit the request"},
    {EMBBADEXC, Trouble::no_match, "an exception that does not fit the request"},
    {EMBUNKEXC, Trouble::no_match, "an exception code that Modbus does not know"},
    {EMBMDATA, Trouble::no_match, "an answer with too many registers"},
    {ECONNRESET, Trouble::closed, "the connection was closed by the other side"},
    {EPIPE, Trouble::closed, "the connection was closed by the other side"},
    {EBADF, Trouble::closed, "the connection is closed"},
    {EIO, Trouble::closed, "the device is gone"},
    {ENXIO, Trouble::closed, "the device is gone"},
}};

Failure timed_out(const Circumstances& c) {
    if (c.elapsed_ms < c.timeout_ms)
        return {
            Trouble::broken_off, 0,
            fmt::format("an answer that broke off after {:.0f} ms ({})", c.elapsed_ms, c.request)};
    return {Trouble::no_answer, 0,
            fmt::format("no answer within {:.0f} ms ({})", c.timeout_ms, c.request)};
}

}  // namespace

const char* name_of(Trouble trouble) { return kNames.at(static_cast<std::size_t>(trouble)); }

const char* exception_text(std::uint8_t code) {
    return code < kExceptions.size() ? kExceptions.at(code) : kExceptions[0];
}

Failure failure_of(const Circumstances& c) {
    if (c.error == ETIMEDOUT) return timed_out(c);
    if (c.error > MODBUS_ENOBASE && c.error < MODBUS_ENOBASE + MODBUS_EXCEPTION_MAX) {
        const auto code = static_cast<std::uint8_t>(c.error - MODBUS_ENOBASE);
        return {Trouble::exception, code,
                fmt::format("exception {:02X}, {} ({})", code, exception_text(code), c.request)};
    }
    const auto* row =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.error == c.error; });
    if (row == kRows.end())
        return {Trouble::closed, 0, fmt::format("{} ({})", modbus_strerror(c.error), c.request)};
    return {row->trouble, 0, fmt::format("{} ({})", row->text, c.request)};
}

}  // namespace polling
