#include "app/bench/gateway.h"

#include <algorithm>

#include "app/line/bus.h"

namespace bench {
namespace {

using Bytes = std::span<const std::uint8_t>;
using line::Framing;
using meter::modbus::kExceptionFlag;

constexpr std::uint8_t kBroadcast = 0;
constexpr std::uint8_t kItself = 0;
constexpr std::uint8_t kItselfToo = 255;
constexpr std::uint8_t kTargetDoesNotRespond = 0x0B;

bool is_broadcast(const ports::Request& request) {
    return request.framing == Framing::rtu && request.unit == kBroadcast;
}

std::size_t write_exception(const ports::Request& request, std::uint8_t code,
                            std::span<std::uint8_t> out) {
    out[0] = request.pdu[0] | kExceptionFlag;
    out[1] = code;
    return 2;
}

}  // namespace

void Gateway::serve(const ports::Request& request, ports::Reply& reply) {
    tell(request, line::Direction::request, request.frame);
    execute(request);
    if (is_broadcast(request)) return;
    if (meant_ != 1) size_ = 0;
    if (size_ == 0) {
        if (request.framing == Framing::rtu) return;
        size_ = write_exception(request, kTargetDoesNotRespond, buffer_);
    }
    answer(request, reply);
}

bool Gateway::is_meant(const Rig& rig, const ports::Request& request) const {
    if (is_broadcast(request) || rig.line().address == request.unit) return true;
    const bool itself = request.unit == kItself || request.unit == kItselfToo;
    return itself && request.framing == Framing::mbap && meters_.size() == 1;
}

void Gateway::execute(const ports::Request& request) {
    meant_ = 0;
    for (std::size_t meter = 0; meter < meters_.size(); ++meter) {
        if (!is_meant(*meters_[meter], request)) continue;
        ++meant_;
        meter_ = meter;
        size_ = execute_on(meter, request);
    }
}

std::size_t Gateway::execute_on(std::size_t meter, const ports::Request& request) {
    Rig& rig = *meters_[meter];
    line::AnswerFilter* filter = line_.bus().filter();
    if (filter != nullptr && rig.meter().running()) {
        if (const auto code = filter->refuse(exchange_of(request, meter, {})))
            return write_exception(request, *code, buffer_);
    }
    return rig.request(request.pdu, buffer_);
}

void Gateway::answer(const ports::Request& request, ports::Reply& reply) {
    line::AnswerFilter* filter = meant_ == 1 ? line_.bus().filter() : nullptr;
    const Bytes pdu = Bytes{buffer_}.first(size_);
    if (filter == nullptr && taps_.empty() && reply.later.empty())
        return ports::frame_answer(request, pdu, reply.now);
    line::AnswerPiece healthy;
    ports::frame_answer(request, pdu, healthy.bytes);
    line::AnswerPlan plan;
    if (filter == nullptr)
        plan.pieces.push_back(std::move(healthy));
    else
        plan = filter->plan(exchange_of(request, meter_, healthy.bytes));
    carry_out(std::move(plan), request, reply);
}

void Gateway::carry_out(line::AnswerPlan plan, const ports::Request& request, ports::Reply& reply) {
    std::size_t left = plan.power_cut_after.value_or(SIZE_MAX);
    meter::Ticks later{};
    for (line::AnswerPiece& piece : plan.pieces) {
        piece.bytes.resize(std::min(piece.bytes.size(), left));
        left -= piece.bytes.size();
        later = later + piece.pause;
        tell(request, line::Direction::answer, piece.bytes, later);
        reply.send(std::move(piece));
    }
    if (!plan.power_cut_after) return;
    line_.bus().cut_power(meter_, plan.power_cut_for, line_.now());
    line_.rearm();
}

line::Exchange Gateway::exchange_of(const ports::Request& request, std::size_t meter,
                                    Bytes answer) {
    return {line_.now(),   request.client, request.framing, meter, meters_[meter]->line().address,
            request.frame, answer};
}

void Gateway::tell(const ports::Request& request, line::Direction direction, Bytes bytes,
                   meter::Ticks later) {
    if (taps_.empty() || bytes.empty()) return;
    const meter::Instant at = line_.now() + later;
    line::Traffic traffic;
    traffic.begin = at;
    traffic.end = at;
    traffic.client = request.client;
    traffic.direction = direction;
    traffic.framing = request.framing;
    traffic.bytes.assign(bytes.begin(), bytes.end());
    if (direction == line::Direction::answer && meant_ == 1) traffic.meter = meter_;
    taps_.heard(traffic);
}

}  // namespace bench
