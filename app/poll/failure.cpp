#include "app/poll/failure.h"

#include <modbus/modbus.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "app/poll/phrases.h"
#include "core/modbus/exception_names.h"

namespace polling {
namespace {

constexpr std::array<const char*, kTroubles> kNames{
    "no connection",    "no answer",        "answer broken off", "wrong CRC",
    "another's answer", "unfitting answer", "exception",         "connection closed"};

struct Row {
    int error;
    Trouble trouble;
    Phrase text;
};

constexpr std::array<Row, 11> kRows{{
    {EMBBADCRC, Trouble::bad_crc, Phrase::bad_crc},
    {EMBBADSLAVE, Trouble::wrong_address, Phrase::wrong_address},
    {EMBBADDATA, Trouble::no_match, Phrase::no_match},
    {EMBBADEXC, Trouble::no_match, Phrase::no_match_exception},
    {EMBUNKEXC, Trouble::no_match, Phrase::unknown_exception},
    {EMBMDATA, Trouble::no_match, Phrase::too_many},
    {ECONNRESET, Trouble::closed, Phrase::closed_by_other},
    {EPIPE, Trouble::closed, Phrase::closed_by_other},
    {EBADF, Trouble::closed, Phrase::closed},
    {EIO, Trouble::closed, Phrase::device_gone},
    {ENXIO, Trouble::closed, Phrase::device_gone},
}};

Failure timed_out(const Circumstances& c) {
    if (c.elapsed_ms < c.timeout_ms)
        return {Trouble::broken_off, 0, sentence(Phrase::broken_off, c.elapsed_ms, c.request)};
    return {Trouble::no_answer, 0, sentence(Phrase::no_answer, c.timeout_ms, c.request)};
}

// "illegal data address"
signals::Sentence name_of_exception(std::uint8_t code) {
    const char* name = meter::modbus::find_exception_name(code);
    return name == nullptr ? sentence(Phrase::no_name)
                           : signals::Sentence::of(meter::modbus::kExceptionContext, name);
}

}  // namespace

const char* name_of(Trouble trouble) { return kNames.at(static_cast<std::size_t>(trouble)); }

Failure failure_of(const Circumstances& c) {
    if (c.error == ETIMEDOUT) return timed_out(c);
    if (c.error > MODBUS_ENOBASE && c.error < MODBUS_ENOBASE + MODBUS_EXCEPTION_MAX) {
        const auto code = static_cast<std::uint8_t>(c.error - MODBUS_ENOBASE);
        return {Trouble::exception, code,
                sentence(Phrase::exception, code, name_of_exception(code), c.request)};
    }
    const auto* row =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.error == c.error; });
    if (row == kRows.end())
        return {Trouble::closed, 0,
                sentence(Phrase::happened, std::string(modbus_strerror(c.error)), c.request)};
    return {row->trouble, 0, sentence(Phrase::happened, sentence(row->text), c.request)};
}

}  // namespace polling
