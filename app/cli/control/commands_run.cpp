// Commands about time, panel and installation.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "app/cli/control/commands.h"
#include "app/cli/control/on_owner.h"
#include "app/cli/control/words.h"
#include "app/cli/keys.h"
#include "app/cli/quantities.h"
#include "core/panel/lcd.h"
#include "signals/scenario/scenario_file.h"

namespace cli {

std::string Commands::status() {
    struct Now {
        std::int64_t frame;
        meter::LineConfig line;
        meter::Contacts contacts;
        std::uint64_t digest;
    };
    const Now now = on_show(
        console.runner_, meter, console.closed_, [](const bench::Rig& rig, const bench::TimeView&) {
            return Now{rig.frame(), rig.line(), rig.meter().contacts(), rig.meter().digest()};
        });
    const auto view = console.runner_.view();
    return fmt::format(
        "frame {}\nseconds {:.6f}\nspeed {}\npaused {}\naddress {}\nbaud {}\nparity {}\n"
        "requests {}\nanswers {}\nenergy_contact {}\nalarm_contact {}\ndigest {:016x}\n",
        now.frame, signals::seconds_of(now.frame),
        std::isinf(view->speed) ? "max" : fmt::format("{}", view->speed),
        console.paused_ ? "yes" : "no", now.line.address, now.line.baud,
        std::array{"none", "even", "odd"}.at(static_cast<std::size_t>(now.line.parity)),
        view->load.requests, view->load.answers, now.contacts.energy ? "closed" : "open",
        now.contacts.alarm ? "closed" : "open", now.digest);
}

std::string Commands::lcd() {
    const meter::Lcd glass =
        on_show(console.runner_, meter, console.closed_,
                [](const bench::Rig& rig, const bench::TimeView&) { return rig.meter().lcd(); });
    std::array<char, meter::kLcdTextSize> text{};
    const std::size_t length = meter::lcd_text(glass, text);
    return std::string(text.data(), length) + "\n";
}

void Commands::advance(std::int64_t frames) {
    console.runner_.step(frames);
    if (!console.paused_) console.runner_.resume();
}

void Commands::press(meter::Key key, std::int64_t frames) {
    expect_room();
    console.runner_.key(meter, key, true);
    advance(frames);
    console.runner_.key(meter, key, false);
    advance(frames_in(kKeySeconds));
}

std::string Commands::keys(const std::string& words) {
    const std::vector<meter::Key> all = parse_keys(words);
    if (all.empty()) throw std::invalid_argument("keys: which? back, minus, plus or next");
    const std::lock_guard lock(console.pace_);
    for (const meter::Key key : all) press(key, frames_in(kKeySeconds));
    return lcd();
}

std::string Commands::hold(const std::string& key_and_time) {
    const auto [name, time] = cut(key_and_time);
    const std::vector<meter::Key> key = parse_keys(std::string(name));
    if (key.size() != 1) throw std::invalid_argument("hold: write one key and how long, plus 3s");
    const std::int64_t frames = frames_in(parse_duration(std::string(time)));
    const std::lock_guard lock(console.pace_);
    press(key.front(), frames);
    return lcd();
}

void Commands::begin(const std::string& event, const std::string& name) {
    const signals::Event parsed = signals::parse_event("{at=0," + event + "}", name);
    expect_room();
    console.runner_.go_on();
    on_owner(console.runner_, meter, console.closed_, [parsed](bench::Rig& rig) {
        rig.begin(parsed);
        return true;
    });
}

std::string Commands::set(const std::string& quantities) {
    if (quantities.empty()) throw std::invalid_argument("set: what? Write voltage=230,angle=30");
    begin("kind=\"step\"," + quantities, "set " + quantities);
    return {};
}

std::string Commands::event(const std::string& keys) {
    if (keys.empty()) throw std::invalid_argument("event: which? Write kind=\"sag\",remaining=40");
    begin(keys, "event " + keys);
    return {};
}

std::string Commands::speed(const std::string& times) {
    console.runner_.set_speed(parse_speed(times));
    return {};
}

std::string Commands::pause() {
    const std::lock_guard lock(console.pace_);
    console.paused_ = true;
    console.runner_.pause();
    return {};
}

std::string Commands::resume() {
    const std::lock_guard lock(console.pace_);
    expect_room();
    console.paused_ = false;
    console.runner_.resume();
    return {};
}

std::string Commands::step(const std::string& count_and_unit) {
    struct Unit {
        std::string_view name;
        std::int64_t frames;
    };
    constexpr std::array kUnits{Unit{"frame", 1}, Unit{"cycle", 42}, Unit{"window", 2'520}};
    constexpr std::int64_t kMost = 1'000'000;
    auto [count, unit] = cut(count_and_unit);
    const std::int64_t times = unit.empty() ? 1 : number_of<std::int64_t>(count).value_or(0);
    if (unit.empty()) unit = count;
    const auto* found = std::find_if(kUnits.begin(), kUnits.end(),
                                     [&](const Unit& row) { return row.name == unit; });
    if (found == kUnits.end() || times < 1 || times > kMost)
        throw std::invalid_argument(fmt::format(
            "step \"{}\" is not allowed; write frame, cycle (42 frames) or window (2520), or "
            "how many of them, 1 to {}, before it",
            count_and_unit, kMost));
    const std::lock_guard lock(console.pace_);
    expect_room();
    console.paused_ = true;
    console.runner_.step(times * found->frames);
    return fmt::format("frame {}\n", on_owner(console.runner_, 0, console.closed_,
                                              [](const bench::Rig& rig) { return rig.frame(); }));
}

std::string Commands::run(const std::string& duration) {
    const std::int64_t frames = frames_in(parse_duration(duration));
    const std::lock_guard lock(console.pace_);
    expect_room();
    console.runner_.go_on();
    console.runner_.run_until(frames + on_owner(console.runner_, 0, console.closed_,
                                                [](const bench::Rig& rig) { return rig.frame(); }));
    console.paused_ = true;
    while (!console.runner_.wait_for(std::chrono::milliseconds(100)))
        if (console.closed_) throw std::runtime_error("the run is over");
    return fmt::format("frame {}\n", console.runner_.view()->frame);
}

}  // namespace cli
