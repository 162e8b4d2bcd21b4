// A two-wire RS-485 line in time: masters' ports at one end, up to 63 meters along it.
//
//   port ── send ──► outbox ──► ▒▒ wire ▒▒ ──► Station (every meter hears everything)
//   port ◄─ deliver ─────────── ▒▒ wire ▒▒ ◄── answered ◄── AnswerFilter::plan
//                                  │
//                                  └──► Tap
//
// A pty or a socket has no wire time; the bus gives it to them. It is an event simulation without
// thread or clock: advance() moves it, deadline() says when it wants to be moved, and the same
// calls give the same bits.
//
// Time of characters. A request's characters follow each other from the moment the port got them
// (or the one before has ended) at the client's rate; every meter hears each at the end of its stop
// bit. An answer begins when the meter sends it (t3.5 and turnaround after the request: the
// meter's own doing) and its characters leave at the meter's rate. They are handed to the port when
// their stop bits have passed, in pieces of at most kHandOver, as a serial port's driver does.
//
// Masters. One exchange at a time: a request and its answer, or the silence that shows that there
// is none. What another port sends meanwhile waits for its end: the ports are adapters that keep
// out of each other's way. So do requests that came glued together in one piece. An answer goes to
// the port whose request it answers. After an answer the next request begins t3.5 after it at the
// earliest, however fast the client is.
//
// Settings. A run of characters is what the sender's UART makes of its bytes, and every receiver
// hears it with its own (uart.h): a client at another rate than the meter's, or a meter at another
// rate than its neighbours', is heard as garbage, which is no frame: silence. What a port cannot
// tell of its client (a pty never shows parity) is taken to be as at the meter that the request is
// for.
//
// Collisions. Where two speak at once every receiver hears both, wired AND: two meters with one
// address, or a client that goes on talking while its own answer is on the wire. No two meters
// start in the same bit: one that begins while another speaks is kCollisionSkew later for each of
// them (ours; real ones differ by the phase of their main loops), so that equal answers garble too.
//
// 4096 bytes wait for a port at most; more are dropped, as a kernel does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "app/line/answer_filter.h"
#include "app/line/ledger.h"
#include "app/line/run.h"
#include "app/line/station.h"
#include "core/modbus/framer.h"

