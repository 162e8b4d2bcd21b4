// Cuts the bytes of a line into Modbus RTU frames by silence.
//
// Strict, as on copper (metrology.md 4.1): a frame ends t3.5 after its last byte; a gap of more
// than t1.5 inside it, or a 257th byte, spoils it.
//
// Lenient, for ptys and sockets, where there is no wire time and an operating system delivers a
// request in one piece, in several with arbitrary gaps, or glued to the next one (ours; no
// meter does this):
//   - a gap inside a frame does not spoil it;
//   - after t3.5, bytes that are no frame by their CRC are kept for kPatience: the rest may
//     still come. If what came after the last t3.5 gap is a frame alone, it is the frame, so
//     noise does not cost the next request.
// (Requests glued together are separated by the slave, which knows how long requests are.)
//
// A byte stamped exactly at the end of t3.5 starts a new frame. Stamps that run backwards are
// taken as no time having passed. ended() is to be asked before every byte and at deadline();
// asking more often changes nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/modbus/line_timing.h"
#include "core/time.h"

namespace meter::modbus {

inline constexpr std::size_t kMaxFrame = 256;  // address, PDU of 253, CRC
inline constexpr std::size_t kMinFrame = 4;    // address, function, CRC

enum class LineTolerance : std::uint8_t { strict, lenient };

class Framer {
 public:
    // How long a lenient framer waits for the rest, from the last byte.
    static constexpr Ticks kPatience = ticks_rounded_up(250'000);

    constexpr explicit Framer(LineTolerance tolerance) : tolerance_(tolerance) {}

    // Drops what has been received so far: it came in at another rate.
    void configure(const LineTiming& timing);

    // Takes a byte whose stop bit ended at `now`.
    void receive(std::uint8_t byte, Instant now);

    // The frame that silence up to `now` has ended, with its CRC right, 4..256 bytes: address,
    // PDU, CRC. Empty when nothing has ended, or what has ended was no frame and is gone.
    // Valid, and returned again, until clear() or receive().
    [[nodiscard]] std::span<const std::uint8_t> ended(Instant now);

    // What has been received of the present frame; empty when idle, or when it is spoiled.
    [[nodiscard]] std::span<const std::uint8_t> received() const;
    [[nodiscard]] bool lenient() const { return tolerance_ == LineTolerance::lenient; }

    // The frame being received will be dropped when it ends.
    void spoil() { spoiled_ = true; }
    void clear();

    [[nodiscard]] bool idle() const { return size_ == 0; }
    // When ended() has to be asked next; nothing when idle.
    [[nodiscard]] std::optional<Instant> deadline() const;

    // Tolerance is what the framer was built for, not state. An idle framer has no memory: two idle
    // ones are equal whatever has passed through them.
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("timing", timing_);
        visit("bytes", bytes_);
        visit("size", size_);
        visit("piece", piece_);
        visit("last", last_);
        visit("spoiled", spoiled_);
        visit("waiting", waiting_);
    }

 private:
    [[nodiscard]] std::span<const std::uint8_t> judged() const;

    LineTolerance tolerance_;
    LineTiming timing_ = line_timing(LineConfig{});
    std::array<std::uint8_t, kMaxFrame> bytes_{};
    std::uint16_t size_ = 0;
    std::uint16_t piece_ = 0;  // where the bytes after the last t3.5 gap start
    Instant last_{};           // of the last byte
    bool spoiled_ = false;
    bool waiting_ = false;  // t3.5 has passed without a frame; the rest may still come
};

}  // namespace meter::modbus
