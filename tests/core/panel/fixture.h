// A fixed set of points for the panel's tests, and golden files of glass text.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/panel/lcd.h"
#include "core/panel/panel.h"
#include "core/registers/derived.h"
#include "core/registers/points.h"

namespace meter::test {

inline std::string text_of(const Lcd& lcd) {
    std::array<char, kLcdTextSize> out{};
    const std::size_t size = lcd_text(lcd, out);
    return {out.data(), size};
}

inline std::string label_of(const Lcd& lcd) {
    const std::string text = text_of(lcd);
    return text.substr(text.find('|') + 1, kLabelCells);
}

// Every value is different, so that a screen that shows its neighbour's value is seen. 480 V,
// 400 A: scales -2 -1 -1 -3 (meter.md 3.4).
inline Points some_points(std::uint16_t system_type = 40, std::uint16_t display_units = 1) {
    Points p{};
    p.config.system_type = system_type;
    p.config.display_units = display_units;
    p.config.ct_primary = 400;
    p.config.system_voltage = 480;
    p.config.line = {.address = 17, .baud = 38'400, .parity = Parity::even};
    p.derived = {.scale_i = -2, .scale_v = -1, .scale_w = -1, .scale_e = -3};
    Readings& r = p.readings;
    r.voltage_ln_uv = {277'110'000, 277'220'000, 277'330'000};
    r.voltage_ll_uv = {480'110'000, 480'220'000, 480'330'000};
    r.current_ua = {121'111'000, 122'222'000, 123'333'000};
    r.power[0] = {-31'100'000'000, 11'100'000'000, 33'100'000'000, 911'100'000};
    r.power[1] = {32'200'000'000, -12'200'000'000, 34'200'000'000, 922'200'000};
    r.power[2] = {33'300'000'000, 13'300'000'000, 35'300'000'000, 933'300'000};
    r.total = {96'600'000'000, 36'600'000'000, 102'600'000'000, 944'400'000};
    r.voltage_ll_average_uv = 480'440'000;
    r.voltage_ln_average_uv = 277'440'000;
    r.current_average_ua = 124'444'000;
    r.frequency_uhz = 60'012'300;
    r.sequence = 2;
    p.energies.real = {1'234'567, 999'999};
    p.energies.reactive = {2'345'678, 0};
    p.energies.apparent = {3'456'789, 0};
    p.energies.real_phase = {{{411'111, 0}, {422'222, 0}, {433'333, 0}}};
    p.demand_present = {91'100'000'000, 31'100'000'000, 101'100'000'000};
    p.demand_maximum = {192'200'000'000, 132'200'000'000, 202'200'000'000};
    p.pulse_count = {1'234, 2'345};
    p.os_version = 1'037;
    p.rs_version = 1'001;
    return p;
}

// A meter as it leaves the factory (panel.md, column Default).
inline Points factory_points() {
    Points points{};
    points.derived = derive(points.config);
    return points;
}

// What the panel asks for is done to the points, and remembered.
class PanelOwner final : public BankActions {
 public:
    explicit PanelOwner(Points& points) : points_(points) {}
    void apply(const Config& config) override {
        points_.config = config;
        points_.derived = derive(config);
        ++applied;
    }
    void command(Command command) override { commands.push_back(command); }

    int applied = 0;
    std::vector<Command> commands;

 private:
    Points& points_;
};

// A panel past its power-up and somebody who presses its keys, 2000 ticks a press.
class Person {
 public:
    explicit Person(Points& points) : points_(points), owner_(points) {
        wait(kLampTestTime + kVersionTime);
    }
    void press(Key key) {
        panel_.key(key, true, now_, points_, owner_);
        wait(Ticks{1'000});
        panel_.key(key, false, now_, points_, owner_);
        wait(Ticks{1'000});
    }
    void press(Key key, int times) {
        for (int i = 0; i < times; ++i) press(key);
    }
    // `<` back, `-`, `+`, `>` next; anything else is skipped.
    void press(const std::string& keys) {
        const std::string names = "<-+>";
        for (const char c : keys) {
            const auto at = names.find(c);
            if (at != std::string::npos) press(static_cast<Key>(at));
        }
    }
    void wait(Ticks time) {
        now_ = now_ + time;
        panel_.tick(now_, points_, owner_);
    }
    [[nodiscard]] std::string glass() const { return text_of(panel_.lcd()); }
    [[nodiscard]] Cursor cursor() const { return panel_.cursor(); }
    [[nodiscard]] const Panel& panel() const { return panel_; }
    [[nodiscard]] const PanelOwner& owner() const { return owner_; }
    // Draws what has changed in the points by another door.
    void refresh() { panel_.refresh(points_); }

 private:
    Points& points_;
    PanelOwner owner_;
    Panel panel_;
    Instant now_{};
};

// Compares `text` with tests/core/panel/golden/<name>. With METERTWIN_UPDATE_GOLDEN set in the
// environment it writes the file instead: look at the difference before you commit it.
inline void expect_golden(const std::string& name, const std::string& text) {
    const std::string path = std::string{METERTWIN_SOURCE_DIR "/tests/core/panel/golden/"} + name;
    if (std::getenv("METERTWIN_UPDATE_GOLDEN") != nullptr) {
        std::ofstream{path} << text;
        return;
    }
    std::ifstream file{path};
    std::ostringstream golden;
    golden << file.rdbuf();
    EXPECT_EQ(golden.str(), text) << "golden file " << path
                                  << "; METERTWIN_UPDATE_GOLDEN=1 rewrites it";
}

}  // namespace meter::test
