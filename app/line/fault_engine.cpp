#include "app/line/fault_engine.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/line/fault_effect.h"
#include "app/line/frame.h"
#include "signals/scenario/check.h"
#include "signals/scenario/fault_text.h"

namespace line {
namespace {

using signals::Fault;

bool is_there(const Fault& fault, const Exchange& exchange) {
    if (fault.address != 0 && fault.address != exchange.address) return false;
    const Bytes pdu = take_apart(exchange.framing, exchange.request).pdu;
    if (fault.function != 0 && (pdu.empty() || pdu[0] != fault.function)) return false;
    if (fault.first_register == 0) return true;
    const auto asked = registers_of(pdu);
    return asked && asked->touches(static_cast<std::uint32_t>(fault.first_register),
                                   static_cast<std::uint32_t>(fault.last_register));
}

bool is_time(const Fault& fault, meter::Instant now) {
    const std::int64_t from = ticks_of(fault.from).count;
    const std::int64_t period = ticks_of(fault.period).count;
    if (now.ticks < from) return false;
    if (fault.until == 0.0) return true;
    const std::int64_t since = now.ticks - from;
    return (period == 0 ? since : since % period) < ticks_of(fault.until).count - from;
}

bool is_broadcast(const Exchange& exchange) {
    return exchange.framing == Framing::rtu && !exchange.request.empty() &&
           exchange.request[0] == 0;
}

// Whether the rule strikes this exchange; counts it.
bool strikes(ActiveFault& rule, const Exchange& exchange) {
    const Fault& fault = rule.fault;
    FaultCounts& counts = rule.counts;
    if (!is_there(fault, exchange) || !is_time(fault, exchange.now)) return false;
    ++counts.seen;
    if (counts.seen % fault.every != 0) return false;
    if (fault.probability < 1.0 && Dice(rule).uniform() >= fault.probability) return false;
    if (fault.first != 0 && counts.struck >= fault.first) return false;
    ++counts.struck;
    return true;
}

}  // namespace

std::string to_text(const ActiveFault& rule) {
    return fmt::format("fault {} {}: {} of {} exchanges", rule.id, signals::to_text(rule.fault),
                       rule.counts.hits, rule.counts.seen);
}

int FaultEngine::add(const Fault& fault) {
    signals::check(fault);
    rules_.push_back({++last_id_, fault, {}});
    return last_id_;
}

bool FaultEngine::remove(int id) {
    return std::erase_if(rules_, [id](const ActiveFault& rule) { return rule.id == id; }) > 0;
}

std::optional<std::uint8_t> FaultEngine::refuse(const Exchange& exchange) {
    if (is_broadcast(exchange)) return std::nullopt;
    for (ActiveFault& rule : rules_) {
        const auto code = refusal_of(rule.fault);
        if (!code || !strikes(rule, exchange)) continue;
        ++rule.counts.hits;
        return code;
    }
    return std::nullopt;
}

AnswerPlan FaultEngine::plan(const Exchange& exchange) {
    AnswerPlan plan;
    if (exchange.answer.empty()) return plan;
    plan.pieces.push_back({{}, {exchange.answer.begin(), exchange.answer.end()}});
    for (ActiveFault& rule : rules_) {
        if (refusal_of(rule.fault) || !strikes(rule, exchange)) continue;
        Dice dice(rule);
        if (apply(rule.fault, exchange, dice, plan)) ++rule.counts.hits;
    }
    return plan;
}

}  // namespace line
