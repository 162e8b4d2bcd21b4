#include "app/line/fault_effect.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "app/line/frame.h"
#include "core/modbus/crc.h"
#include "signals/frontend/noise.h"

namespace line {
namespace {

using signals::Fault;

constexpr std::uint8_t kBusy = 0x06;          // server device busy
constexpr std::uint8_t kTargetSilent = 0x0B;  // gateway target device failed to respond

// What an effect works on.
struct Case {
    const Fault& fault;
    const Exchange& exchange;
    Dice& dice;
    AnswerPlan& plan;

    [[nodiscard]] std::size_t size() const {
        std::size_t sum = 0;
        for (const AnswerPiece& piece : plan.pieces) sum += piece.bytes.size();
        return sum;
    }
    // Where the fault's `bytes` cut the answer; half of it when they say nothing.
    [[nodiscard]] std::size_t cut() const {
        return fault.bytes > 0 ? static_cast<std::size_t>(fault.bytes) : size() / 2;
    }
    [[nodiscard]] bool rtu() const { return exchange.framing == Framing::rtu; }
};

// Calls `change(byte, place in the answer)` for every byte of the plan.
template <class Change>
void each_byte(AnswerPlan& plan, Change change) {
    std::size_t at = 0;
    for (AnswerPiece& piece : plan.pieces)
        for (std::uint8_t& byte : piece.bytes) change(byte, at++);
}

std::vector<std::uint8_t> joined(AnswerPlan& plan) {
    std::vector<std::uint8_t> out;
    each_byte(plan, [&](std::uint8_t& byte, std::size_t) { out.push_back(byte); });
    return out;
}

std::vector<std::uint8_t> junk(const Case& c) {
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(c.fault.bytes));
    for (std::uint8_t& byte : bytes) byte = c.dice.byte();
    return bytes;
}

bool no_answer(const Case& c) {
    const bool any = !c.plan.pieces.empty();
    c.plan.pieces.clear();
    return any;
}

bool delay(const Case& c) {
    if (c.plan.pieces.empty()) return false;
    const double jitter = c.fault.jitter > 0.0 ? c.fault.jitter * c.dice.uniform() : 0.0;
    AnswerPiece& first = c.plan.pieces.front();
    first.pause = first.pause + ticks_of(c.fault.time + jitter);
    return true;
}

// A serial device's bad CRC, seen through a gateway.
bool gateway_gives_up(const Case& c) {
    const Frame request = take_apart(Framing::mbap, c.exchange.request);
    if (c.plan.pieces.empty() || request.pdu.empty()) return false;
    const auto function = static_cast<std::uint8_t>(request.pdu[0] | kExceptionFlag);
    const std::array<std::uint8_t, 2> pdu{function, kTargetSilent};
    const meter::Ticks pause = c.plan.pieces.front().pause;
    c.plan.pieces = {{pause, put_together(Framing::mbap, request.address, pdu,
                                          request.transaction.value_or(0))}};
    return true;
}

bool bad_crc(const Case& c) {
    if (!c.rtu()) return gateway_gives_up(c);
    const std::size_t size = c.size();
    each_byte(c.plan, [size](std::uint8_t& byte, std::size_t at) {
        if (at + 2 >= size) byte = static_cast<std::uint8_t>(~byte);
    });
    return size > 0;
}

bool truncated(const Case& c) {
    std::size_t left = c.cut();
    if (left >= c.size()) return false;
    std::vector<AnswerPiece> kept;
    for (AnswerPiece& piece : c.plan.pieces) {
        piece.bytes.resize(std::min(piece.bytes.size(), left));
        left -= piece.bytes.size();
        if (!piece.bytes.empty()) kept.push_back(std::move(piece));
    }
    c.plan.pieces = std::move(kept);
    return true;
}

bool split(const Case& c) {
    std::size_t left = c.cut();
    if (left == 0 || left >= c.size()) return false;
    auto piece = c.plan.pieces.begin();
    for (; piece->bytes.size() <= left; ++piece) left -= piece->bytes.size();
    const meter::Ticks pause = ticks_of(c.fault.pause);
    if (left == 0) {
        piece->pause = piece->pause + pause;
        return true;
    }
    const auto middle = piece->bytes.begin() + static_cast<std::ptrdiff_t>(left);
    AnswerPiece second{pause, {middle, piece->bytes.end()}};
    piece->bytes.erase(middle, piece->bytes.end());
    c.plan.pieces.insert(piece + 1, std::move(second));
    return true;
}

// Bytes in front of the answer, a pause behind them.
void put_before(AnswerPlan& plan, std::vector<std::uint8_t> bytes, meter::Ticks pause) {
    AnswerPiece& first = plan.pieces.front();
    const meter::Ticks turnaround = first.pause;
    if (pause.count == 0) {
        first.bytes.insert(first.bytes.begin(), bytes.begin(), bytes.end());
        return;
    }
    first.pause = pause;
    plan.pieces.insert(plan.pieces.begin(), {turnaround, std::move(bytes)});
}

bool junk_before(const Case& c) {
    if (c.plan.pieces.empty() || c.fault.bytes == 0) return false;
    put_before(c.plan, junk(c), ticks_of(c.fault.pause));
    return true;
}

bool junk_after(const Case& c) {
    if (c.plan.pieces.empty() || c.fault.bytes == 0) return false;
    AnswerPiece more{ticks_of(c.fault.pause), junk(c)};
    std::vector<std::uint8_t>& last = c.plan.pieces.back().bytes;
    if (more.pause.count == 0)
        last.insert(last.end(), more.bytes.begin(), more.bytes.end());
    else
        c.plan.pieces.push_back(std::move(more));
    return true;
}

bool wrong_address(const Case& c) {
    std::vector<std::uint8_t> frame = joined(c.plan);
    const std::size_t place = c.rtu() ? 0 : kMbapPrefix - 1;
    if (place >= frame.size()) return false;
    const bool right = c.rtu() && meter::modbus::crc_matches(frame);
    const int address = c.fault.answer_address > 0 ? c.fault.answer_address : frame[place] + 1;
    frame[place] = static_cast<std::uint8_t>(address);
    if (right) renew_crc(frame);
    each_byte(c.plan, [&](std::uint8_t& byte, std::size_t at) { byte = frame[at]; });
    return true;
}

bool echo(const Case& c) {
    const std::vector<std::uint8_t> request(c.exchange.request.begin(), c.exchange.request.end());
    if (c.plan.pieces.empty() || request.empty()) return false;
    if (c.fault.instead)
        c.plan.pieces = {{c.plan.pieces.front().pause, request}};
    else
        put_before(c.plan, request, ticks_of(c.fault.pause));
    return true;
}

bool stuck_line(const Case& c) {
    c.plan.stuck_for = c.plan.stuck_for + ticks_of(c.fault.time);
    return true;
}

bool noise(const Case& c) {
    const std::size_t spared = c.rtu() ? 0 : kMbapPrefix;
    bool any = false;
    each_byte(c.plan, [&](std::uint8_t& byte, std::size_t at) {
        for (unsigned bit = 0; at >= spared && bit < 8; ++bit) {
            if (c.dice.uniform() >= c.fault.rate) continue;
            byte = static_cast<std::uint8_t>(byte ^ 1U << bit);
            any = true;
        }
    });
    return any;
}

bool power_cut(const Case& c) {
    c.plan.power_cut_after = std::min(c.cut(), c.size());
    c.plan.power_cut_for = ticks_of(c.fault.time);
    return true;
}

struct Effect {
    std::string_view kind;
    bool (*apply)(const Case&);
};

constexpr std::array<Effect, 12> kEffects{{
    {"no-answer", no_answer},
    {"delay", delay},
    {"bad-crc", bad_crc},
    {"truncated", truncated},
    {"split", split},
    {"junk-before", junk_before},
    {"junk-after", junk_after},
    {"wrong-address", wrong_address},
    {"echo", echo},
    {"stuck-line", stuck_line},
    {"noise", noise},
    {"power-cut", power_cut},
}};

}  // namespace

Dice::Dice(ActiveFault& rule)
    : key_(signals::noise_key(rule.fault.seed, static_cast<std::uint64_t>(rule.id))),
      drawn_(rule.counts.drawn) {}

std::uint64_t Dice::next() {
    return signals::noise_bits(key_, static_cast<std::int64_t>(drawn_++));
}

double Dice::uniform() { return signals::uniform(next()) + 0.5; }

std::uint8_t Dice::byte() { return static_cast<std::uint8_t>(next() >> 56); }

meter::Ticks ticks_of(double seconds) {
    return {std::llround(seconds * static_cast<double>(meter::kCrystalHz))};
}

std::optional<std::uint8_t> refusal_of(const Fault& fault) {
    if (fault.kind == "busy") return kBusy;
    if (fault.kind == "exception") return static_cast<std::uint8_t>(fault.code);
    return std::nullopt;
}

bool apply(const Fault& fault, const Exchange& exchange, Dice& dice, AnswerPlan& plan) {
    const auto effect = std::find_if(kEffects.begin(), kEffects.end(),
                                     [&](const Effect& e) { return e.kind == fault.kind; });
    return effect != kEffects.end() && effect->apply({fault, exchange, dice, plan});
}

}  // namespace line
