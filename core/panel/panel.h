// The front panel: four keys in, one glass out (panel.md, Keys and Screens).
//
//   key(down/up) ─►┌────────────────────┐
//   tick at        │ cursor (row, detail)│──► lcd()
//   deadline() ───►│ power-up, repeat,   │
//   refresh ──────►│ time-out, menu      │──► BankActions: settings, orders
//                  └────────────────────┘
//
// A plain value: everything that it shows comes in with the call as Points, so
// the glass and the registers cannot disagree; what it changes goes out through the call's
// BankActions, which may refresh() the panel at once. Nothing happens between calls;
// a board compares its clock with deadline() and calls tick() when it is reached.
//
// Rules and their sources (panel.md; [DEC] are decided there, not observed):
//   - power-up [DEC]: all segments 2 s, "OS" with its version 1 s, then total energy;
//     keys pressed during it are ignored (inferred);
//   - a press acts on the down edge; `-` and `+` held longer than 0.5 s repeat at 8 Hz [DEC];
//   - while one key is down every other key is ignored [DEC];
//   - 5 minutes without a press, a repeat or a release go back to the first screen and drop an
//     unfinished edit [DEC];
//   - `-` and `+` walk the rows, wrapping [RQ], and land on the first screen of the row (inferred);
//     `→` goes to the detail at the right, `←` back to the left; both stop at the end (inferred).
//   - `→` at RESET and SETUP leads into the menu (menu.h).
#pragma once

#include <cstdint>

#include "core/panel/key.h"
#include "core/panel/lcd.h"
#include "core/panel/menu.h"
#include "core/panel/screens.h"
#include "core/registers/actions.h"
#include "core/registers/points.h"
#include "core/time.h"

namespace meter {

inline constexpr Ticks kLampTestTime = seconds(2);
inline constexpr Ticks kVersionTime = seconds(1);
inline constexpr Ticks kRepeatDelay{kCrystalHz / 2};
inline constexpr Ticks kRepeatPeriod{kCrystalHz / 8};
inline constexpr Ticks kPanelTimeout = seconds(5 * 60);

class Panel {
 public:
    // Powered up at instant 0: all segments on.
    Panel();

    // A key has gone down or up at `now`. Edges that repeat a level are ignored.
    void key(Key key, bool down, Instant now, const Points& points, BankActions& actions);

    // Does what is due at `now`. Call it when deadline() has been reached; calling it more
    // often changes nothing.
    void tick(Instant now, const Points& points, BankActions& actions);
    // The next instant at which the panel acts by itself.
    [[nodiscard]] Instant deadline() const { return deadline_; }

    // Points have changed (a reading window has closed, a setting was changed): draws them.
    void refresh(const Points& points);
    // Level of the energy contact: the pulse annunciator follows it. Cheap; call at every edge.
    void energy_contact(bool closed);

    // Control power has gone: no segment is lit. A new Panel takes over at power-up.
    void go_dark() { lcd_ = {}; }

    [[nodiscard]] const Lcd& lcd() const { return lcd_; }
    // Where the panel is; below RESET and SETUP, their heading.
    [[nodiscard]] Cursor cursor() const { return cursor_; }
    [[nodiscard]] bool in_menu() const { return menu_.open(); }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("stage", stage_);
        visit("cursor", cursor_);
        visit("menu", menu_);
        visit("held", held_);
        visit("energy_contact", energy_contact_);
        visit("stage_end", stage_end_);
        visit("repeat_at", repeat_at_);
        visit("timeout_at", timeout_at_);
        visit("deadline", deadline_);
        visit("lcd", lcd_);
    }

 private:
    enum class Stage : std::uint8_t { lamp_test, version, running };
    enum class Held : std::uint8_t { none, back, minus, plus, next };

    static constexpr Held held_of(Key key) {
        return static_cast<Held>(static_cast<std::uint8_t>(key) + 1);
    }
    void end_stage();
    void act(Held key, const MenuContext& context);
    void act_on_screens(Key key, const MenuContext& context);
    void do_due(Instant due, const MenuContext& context);
    void restart_timeout(Instant now);
    void find_deadline();
    void draw(const Points& points);

    static constexpr Instant kNever{INT64_MAX};

    Stage stage_ = Stage::lamp_test;
    Cursor cursor_{};
    Menu menu_{};
    Held held_ = Held::none;
    bool energy_contact_ = false;
    Instant stage_end_ = Instant{} + kLampTestTime;
    Instant repeat_at_ = kNever;
    Instant timeout_at_ = kNever;
    Instant deadline_ = stage_end_;
    Lcd lcd_{};
};

}  // namespace meter