namespace line {

// The latency of common USB adapters.
inline constexpr WireSpan kHandOver{kWireHz * 16 / 1'000};
inline constexpr std::size_t kMostWaiting = 4'096;
inline constexpr std::size_t kMostAtOnce = 512;  // characters; a frame has 256
// For the rest of a frame that a transport has cut, as long as the meter waits for it.
inline constexpr WireSpan kPatience = wire(meter::modbus::Framer::kPatience);
inline constexpr std::int64_t kCollisionSkewHalfBits = 9;

class Bus {
 public:
    struct Port {
        Client client;
        // A real serial line: characters have taken their time when they come, and take it after
        // they have been handed over.
        bool own_wire = false;
        // Whatever the client's rate is, it is right: for clients that never set it.
        bool any_format = false;
        // Bytes for the client; `damaged`: its UART saw wrong parity or a missing stop bit.
        std::function<void(std::span<const std::uint8_t> bytes, bool damaged)> deliver;
    };

    // Stations, of which there has to be one, and ports are named by their place, from 0.
    std::size_t add_station(Station& station);
    std::size_t add_port(Port port);
    // Others take the place of all stations, at least one before anything else happens here. What
    // the old ones were saying ends unheard; a request on the wire reaches the new ones from its
    // middle on, which is no frame. Ports and what waits there stay.
    void clear_stations();
    // What waits there is dropped, and nothing is delivered there any more. The place stays taken.
    void close_port(std::size_t port);
    void add_tap(std::shared_ptr<Tap> tap) { ledger_.add_tap(std::move(tap)); }
    // Decides what becomes of answers; nullptr: nothing happens to them.
    void set_filter(std::shared_ptr<AnswerFilter> filter) { filter_ = std::move(filter); }
    [[nodiscard]] AnswerFilter* filter() const { return filter_.get(); }

    // Bytes of the client at `port`, whose UART looks like `seen`, have come at `now`.
    void send(std::size_t port, std::span<const std::uint8_t> bytes, const SeenFormat& seen,
              meter::Instant now);
    void advance(meter::Instant now);
    // When advance() should be called next; nothing while nothing is going to happen.
    [[nodiscard]] std::optional<meter::Instant> deadline() const;

    // A station's doing, from inside its receive() and advance(). requested() returns an exception
    // code to refuse the request with, or 0.
    std::uint8_t requested(std::size_t meter, std::span<const std::uint8_t> frame);
    void answered(std::size_t meter, std::span<const std::uint8_t> frame);

    // Control power of a meter fails now and comes back after `duration`.
    void cut_power(std::size_t meter, meter::Ticks duration, meter::Instant now);

    [[nodiscard]] const Load& load() const { return ledger_.load(); }

 private:
    struct Outbox {
        Port port;
        SeenFormat seen;
        std::vector<std::uint8_t> waiting;
        WireInstant since{};              // when the first of them came
        bool glued = false;               // they came while others of this port were on the wire
        std::vector<std::uint8_t> begun;  // of a frame whose rest has not come yet
        WireInstant begun_until{};
    };
    struct Meter {
        Station* station;
        std::vector<std::uint8_t> request;  // the one it executes
        meter::Instant requested_at{};
        std::optional<WireInstant> power_back;
    };
    struct Asking {
        std::size_t port;
        Run run;
        std::vector<std::uint8_t> begun;  // of the same frame, before this run
        std::size_t heard = 0;            // characters that the meters have got
        bool collided = false;
    };
    struct Answering {
        std::size_t meter = 0;
        Run run;                       // the piece on the wire, or the next one
        std::deque<AnswerPiece> rest;  // after it
        std::size_t heard = 0;
        std::size_t handed = 0;
        bool collided = false;
        WireInstant handed_at{};
        std::optional<meter::Ticks> power_cut;  // after the last byte
        meter::Ticks stuck{};
    };

    // What collided, once it is over.
    struct Wreck {
        Traffic who;
        Run run;
        WireInstant known_until = kBeforeAll;  // what came before has been heard already
    };

    [[nodiscard]] WireInstant next() const;
    [[nodiscard]] WireInstant next_of(const Answering& answer) const;
    [[nodiscard]] WireSpan silence() const;
    [[nodiscard]] bool answer_due() const;
    // The station that a frame is for; the first when there is none.
    [[nodiscard]] const Station& station_of(std::span<const std::uint8_t> frame) const;
    [[nodiscard]] bool may_start(std::size_t port) const;
    [[nodiscard]] const Client& client() const;
    [[nodiscard]] Exchange exchange_of(std::size_t meter,
                                       std::span<const std::uint8_t> answer) const;

    void step(WireInstant at);

    // Characters and who hears them (bus_hearing.cpp).
    void hear(WireInstant at);
    void hear_request(WireInstant at);
    void hear_answer(Answering& answer, WireInstant at);
    void tell_meters(std::uint8_t byte, WireInstant end, const UartFormat& sender,
                     std::optional<std::size_t> speaker);
    void tell_strangers(const Run& run, std::optional<std::size_t> speaker);
    void hand_over(Answering& answer, WireInstant at);
    void hand_over_garbage(const Run& run);
    [[nodiscard]] bool speaks(std::size_t meter, WireInstant at) const;
    [[nodiscard]] UartFormat client_format(const UartFormat& own) const;
    void mark_collisions();
    void wreck(Traffic who, Run run, WireInstant known_until);
    void clear_wreck();
    void remark_on(Traffic& who, const Run& run) const;

    void advance_meters(WireInstant at);
    void end_request(WireInstant at);
    void end_answers(WireInstant at);
    bool next_piece(Answering& answer);
    void end_own_wire(std::size_t port);
    void end_exchange(WireInstant at);
    void close_exchange();
    void start(std::size_t port);
    void fill(Asking& asking, Outbox& outbox) const;
    void remember(Asking& asked);

    std::vector<Outbox> ports_;
    std::vector<Meter> meters_;
    std::shared_ptr<AnswerFilter> filter_;
    Ledger ledger_;

    WireInstant clock_{};
    std::optional<Asking> request_;  // on the wire
    std::vector<Wreck> wreck_;
    std::deque<Answering> answers_;      // on the wire, or after a pause
    std::optional<std::size_t> master_;  // the port whose exchange is under way
    WireInstant exchange_begin_{};
    WireInstant quiet_since_{};
    bool answered_ = false;  // the last to speak was a meter
    WireInstant stuck_until_ = kBeforeAll;
};

}  // namespace line
