#include "core/panel/panel.h"

#include <algorithm>
#include <array>

namespace meter {

namespace {

constexpr std::uint32_t kEveryAnnunciator = (std::uint32_t{1} << kAnnunciators) - 1;

// What a key does to the cursor; the rest of the panel is time.
struct Move {
    int rows;
    int details;
    bool repeats;
};
// In the order of Key.
constexpr std::array<Move, kKeys> kMoves{{
    {0, -1, false},
    {-1, 0, true},
    {+1, 0, true},
    {0, +1, false},
}};

Cursor moved(Cursor cursor, const Move& move, const Points& points) {
    if (move.rows != 0) {
        const int row = (static_cast<int>(cursor.row) + kRows + move.rows) % kRows;
        return {static_cast<Row>(row), 0};
    }
    const int last = screens_in(cursor.row, points) - 1;
    const int detail = std::min<int>(cursor.detail, last) + move.details;
    cursor.detail = static_cast<std::uint8_t>(std::clamp(detail, 0, last));
    return cursor;
}

Lcd every_segment() {
    Lcd lcd{};
    lcd.label.fill(0x3FFF);
    lcd.value.fill(0x7F);
    lcd.points = (1U << (kValueCells - 1)) - 1;
    lcd.annunciators = kEveryAnnunciator;
    return lcd;
}

}  // namespace

Panel::Panel() : lcd_(every_segment()) {}

void Panel::key(Key key, bool down, Instant now, const Points& points, BankActions& actions) {
    if (stage_ != Stage::running) return;
    const Held pressed = held_of(key);
    if (down == (held_ == pressed) || (down && held_ != Held::none)) return;
    restart_timeout(now);
    held_ = down ? pressed : Held::none;
    repeat_at_ = kNever;
    if (down) {
        act(pressed, {now, points, actions});
        if (kMoves[static_cast<std::size_t>(key)].repeats) repeat_at_ = now + kRepeatDelay;
    }
    find_deadline();
}

void Panel::tick(Instant now, const Points& points, BankActions& actions) {
    while (now >= deadline_) {
        const Instant due = deadline_;
        do_due(due, {due, points, actions});
        find_deadline();
    }
}

// One thing that is due; of two at one instant the one named first comes first.
void Panel::do_due(Instant due, const MenuContext& context) {
    if (due == stage_end_) {
        end_stage();
    } else if (due == repeat_at_) {
        restart_timeout(due);
        repeat_at_ = due + kRepeatPeriod;
        act(held_, context);
    } else if (due == timeout_at_) {
        timeout_at_ = kNever;
        cursor_ = {};
        menu_.leave(context);
    } else {
        menu_.tick(context);
    }
    draw(context.points);
}

void Panel::refresh(const Points& points) { draw(points); }

void Panel::energy_contact(bool closed) {
    energy_contact_ = closed;
    if (stage_ == Stage::running) lcd_.set(Annunciator::pulse, closed);
}

void Panel::end_stage() {
    if (stage_ == Stage::lamp_test) {
        stage_ = Stage::version;
        stage_end_ = stage_end_ + kVersionTime;
    } else {
        stage_ = Stage::running;
        stage_end_ = kNever;
    }
}

void Panel::act(Held held, const MenuContext& context) {
    if (held == Held::none) return;
    const Key key = static_cast<Key>(static_cast<std::uint8_t>(held) - 1);
    if (menu_.open()) {
        menu_.key(key, context);
    } else {
        act_on_screens(key, context);
    }
    draw(context.points);
}

void Panel::act_on_screens(Key key, const MenuContext& context) {
    const Row row = cursor_.row;
    if (key == Key::next && (row == Row::reset || row == Row::setup)) {
        menu_.enter(row, context);
        return;
    }
    cursor_ = moved(cursor_, kMoves[static_cast<std::size_t>(key)], context.points);
    if (cursor_.row != row) menu_.leave(context);
}

void Panel::restart_timeout(Instant now) { timeout_at_ = now + kPanelTimeout; }

void Panel::find_deadline() {
    deadline_ = std::min({stage_end_, repeat_at_, timeout_at_, menu_.deadline()});
}

void Panel::draw(const Points& points) {
    if (stage_ == Stage::lamp_test) return;
    if (stage_ == Stage::version) {
        lcd_ = draw_version(points);
        return;
    }
    lcd_ = menu_.open() ? menu_.draw(points) : draw_screen(cursor_, points);
    lcd_.set(Annunciator::wrench, points.alerts != 0);
    lcd_.set(Annunciator::heart, (points.readings.sequence & 1U) != 0);
    lcd_.set(Annunciator::pulse, energy_contact_);
}

}  // namespace meter
