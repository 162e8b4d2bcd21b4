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

void Panel::key(Key key, bool down, Instant now, const Points& points) {
    if (stage_ != Stage::running) return;
    const Held pressed = held_of(key);
    if (down == (held_ == pressed) || (down && held_ != Held::none)) return;
    restart_timeout(now);
    held_ = down ? pressed : Held::none;
    repeat_at_ = kNever;
    if (down) {
        act(pressed, points);
        if (kMoves[static_cast<std::size_t>(key)].repeats) repeat_at_ = now + kRepeatDelay;
    }
    find_deadline();
}

void Panel::tick(Instant now, const Points& points) {
    while (now >= deadline_) {
        const Instant due = deadline_;
        if (due == stage_end_) {
            end_stage(points);
        } else if (due == repeat_at_) {
            restart_timeout(due);
            repeat_at_ = due + kRepeatPeriod;
            act(held_, points);
        } else {
            timeout_at_ = kNever;
            cursor_ = {};
            draw(points);
        }
        find_deadline();
    }
}

void Panel::refresh(const Points& points) { draw(points); }

void Panel::energy_contact(bool closed) {
    energy_contact_ = closed;
    if (stage_ == Stage::running) lcd_.set(Annunciator::pulse, closed);
}

void Panel::end_stage(const Points& points) {
    if (stage_ == Stage::lamp_test) {
        stage_ = Stage::version;
        stage_end_ = stage_end_ + kVersionTime;
    } else {
        stage_ = Stage::running;
        stage_end_ = kNever;
    }
    draw(points);
}

void Panel::act(Held key, const Points& points) {
    const std::size_t index = static_cast<std::size_t>(key) - 1;
    if (index >= kMoves.size()) return;
    cursor_ = moved(cursor_, kMoves[index], points);
    draw(points);
}

void Panel::restart_timeout(Instant now) { timeout_at_ = now + kPanelTimeout; }

void Panel::find_deadline() { deadline_ = std::min({stage_end_, repeat_at_, timeout_at_}); }

void Panel::draw(const Points& points) {
    if (stage_ == Stage::lamp_test) return;
    if (stage_ == Stage::version) {
        lcd_ = draw_version(points);
        return;
    }
    lcd_ = draw_screen(cursor_, points);
    lcd_.set(Annunciator::wrench, points.alerts != 0);
    lcd_.set(Annunciator::heart, (points.readings.sequence & 1U) != 0);
    lcd_.set(Annunciator::pulse, energy_contact_);
}

}  // namespace meter
