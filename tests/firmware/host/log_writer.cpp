#include "tests/firmware/host/log_writer.h"

#include <fmt/core.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "core/state.h"

namespace firmware {

namespace {

template <class T>
void append(Bytes& out, T value) {
    auto bits = meter::state::bits_of(value);
    for (std::size_t i = 0; i < sizeof(T); ++i, bits >>= 8)
        out.push_back(static_cast<std::uint8_t>(bits));
}

template <class Unit>
void append_unit(Bytes& out, Unit& unit) {
    Bytes bytes(meter::snapshot_size(unit));
    meter::SnapshotWriter writer{bytes};
    meter::walk_state(unit, writer);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

StoredEvent timed(Kind kind, meter::Instant at) {
    StoredEvent event{kind, {}};
    append(event.payload, at.ticks);
    return event;
}

}  // namespace

StoredEvent power_up(meter::Config config, meter::Calibration calibration) {
    StoredEvent event{Kind::power_up, {}};
    append_unit(event.payload, config);
    append_unit(event.payload, calibration);
    return event;
}

StoredEvent configure(meter::Config config) {
    StoredEvent event{Kind::configure, {}};
    append_unit(event.payload, config);
    return event;
}

StoredEvent line_byte(meter::Instant at, std::uint8_t byte) {
    StoredEvent event = timed(Kind::line_byte, at);
    event.payload.push_back(byte);
    return event;
}

StoredEvent line_advance(meter::Instant at) { return timed(Kind::line_advance, at); }

StoredEvent key(meter::Key key, bool down) {
    return {Kind::key, {static_cast<std::uint8_t>(key), static_cast<std::uint8_t>(down)}};
}

StoredEvent control_power(bool present) {
    return {Kind::control_power, {static_cast<std::uint8_t>(present)}};
}

StoredEvent mark(std::uint32_t number) {
    StoredEvent event{Kind::mark, {}};
    append(event.payload, number);
    return event;
}

LogWriter::LogWriter(const std::string& path, Player& player)
    : path_(path), file_(path, std::ios::binary), player_(player) {
    if (!file_) throw std::system_error(errno, std::generic_category(), path);
    Bytes header(kLogMagic.begin(), kLogMagic.end());
    append(header, kLogVersion);
    file_.write(reinterpret_cast<const char*>(header.data()), std::ssize(header));
}

void LogWriter::play(const StoredEvent& event) {
    if (!player_.play({event.kind, event.payload}))
        throw std::invalid_argument(fmt::format("{} ({})", player_.problem(),
                                                kKindNames[static_cast<std::size_t>(event.kind)]));
}

void LogWriter::put(const StoredEvent& event) {
    Bytes bytes;
    append(bytes, static_cast<std::uint16_t>(event.kind));
    append(bytes, static_cast<std::uint16_t>(event.payload.size()));
    bytes.insert(bytes.end(), event.payload.begin(), event.payload.end());
    file_.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
}

void LogWriter::flush_frames() {
    if (!batch_.payload.empty()) put(batch_);
    batch_.payload.clear();
}

void LogWriter::write(const StoredEvent& event) {
    flush_frames();
    put(event);
    play(event);
}

void LogWriter::write(const meter::AdcFrame& frame) {
    StoredEvent one{Kind::frames, {}};
    for (const std::int32_t count : frame.count) append(one.payload, count);
    play(one);
    batch_.payload.insert(batch_.payload.end(), one.payload.begin(), one.payload.end());
    if (batch_.payload.size() == kMaxFrames * kFrameBytes) flush_frames();
}

void LogWriter::finish() {
    write(StoredEvent{Kind::end, {}});
    file_.close();
    if (!file_) throw std::system_error(errno, std::generic_category(), path_);
}

}  // namespace firmware
