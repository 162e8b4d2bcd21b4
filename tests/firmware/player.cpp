#include "tests/firmware/player.h"

#include "core/registers/rules.h"
#include "core/state.h"

namespace firmware {

namespace {

struct PowerUp {
    meter::Config config;
    meter::Calibration calibration;

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("config", config);
        visit("calibration", calibration);
    }
};

template <class Unit>
bool read(std::span<const std::uint8_t> payload, Unit& unit) {
    meter::SnapshotReader reader{payload};
    meter::walk_state(unit, reader);
    return reader.ok();
}

}  // namespace

// clang-format off
const std::array<Player::Handler, kKinds> Player::kHandlers{{
    {&Player::power_up,      0},
    {&Player::frames,        0},
    {&Player::line_byte,     9},
    {&Player::line_advance,  8},
    {&Player::key,           2},
    {&Player::configure,     0},
    {&Player::control_power, 1},
    {&Player::mark,          4},
    {&Player::end,           0},
}};
// clang-format on

bool Player::play(const Event& event) {
    const Handler& handler = kHandlers[static_cast<std::size_t>(event.kind)];
    if (ended_) {
        fail("an event after the end");
    } else if (handler.bytes != 0 && event.payload.size() != handler.bytes) {
        fail("a payload of another size than its kind's");
    } else if (!meter_ && event.kind != Kind::power_up && event.kind != Kind::end) {
        fail("an event before the first power_up");
    } else {
        surroundings_.before(event.kind);
        (this->*handler.play)(event.payload);
        surroundings_.after(event.kind);
        if (event.kind == Kind::mark) surroundings_.print(line_.c_str());
    }
    return problem_ == nullptr;
}

void Player::power_up(Payload payload) {
    PowerUp settings;
    if (!read(payload, settings)) return fail("power_up: settings of another size");
    const meter::ConfigError broken = meter::validate(settings.config);
    if (broken != meter::ConfigError::none) return fail(meter::describe(broken));
    meter_.emplace(board_, settings.config, settings.calibration);
}

void Player::frames(Payload payload) {
    if (payload.empty() || payload.size() % kFrameBytes != 0)
        return fail("frames: not a whole number of frames");
    for (; !payload.empty(); payload = payload.subspan(kFrameBytes)) {
        meter::AdcFrame frame;
        for (std::size_t slot = 0; slot < frame.count.size(); ++slot)
            frame.count[slot] = load<std::int32_t>(payload.subspan(4 * slot));
        meter_->frame(frame);
    }
}

void Player::line_byte(Payload payload) {
    meter_->line_byte(payload[8], {load<std::int64_t>(payload)});
}

void Player::line_advance(Payload payload) { meter_->line_advance({load<std::int64_t>(payload)}); }

void Player::key(Payload payload) {
    if (payload[0] >= meter::kKeys || payload[1] > 1) return fail("key: no such key or level");
    meter_->key(static_cast<meter::Key>(payload[0]), payload[1] == 1);
}

void Player::configure(Payload payload) {
    meter::Config config;
    if (!read(payload, config)) return fail("configure: settings of another size");
    static_cast<void>(meter_->configure(config));
}

void Player::control_power(Payload payload) {
    if (payload[0] > 1) return fail("control_power: no such level");
    meter_->control_power(payload[0] == 1);
}

void Player::mark(Payload payload) {
    std::array<char, meter::kLcdTextSize> glass{};
    meter::lcd_text(meter_->lcd(), glass);
    line_.clear();
    line_.add("second ").add_decimal(load<std::uint32_t>(payload));
    line_.add(" ticks ").add_decimal(static_cast<std::uint64_t>(meter_->now().ticks));
    line_.add(" meter ").add_hex(meter_->digest());
    line_.add(" line ").add_hex(board_.line_digest());
    line_.add(" ").add_decimal(board_.line_bytes());
    line_.add(" bytes board ").add_hex(board_.call_digest());
    line_.add(" lcd ").add(glass.data());
}

void Player::end(Payload) { ended_ = true; }

}  // namespace firmware
