// What lies right of SETUP and RESET: passcode, setup screens, parameters, orders (panel.md,
// Setup).
//
//   SETUP → PASWD → S CT ± S COM ± S SYS ... S PASS      (± are the keys `-` and `+`)
//                    ↓→      ↓→
//                   CT SZ   ADDR → BAUD → PAR → S COM
//   RESET → PASWD → ENERG → DEMND → PULSE → RESET
//
// Tables are in menu_table.h. Rules (panel.md; [DEC] are decided there, not observed):
//   - `→` goes to the next digit, from the last one accepts; then the next parameter, after the
//   last
//     one the screen [RQ]; `←` drops the edit and goes up to the screen, from a screen to SETUP;
//   - wrong passcode: `Err` for 2 s, then SETUP or RESET [DEC]; keys are not heard meanwhile
//     (inferred). The passcode asked starts at 00000 (inferred);
//   - a passcode is asked once, until another column or the first screen is gone to [DEC]; the
//   setup
//     passcode opens RESET too [FAM];
//   - a value that the rules refuse: label `ERR` for 1 s, the cell keeps blinking, the setting
//     stays [DEC]. The next key ends the label early (inferred);
//   - choices that the rules refuse are passed over (`those that can keep up`);
//   - a change acts when it is accepted; those of S COM together when S COM is left: to another
//     screen, to SETUP, by the time-out [DEC; the time-out inferred]. They are lost with control
//     power before that (inferred). An unchanged value does nothing;
//   - below RESET each parameter is an order that starts at NO; `→` on YES gives it (inferred);
//   - cells blink at 2 Hz, half of the time lit [DEC], and are lit right after a key (inferred).
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/panel/editor.h"
#include "core/panel/key.h"
#include "core/panel/lcd.h"
#include "core/panel/screens.h"
#include "core/registers/actions.h"
#include "core/registers/points.h"
#include "core/time.h"

namespace meter {

inline constexpr Ticks kBlinkHalfPeriod{kCrystalHz / 4};
inline constexpr Ticks kRefusedTime = seconds(1);
inline constexpr Ticks kWrongPasscodeTime = seconds(2);

// What a key or an instant finds: the panel hands it down with every call.
struct MenuContext {
    Instant now;
    const Points& points;
    BankActions& actions;
};

class Menu {
 public:
    // `→` on the heading of `row`, SETUP or RESET.
    void enter(Row row, const MenuContext& context);
    // The panel is somewhere right of a heading; otherwise only enter() and leave() do anything.
    [[nodiscard]] bool open() const { return level_ != Level::closed; }
    void key(Key key, const MenuContext& context);

    // The panel goes to another column or back to the first screen: an unfinished edit is dropped,
    // accepted changes of S COM act, the passcode is forgotten.
    void leave(const MenuContext& context);

    // Blinking and the end of messages; does what is due at context.now.
    void tick(const MenuContext& context);
    [[nodiscard]] Instant deadline() const {
        return blink_at_ < message_end_ ? blink_at_ : message_end_;
    }

    // The glass without heart, wrench and pulse, while open.
    [[nodiscard]] Lcd draw(const Points& points) const;

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("level", level_);
        visit("row", row_);
        visit("screen", screen_);
        visit("item", item_);
        visit("editor", editor_);
        visit("granted", granted_);
        visit("line", line_);
        visit("line_accepted", line_accepted_);
        visit("lit", lit_);
        visit("blink_at", blink_at_);
        visit("message_end", message_end_);
    }

 private:
    enum class Level : std::uint8_t { closed, passcode, wrong_passcode, screen, item };
    static constexpr Instant kNever{INT64_MAX};

    using Handler = void (Menu::*)(Key, const MenuContext&);
    static const Handler kHandlers[];

    void ignore(Key key, const MenuContext& context);
    void passcode_key(Key key, const MenuContext& context);
    void screen_key(Key key, const MenuContext& context);
    void item_key(Key key, const MenuContext& context);

    void close(const MenuContext& context);
    void grant(const MenuContext& context);
    void go_up(const MenuContext& context);
    void open_item(std::size_t item, const MenuContext& context);
    void accept(const MenuContext& context);
    void go_on(const MenuContext& context);
    void step(int direction, const MenuContext& context);
    bool take(std::uint32_t value, const MenuContext& context);
    void apply_line(const MenuContext& context);
    [[nodiscard]] Config present(const Points& points) const;
    [[nodiscard]] bool offers(std::uint32_t value, const Points& points) const;
    [[nodiscard]] bool editing() const;
    void restart_blinking(Instant now);

    Level level_ = Level::closed;
    Row row_ = Row::setup;
    std::uint8_t screen_ = 0;  // of kSetupScreens
    std::uint8_t item_ = 0;    // of kItems
    Editor editor_{};
    bool granted_ = false;  // the passcode of row_ has been entered
    LineConfig line_{};     // accepted in S COM, not in use yet
    bool line_accepted_ = false;
    bool lit_ = true;
    Instant blink_at_ = kNever;
    Instant message_end_ = kNever;
};

}  // namespace meter
