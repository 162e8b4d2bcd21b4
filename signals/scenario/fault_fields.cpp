#include "signals/scenario/fault_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "signals/scenario/phrases.h"
#include "signals/scenario/suggest.h"
#include "signals/scenario/worded_error.h"

namespace signals {
namespace {

using Problem = WordedError<std::invalid_argument>;

constexpr double kLongest = 1e8;  // s; three years
constexpr Allowed kSeconds{0.0, kLongest, "s"};
constexpr int kMostRegister = 65'536;

// clang-format off
const std::array<FaultKind, 14> kKinds{{
    {"no-answer",     "",              {}, "the meter stays silent"},
    {"delay",         "time jitter",   {.time = 0.5}, "the answer comes later"},
    {"busy",          "",              {.code = 6}, "refused with exception 06; the meter does not see the request"},
    {"exception",     "code",          {.code = 4}, "refused with any exception"},
    {"bad-crc",       "",              {}, "both bytes of the CRC inverted; Modbus/TCP has none and gets exception 0B, as from a gateway"},
    {"truncated",     "bytes",         {}, "the end of the frame is missing"},
    {"split",         "bytes pause",   {.pause = 0.02}, "the frame comes in two parts"},
    {"junk-before",   "bytes pause",   {.bytes = 3}, "random bytes in front of the frame"},
    {"junk-after",    "bytes pause",   {.bytes = 3}, "random bytes behind the frame"},
    {"wrong-address", "answer_address", {}, "another meter seems to answer; the CRC is right"},
    {"echo",          "pause instead", {.pause = 0.02}, "the request comes back in front of the answer, as from an adapter that hears itself"},
    {"stuck-line",    "time",          {.time = 1.0}, "the driver holds the line after the answer: nobody gets through"},
    {"noise",         "rate",          {.rate = 0.001}, "bits flipped at random; of a Modbus/TCP frame in the PDU only"},
    {"power-cut",     "bytes time",    {.time = 1.0}, "control power fails in the middle of the answer"},
}};

std::vector<ScenarioField> own_fields(Fault& f) {
    return {
        {"code",           &f.code,           {1, 255, ""}},
        {"bytes",          &f.bytes,          {0, 300, "bytes"}},
        {"time",           &f.time,           kSeconds},
        {"jitter",         &f.jitter,         kSeconds},
        {"pause",          &f.pause,          kSeconds},
        {"rate",           &f.rate,           {0.0, 1.0, ""}},
        {"answer_address", &f.answer_address, {0, 255, ""}},
        {"instead",        &f.instead,        {}},
    };
}

std::vector<ScenarioField> common_fields(Fault& f) {
    return {
        {"address",        &f.address,        {0, 247, ""}},
        {"function",       &f.function,       {0, 127, ""}},
        {"from",           &f.from,           kSeconds},
        {"until",          &f.until,          kSeconds},
        {"period",         &f.period,         kSeconds},
        {"every",          &f.every,          {1, 1e9, ""}},
        {"probability",    &f.probability,    {0.0, 1.0, ""}},
        {"seed",           &f.seed,           kSeed},
        {"first",          &f.first,          {0, 1e9, ""}},
    };
}
// clang-format on

bool has_key(std::string_view keys, std::string_view wanted) {
    while (!keys.empty()) {
        const std::size_t end = keys.find(' ');
        if (keys.substr(0, end) == wanted) return true;
        if (end == std::string_view::npos) break;
        keys.remove_prefix(end + 1);
    }
    return false;
}

std::optional<int> register_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number >= 1 && number <= kMostRegister ? std::optional(number) : std::nullopt;
}

}  // namespace

std::span<const FaultKind> fault_kinds() { return kKinds; }

const FaultKind* find_fault_kind(std::string_view name) {
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                   [name](const FaultKind& k) { return k.name == name; });
    return kind == kKinds.end() ? nullptr : &*kind;
}

std::vector<ScenarioField> fields_of(Fault& fault) {
    const FaultKind* kind = find_fault_kind(fault.kind);
    std::vector<ScenarioField> fields;
    for (const ScenarioField& field : own_fields(fault)) {
        if (kind != nullptr && has_key(kind->keys, field.key)) fields.push_back(field);
    }
    for (const ScenarioField& field : common_fields(fault)) fields.push_back(field);
    return fields;
}

Fault fault_of_kind(std::string_view kind) {
    if (const FaultKind* found = find_fault_kind(kind)) {
        Fault fault = found->defaults;
        fault.kind = kind;
        return fault;
    }
    std::vector<std::string_view> names;
    for (const FaultKind& known : kKinds) names.push_back(known.name);
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    const auto near = suggest(kind, names);
    throw Problem(near ? Sentence::of(kScenario.suggested_kind, kind, *near, all)
                       : Sentence::of(kScenario.unknown_kind, kind, all));
}

void set_registers(Fault& fault, std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = register_number(text.substr(0, dash));
    const auto last =
        dash == std::string_view::npos ? first : register_number(text.substr(dash + 1));
    if (!first || !last || *first > *last) throw Problem(Sentence::of(kScenario.registers, text));
    fault.first_register = *first;
    fault.last_register = *last;
}

std::string registers_text(const Fault& fault) {
    if (fault.first_register == 0) return {};
    if (fault.first_register == fault.last_register) return std::to_string(fault.first_register);
    return fmt::format("{}-{}", fault.first_register, fault.last_register);
}

std::optional<FaultProblem> find_problem(const Fault& fault) {
    const auto problem = [](std::string_view key, const Sentence& what) {
        return FaultProblem{key, what};
    };
    if (fault.until != 0.0 && fault.until <= fault.from)
        return problem("until", Sentence::of(kScenario.until_before_from, fault.until, fault.from));
    if (fault.period == 0.0) return std::nullopt;
    if (fault.until == 0.0)
        return problem("period", Sentence::of(kScenario.period_without_until, fault.period));
    if (fault.period < fault.until - fault.from)
        return problem("period", Sentence::of(kScenario.period_too_short, fault.period,
                                              fault.until - fault.from));
    return std::nullopt;
}

}  // namespace signals
