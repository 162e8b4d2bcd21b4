#include "app/line/bus.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "app/line/request_frames.h"
#include "core/modbus/line_timing.h"

namespace line {
namespace {

using meter::Instant;
using meter::Ticks;

constexpr WireInstant kNever{std::numeric_limits<std::int64_t>::max()};
constexpr std::uint8_t kBroadcast = 0;

// The healthy plan.
AnswerPlan as_it_is(std::span<const std::uint8_t> frame) {
    AnswerPlan plan;
    plan.pieces.push_back({{}, {frame.begin(), frame.end()}});
    return plan;
}

// What leaves before the power fails.
void cut_short(std::deque<AnswerPiece>& pieces, std::size_t bytes) {
    std::size_t left = bytes;
    for (AnswerPiece& piece : pieces) {
        piece.bytes.resize(std::min(piece.bytes.size(), left));
        left -= piece.bytes.size();
    }
    while (pieces.size() > 1 && pieces.back().bytes.empty()) pieces.pop_back();
}

}  // namespace

std::size_t Bus::add_station(Station& station) {
    meters_.push_back({&station, {}, {}, {}});
    return meters_.size() - 1;
}

void Bus::clear_stations() {
    meters_.clear();
    answers_.clear();
    wreck_.clear();
}

std::size_t Bus::add_port(Port port) {
    ports_.emplace_back().port = std::move(port);
    return ports_.size() - 1;
}

void Bus::close_port(std::size_t port) {
    Outbox& outbox = ports_[port];
    outbox.waiting.clear();
    outbox.begun.clear();
    outbox.port.deliver = [](std::span<const std::uint8_t>, bool) {};
}

// ---- what comes from outside -------------------------------------------------------------------

void Bus::send(std::size_t port, std::span<const std::uint8_t> bytes, const SeenFormat& seen,
               Instant now) {
    advance(now);
    Outbox& outbox = ports_[port];
    const bool speaking = request_ && request_->port == port;
    if (outbox.waiting.empty()) {
        outbox.since = clock_;
        outbox.glued = speaking;
    }
    if (outbox.port.own_wire) end_own_wire(port);
    outbox.seen = outbox.port.any_format ? SeenFormat{} : seen;
    const std::size_t room = kMostWaiting - outbox.waiting.size();
    bytes = bytes.first(std::min(bytes.size(), room));
    outbox.waiting.insert(outbox.waiting.end(), bytes.begin(), bytes.end());
    if (speaking) {
        fill(*request_, outbox);
        mark_collisions();
    } else if (may_start(port)) {
        start(port);
    }
    if (outbox.port.own_wire) advance(now);  // they have passed already
}

std::uint8_t Bus::requested(std::size_t meter, std::span<const std::uint8_t> frame) {
    Meter& asked = meters_[meter];
    asked.request.assign(frame.begin(), frame.end());
    asked.requested_at = tick_rounded_up(quiet_since_);
    if (!filter_) return 0;
    return filter_->refuse(exchange_of(meter, {})).value_or(0);
}

void Bus::answered(std::size_t meter, std::span<const std::uint8_t> frame) {
    AnswerPlan plan = filter_ ? filter_->plan(exchange_of(meter, frame)) : as_it_is(frame);
    Answering answer;
    answer.meter = meter;
    answer.run = {clock_, format_of(meters_[meter].station->line()), {}};
    answer.rest.assign(std::make_move_iterator(plan.pieces.begin()),
                       std::make_move_iterator(plan.pieces.end()));
    answer.stuck = plan.stuck_for;
    if (plan.power_cut_after) {
        cut_short(answer.rest, *plan.power_cut_after);
        answer.power_cut = plan.power_cut_for;
    }
    const auto others = static_cast<std::int64_t>(
        std::count_if(answers_.begin(), answers_.end(),
                      [this](const Answering& other) { return other.run.end() > clock_; }));
    answer.run.begin = clock_ + half_bits(kCollisionSkewHalfBits * others, answer.run.format.baud);
    next_piece(answer);
    answers_.push_back(std::move(answer));
    mark_collisions();
}

void Bus::cut_power(std::size_t meter, Ticks duration, Instant now) {
    meters_[meter].station->power(false);
    meters_[meter].power_back = std::max(wire(now), clock_) + wire(duration);
}

Exchange Bus::exchange_of(std::size_t meter, std::span<const std::uint8_t> answer) const {
    const Meter& asked = meters_[meter];
    return {asked.requested_at, client(), Framing::rtu, meter, asked.station->line().address,
            asked.request,      answer};
}

const Client& Bus::client() const {
    static const Client nobody;
    return master_ ? ports_[*master_].port.client : nobody;
}

// ---- time --------------------------------------------------------------------------------------

void Bus::advance(Instant now) {
    const WireInstant to = wire(now);
    for (WireInstant at = next(); at <= to; at = next()) step(std::max(at, clock_));
    clock_ = std::max(clock_, to);
}

std::optional<Instant> Bus::deadline() const {
    const WireInstant at = next();
    if (at == kNever) return std::nullopt;
    return tick_rounded_up(at);
}

WireInstant Bus::next() const {
    WireInstant at = kNever;
    if (request_) at = std::min(at, request_->run.end());
    for (const Answering& answer : answers_) at = std::min(at, next_of(answer));
    for (const Meter& meter : meters_) {
        if (const auto due = meter.station->deadline()) at = std::min(at, wire(*due));
        at = std::min(at, meter.power_back.value_or(kNever));
    }
    if (master_ && !request_ && answers_.empty() && !answer_due())
        at = std::min(at, quiet_since_ + silence());
    return at;
}

WireInstant Bus::next_of(const Answering& answer) const {
    const bool at_once = master_ && ports_[*master_].port.own_wire && !answer.collided;
    if (at_once) return answer.handed == 0 ? answer.run.begin : answer.run.end();
    return std::min(answer.run.end(), answer.handed_at + kHandOver);
}

// Order: characters, control power, meters, then who begins and who ends.
void Bus::step(WireInstant at) {
    clock_ = at;
    hear(at);
    advance_meters(at);
    end_request(at);
    end_answers(at);
    clear_wreck();
    end_exchange(at);
}

// t3.5 of the slowest meter.
WireSpan Bus::silence() const {
    Ticks longest{};
    for (const Meter& meter : meters_)
        longest = std::max(longest, meter::modbus::line_timing(meter.station->line()).frame_end);
    return wire(longest) + WireSpan{kWirePerTick};
}

bool Bus::answer_due() const {
    return std::any_of(meters_.begin(), meters_.end(),
                       [](const Meter& meter) { return meter.station->answering(); });
}

void Bus::advance_meters(WireInstant at) {
    const Instant now = tick_rounded_down(at);
    for (Meter& meter : meters_) {
        if (meter.power_back && *meter.power_back <= at) {
            meter.power_back.reset();
            meter.station->power(true);
        }
        const auto due = meter.station->deadline();
        if (due && *due <= now) meter.station->advance(now);
    }
}

// ---- who speaks --------------------------------------------------------------------------------

bool Bus::may_start(std::size_t port) const {
    if (request_) return false;
    if (!master_) return true;
    return *master_ == port && !ports_[port].glued && (!answers_.empty() || !answered_);
}

void Bus::start(std::size_t port) {
    Outbox& outbox = ports_[port];
    if (!master_) exchange_begin_ = clock_;
    master_ = port;
    outbox.glued = false;
    Asking asking{port, {clock_, {}, {}}, {}, 0, false};
    if (clock_ < outbox.begun_until + kPatience) asking.begun = std::exchange(outbox.begun, {});
    fill(asking, outbox);
    Run& run = asking.run;
    const auto& frame = asking.begun.empty() ? run.bytes : asking.begun;
    run.format = filled(outbox.seen, format_of(station_of(frame).line()));
    if (outbox.port.own_wire)
        run.begin = clock_ - characters(static_cast<std::int64_t>(run.bytes.size()), run.format);
    request_ = std::move(asking);
    mark_collisions();
}

// Takes what belongs to the frame that is being sent: up to its end, if it has one by its length.
void Bus::fill(Asking& asking, Outbox& outbox) const {
    std::vector<std::uint8_t> frame = asking.begun;
    frame.insert(frame.end(), asking.run.bytes.begin(), asking.run.bytes.end());
    const std::size_t before = frame.size();
    if (before != 0 && first_request(frame) == before) return;
    frame.insert(frame.end(), outbox.waiting.begin(), outbox.waiting.end());
    const std::size_t whole = first_request(frame);
    const std::size_t alone = before == 0 ? 0 : first_request(outbox.waiting);
    std::size_t take = std::min(outbox.waiting.size(), kMostAtOnce - asking.run.bytes.size());
    if (alone != 0) take = alone;
    if (whole > before) take = whole - before;
    const auto end = outbox.waiting.begin() + static_cast<std::ptrdiff_t>(take);
    asking.run.bytes.insert(asking.run.bytes.end(), outbox.waiting.begin(), end);
    outbox.waiting.erase(outbox.waiting.begin(), end);
}

// The rest of a frame may still come.
void Bus::remember(Asking& asked) {
    Outbox& outbox = ports_[asked.port];
    outbox.begun = std::move(asked.begun);
    outbox.begun.insert(outbox.begun.end(), asked.run.bytes.begin(), asked.run.bytes.end());
    outbox.begun_until = asked.run.end();
    const bool whole = first_request(outbox.begun) == outbox.begun.size();
    if (whole || outbox.begun.size() >= meter::modbus::kMaxFrame) outbox.begun.clear();
}

const Station& Bus::station_of(std::span<const std::uint8_t> frame) const {
    for (const Meter& meter : meters_) {
        const meter::LineConfig line = meter.station->line();
        if (!frame.empty() && frame[0] != kBroadcast && line.address == frame[0])
            return *meter.station;
    }
    return *meters_.front().station;
}

void Bus::end_request(WireInstant at) {
    if (!request_ || request_->run.end() > at) return;
    Asking asked = std::move(*request_);
    request_.reset();
    remember(asked);
    quiet_since_ = std::max(quiet_since_, asked.run.end());
    answered_ = false;
    Traffic who;
    who.client = ports_[asked.port].port.client;
    who.collided = asked.run.begin < stuck_until_;
    if (asked.collided) return wreck(std::move(who), asked.run, asked.run.end_of(asked.heard));
    tell_strangers(asked.run, std::nullopt);
    remark_on(who, asked.run);
    ledger_.ran(std::move(who), asked.run, silence());
}

void Bus::end_answers(WireInstant at) {
    for (std::size_t i = 0; i < answers_.size();) {
        if (answers_[i].run.end() > at || next_piece(answers_[i])) {
            ++i;
            mark_collisions();
            continue;
        }
        const Answering answer = std::move(answers_[i]);
        answers_.erase(answers_.begin() + static_cast<std::ptrdiff_t>(i));
        if (answer.power_cut) cut_power(answer.meter, *answer.power_cut, tick_rounded_up(at));
        if (answer.stuck.count > 0) stuck_until_ = std::max(stuck_until_, at + wire(answer.stuck));
    }
}

// Who speaks on a real line has heard the answer, whatever we think how long that takes, and has
// kept its distance.
void Bus::end_own_wire(std::size_t port) {
    if (master_ != port || request_) return;
    for (Answering& answer : answers_) {
        const bool handed = answer.handed == answer.run.bytes.size();
        if (!handed || answer.run.end() <= clock_) continue;
        answer.run.begin =
            clock_ - characters(static_cast<std::int64_t>(answer.handed), answer.run.format);
    }
    end_answers(clock_);
    if (answers_.empty() && answered_) close_exchange();
}

// Writes down the piece that has passed and puts the next one on the wire; false: there is none.
bool Bus::next_piece(Answering& answer) {
    const WireInstant end = answer.run.end();
    if (!answer.run.bytes.empty()) {
        Traffic who;
        who.client = client();
        who.direction = Direction::answer;
        who.meter = answer.meter;
        who.collided = answer.run.begin < stuck_until_;
        quiet_since_ = std::max(quiet_since_, end);
        answered_ = true;
        if (answer.collided) {
            wreck(std::move(who), answer.run, answer.run.end_of(answer.handed));
        } else {
            tell_strangers(answer.run, answer.meter);
            hand_over_garbage(answer.run);
            ledger_.ran(std::move(who), answer.run, silence());
        }
    }
    if (answer.rest.empty()) return false;
    AnswerPiece piece = std::move(answer.rest.front());
    answer.rest.pop_front();
    answer.run.begin = end + wire(piece.pause);
    answer.run.bytes = std::move(piece.bytes);
    answer.heard = answer.handed = 0;
    answer.collided = false;
    answer.handed_at = answer.run.begin;
    return true;
}

void Bus::close_exchange() {
    ledger_.close();
    ledger_.exchanged(clock_ - exchange_begin_);
    master_.reset();
    answered_ = false;
}

void Bus::end_exchange(WireInstant at) {
    if (!master_ || request_ || !answers_.empty() || answer_due()) return;
    if (at < quiet_since_ + silence()) return;
    close_exchange();
    std::size_t first = ports_.size();
    for (std::size_t i = 0; i < ports_.size(); ++i) {
        if (ports_[i].waiting.empty()) continue;
        if (first == ports_.size() || ports_[i].since < ports_[first].since) first = i;
    }
    if (first != ports_.size()) start(first);
}

}  // namespace line
