#include "app/bench/input_packing.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <type_traits>

#include "app/bench/archive.h"
#include "app/bench/phrases.h"
#include "app/bench/rig.h"
#include "core/modbus/pdu.h"

namespace signals {

template <class A>
void transfer(A& archive, Harmonic& h) {
    archive(h.order, h.voltage_percent, h.current_percent, h.voltage_angle, h.current_angle);
}

template <class A>
void transfer(A& archive, Installation& i) {
    archive(i.frequency, i.voltage, i.current, i.angle, i.voltage_angle, i.harmonics);
}

template <class A>
void transfer(A& archive, Value& v) {
    archive(v.given, v.draw, v.fixed, v.a, v.b);
}

template <class A>
void transfer(A& archive, Event& e) {
    archive(e.kind, e.at, e.duration, e.every, e.count, e.until, e.rate_per_hour, e.phases,
            e.values, e.name);
}

}  // namespace signals

namespace meter {

template <class A>
void transfer(A& archive, Config& config) {
    const auto field = [&](auto& self, auto& value) -> void {
        if constexpr (std::is_class_v<std::remove_reference_t<decltype(value)>>) {
            auto each = [&](const char*, auto& part) { self(self, part); };
            value.visit_state(each);
        } else {
            archive(value);
        }
    };
    field(field, config);
}

}  // namespace meter

namespace bench {
namespace {

template <class T>
std::vector<std::uint8_t> pack(T object) {
    ArchiveWriter writer;
    writer(object);
    return writer.take();
}

template <class T>
T unpack(std::span<const std::uint8_t> bytes) {
    T object;
    ArchiveReader reader(bytes);
    reader(object);
    if (!reader.at_end()) refuse_journal(kBench.input_bytes);
    return object;
}

std::uint8_t byte_at(std::span<const std::uint8_t> bytes, std::size_t place, std::uint8_t most) {
    if (place >= bytes.size() || bytes[place] > most) refuse_journal(kBench.input_byte);
    return bytes[place];
}

void enter_installation(Rig& rig, const RigInput& input) {
    rig.set_installation(unpack<signals::Installation>(input.bytes));
}

void enter_event(Rig& rig, const RigInput& input) {
    const auto event = unpack<signals::Event>(input.bytes);
    const bool known = std::all_of(
        event.values.begin(), event.values.end(),
        [](const signals::Value& value) { return value.draw <= signals::Draw::exponential; });
    if (event.kind > signals::Kind::wiring || !known ||
        event.duration.draw > signals::Draw::exponential)
        refuse_journal(kBench.no_such_event);
    rig.begin(event);
}

void enter_key(Rig& rig, const RigInput& input) {
    constexpr auto kLast = static_cast<std::uint8_t>(meter::Key::next);
    rig.key(static_cast<meter::Key>(byte_at(input.bytes, 0, kLast)),
            byte_at(input.bytes, 1, 1) != 0);
}

void enter_byte(Rig& rig, const RigInput& input) { rig.line_bytes(input.bytes, {input.line_tick}); }

void enter_damage(Rig& rig, const RigInput& input) { rig.line_damage({input.line_tick}); }

void enter_silence(Rig& rig, const RigInput& input) { rig.line_advance({input.line_tick}); }

void enter_nothing(Rig& /*rig*/, const RigInput& /*input*/) {}

void enter_request(Rig& rig, const RigInput& input) {
    std::array<std::uint8_t, meter::modbus::kMaxPdu> answer{};
    rig.request(input.bytes, answer);
}

void enter_power(Rig& rig, const RigInput& input) {
    const std::uint8_t how = byte_at(input.bytes, 0, kPowerCut);
    if (how == kPowerCut)
        rig.cut_power();
    else
        rig.control_power(how == kPowerComes);
}

void enter_configuration(Rig& rig, const RigInput& input) {
    // What was refused then is refused now.
    [[maybe_unused]] const auto same = rig.configure(unpack<meter::Config>(input.bytes));
}

using Enter = void (*)(Rig&, const RigInput&);
constexpr std::array<Enter, kInputKinds> kEnter{
    enter_installation, enter_event,   enter_key,     enter_byte,  enter_damage,
    enter_silence,      enter_nothing, enter_request, enter_power, enter_configuration};

}  // namespace

std::vector<std::uint8_t> packed(const signals::Installation& installation) {
    return pack(installation);
}

std::vector<std::uint8_t> packed(const signals::Event& event) { return pack(event); }

std::vector<std::uint8_t> packed(const meter::Config& config) { return pack(config); }

void enter(Rig& rig, const RigInput& input) {
    kEnter.at(static_cast<std::size_t>(input.kind))(rig, input);
}

void refuse_journal(signals::Fitting<> what) {
    throw Problem(Sentence::of(kBench.journal, Sentence::of(what)));
}

}  // namespace bench
