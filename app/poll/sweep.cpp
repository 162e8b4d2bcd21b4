#include "app/poll/sweep.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>

namespace polling {
namespace {

constexpr std::uint8_t kIllegalAddress = 2;

// Failures after which the next block would fail just so.
bool hopeless(const Failure& failure) {
    return failure.trouble == Trouble::connect || failure.trouble == Trouble::no_answer ||
           failure.trouble == Trouble::closed;
}

// What has been read, by register number.
class Image {
 public:
    Image(Link& link, Sweep& result) : link_(link), result_(result) {}

    void read(const Plan& plan) {
        for (const Block& block : plan.blocks) {
            if (given_up_ || link_.cancelled()) return;
            read(block, plan.rows);
        }
    }

    [[nodiscard]] std::optional<std::array<std::uint16_t, 4>> words(std::uint16_t number,
                                                                    int count) const {
        std::array<std::uint16_t, 4> found{};
        for (int i = 0; i < count; ++i) {
            const auto at = words_.find(static_cast<std::uint16_t>(number + i));
            if (at == words_.end()) return std::nullopt;
            found.at(static_cast<std::size_t>(i)) = at->second;
        }
        return found;
    }

 private:
    void read(const Block& block, const Rows& rows) {
        try {
            const std::vector<std::uint16_t> answer = link_.read(block);
            for (std::size_t i = 0; i < answer.size(); ++i)
                words_[static_cast<std::uint16_t>(block.first + i)] = answer[i];
        } catch (const Failure& failure) {
            const Rows inside = within(block, rows);
            if (failure.exception == kIllegalAddress && inside.size() > 1)
                return read_one_by_one(inside);
            result_.errors.push_back(failure.text());
            given_up_ = hopeless(failure);
        }
    }

    void read_one_by_one(const Rows& rows) {
        for (const meter::RegisterRow* row : rows)
            if (!given_up_ && !link_.cancelled()) read({row->number, row->count}, {row});
    }

    static Rows within(const Block& block, const Rows& rows) {
        Rows inside;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(inside),
                     [&](const auto* row) { return covers(block, *row); });
        return inside;
    }

    Link& link_;
    Sweep& result_;
    std::map<std::uint16_t, std::uint16_t> words_;
    bool given_up_ = false;
};

// Nothing when the scales could not be read or make no sense; that is an error of its own.
std::optional<meter::Derived> scales(const Image& image, const Plan& plan, Sweep& result) {
    if (!needs_scales(plan.rows)) return meter::Derived{};
    const auto words = image.words(kFirstScale, 4);
    if (!words) return std::nullopt;
    try {
        return scales_of(*words);
    } catch (const Failure& failure) {
        result.errors.push_back(failure.text());
        return std::nullopt;
    }
}

Reading reading_in(const Image& image, const meter::RegisterRow& row,
                   const std::optional<meter::Derived>& scales) {
    const auto words = image.words(row.number, row.count);
    const std::array<const meter::RegisterRow*, 1> alone{&row};
    if (!words || (!scales && needs_scales(alone))) return {&row, {}, false, {}};
    return reading_of(row, std::span(*words).first(row.count), scales.value_or(meter::Derived{}));
}

}  // namespace

Plan plan_of(const Rows& rows) {
    Rows wanted = rows;
    if (needs_scales(rows))
        for (std::uint16_t i = 0; i < ScaleWords{}.size(); ++i)
            wanted.push_back(meter::find_register(static_cast<std::uint16_t>(kFirstScale + i)));
    return {rows, blocks_of(wanted)};
}

Sweep sweep(Link& link, const Plan& plan) {
    using Clock = std::chrono::steady_clock;
    Sweep result;
    result.started = std::chrono::system_clock::now();
    const auto start = Clock::now();
    Image image(link, result);
    image.read(plan);
    const std::optional<meter::Derived> known = scales(image, plan, result);
    for (const meter::RegisterRow* row : plan.rows)
        result.readings.push_back(reading_in(image, *row, known));
    result.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return result;
}

}  // namespace polling
