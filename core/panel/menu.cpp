#include "core/panel/menu.h"

#include "core/panel/menu_table.h"
#include "core/registers/rules.h"

namespace meter {

namespace {

constexpr int direction_of(Key key) { return key == Key::plus ? +1 : -1; }

std::size_t first_item(MenuScreen screen) {
    std::size_t item = 0;
    while (item + 1 < kItems.size() && kItems[item].screen != screen) ++item;
    return item;
}

const Caption& caption_of(const Item& item, const Config& config) {
    const SystemType* type = find_system_type(config.system_type);
    const bool line_neutral = type != nullptr && type->system_voltage_is_line_neutral;
    return line_neutral && item.in_type_10 != nullptr ? *item.in_type_10 : item.caption;
}

void show_caption(const Caption& caption, const Config& config, Lcd& lcd) {
    show_label(config.display_units == 0 ? caption.iec : caption.ieee, lcd);
    lcd.annunciators |= caption.units;
}

bool opens(std::uint32_t passcode, Row row, const Config& config) {
    return passcode == config.setup_passcode ||
           (row == Row::reset && passcode == config.reset_passcode);
}

}  // namespace

// By Level.
const Menu::Handler Menu::kHandlers[] = {&Menu::ignore, &Menu::passcode_key, &Menu::ignore,
                                         &Menu::screen_key, &Menu::item_key};

void Menu::enter(Row row, const MenuContext& context) {
    row_ = row;
    if (granted_) {
        grant(context);
        return;
    }
    level_ = Level::passcode;
    editor_.open(0);
    restart_blinking(context.now);
}

void Menu::key(Key key, const MenuContext& context) {
    if (level_ != Level::wrong_passcode) message_end_ = kNever;
    (this->*kHandlers[static_cast<std::size_t>(level_)])(key, context);
    restart_blinking(context.now);
}

void Menu::leave(const MenuContext& context) {
    close(context);
    granted_ = false;
}

void Menu::close(const MenuContext& context) {
    level_ = Level::closed;
    message_end_ = kNever;
    editor_.open(0);
    restart_blinking(context.now);
    apply_line(context);
}

void Menu::ignore(Key, const MenuContext&) {}

void Menu::passcode_key(Key key, const MenuContext& context) {
    if (key == Key::back) {
        close(context);
    } else if (key != Key::next) {
        step(direction_of(key), context);
    } else if (editor_.next(kPasscodeEntry)) {
        return;
    } else if (opens(editor_.value(), row_, context.points.config)) {
        grant(context);
    } else {
        level_ = Level::wrong_passcode;
        message_end_ = context.now + kWrongPasscodeTime;
    }
}

void Menu::grant(const MenuContext& context) {
    granted_ = true;
    screen_ = 0;
    if (row_ == Row::reset) {
        open_item(first_item(MenuScreen::reset), context);
        return;
    }
    level_ = Level::screen;
    editor_.open(0);
    restart_blinking(context.now);
}

void Menu::screen_key(Key key, const MenuContext& context) {
    if (key == Key::back) {
        close(context);
    } else if (key == Key::next) {
        open_item(first_item(static_cast<MenuScreen>(screen_)), context);
    } else {
        constexpr int n = static_cast<int>(kSetupScreens.size());
        screen_ = static_cast<std::uint8_t>((screen_ + n + direction_of(key)) % n);
        apply_line(context);
    }
}

void Menu::item_key(Key key, const MenuContext& context) {
    if (key == Key::back) {
        go_up(context);
    } else if (key == Key::next) {
        accept(context);
    } else {
        step(direction_of(key), context);
    }
}

// From a parameter to its screen; RESET has none of its own.
void Menu::go_up(const MenuContext& context) {
    if (row_ == Row::reset) {
        close(context);
        return;
    }
    level_ = Level::screen;
    editor_.open(0);
}

void Menu::open_item(std::size_t item, const MenuContext& context) {
    level_ = Level::item;
    item_ = static_cast<std::uint8_t>(item);
    const Item& row = kItems[item];
    editor_.open(row.kind == ItemKind::setting ? row.get(present(context.points)) : 0);
    restart_blinking(context.now);
}

void Menu::step(int direction, const MenuContext& context) {
    if (!editing()) return;
    const Entry& entry = level_ == Level::passcode ? kPasscodeEntry : kItems[item_].entry;
    editor_.step(entry, direction,
                 [this, &context](std::uint32_t value) { return offers(value, context.points); });
}

// `→` at a parameter.
void Menu::accept(const MenuContext& context) {
    const Item& item = kItems[item_];
    if (item.kind == ItemKind::order) {
        if (editor_.value() != 0) context.actions.command(item.command);
    } else if (item.kind == ItemKind::setting) {
        if (editor_.next(item.entry)) return;
        if (!take(editor_.value(), context)) {
            message_end_ = context.now + kRefusedTime;
            return;
        }
    }
    go_on(context);
}

void Menu::go_on(const MenuContext& context) {
    const std::size_t next = std::size_t{item_} + 1;
    if (next < kItems.size() && kItems[next].screen == kItems[item_].screen) {
        open_item(next, context);
    } else {
        go_up(context);
    }
}

// The settings as the parameters of the menu see them.
Config Menu::present(const Points& points) const {
    Config config = points.config;
    if (line_accepted_) config.line = line_;
    return config;
}

bool Menu::offers(std::uint32_t value, const Points& points) const {
    const Item& item = kItems[item_];
    if (item.kind != ItemKind::setting) return true;
    const Config from = present(points);
    Config to = from;
    item.set(to, value);
    return validate_change(from, to) == ConfigError::none;
}

// Makes `value` the setting. False when the rules refuse it.
bool Menu::take(std::uint32_t value, const MenuContext& context) {
    const Item& item = kItems[item_];
    const Config from = present(context.points);
    Config to = from;
    item.set(to, value);
    if (validate_change(from, to) != ConfigError::none) return false;
    if (item.screen == MenuScreen::com) {
        line_ = to.line;
        line_accepted_ = true;
    } else if (!(to == from)) {
        context.actions.apply(to);
    }
    return true;
}

void Menu::apply_line(const MenuContext& context) {
    if (!line_accepted_) return;
    const Config to = present(context.points);
    line_accepted_ = false;
    line_ = {};
    if (!(to == context.points.config)) context.actions.apply(to);
}

bool Menu::editing() const {
    return level_ == Level::passcode ||
           (level_ == Level::item && kItems[item_].kind != ItemKind::view);
}

void Menu::restart_blinking(Instant now) {
    lit_ = true;
    blink_at_ = editing() ? now + kBlinkHalfPeriod : kNever;
}

void Menu::tick(const MenuContext& context) {
    if (context.now >= message_end_) {
        message_end_ = kNever;
        if (level_ == Level::wrong_passcode) close(context);
    }
    while (context.now >= blink_at_) {
        lit_ = !lit_;
        blink_at_ = blink_at_ + kBlinkHalfPeriod;
    }
}

Lcd Menu::draw(const Points& points) const {
    Lcd lcd{};
    const Config& config = points.config;
    const Item& item = kItems[item_];
    if (level_ == Level::passcode) {
        show_caption(kPasscodeCaption, config, lcd);
        editor_.draw(kPasscodeEntry, lit_, lcd);
    } else if (level_ == Level::wrong_passcode) {
        show_label(kPasscodeCaption.ieee, lcd);
        show_text(kWrongPasscodeText, lcd);
    } else if (level_ == Level::screen) {
        show_label(kSetupScreens[screen_], lcd);
    } else if (level_ == Level::item) {
        show_caption(caption_of(item, config), config, lcd);
        if (item.kind == ItemKind::view) {
            item.show(points, lcd);
        } else {
            editor_.draw(item.entry, lit_, lcd);
        }
        if (message_end_ != kNever) {
            lcd.label = {};
            show_label(kRefusedLabel, lcd);
        }
    }
    return lcd;
}

}  // namespace meter
