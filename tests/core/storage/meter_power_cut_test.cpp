// The meter itself under power cuts: after every single byte it writes to its memory, a new meter
// on that memory shows every kept value as it was before or as it is after, never in between.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "core/meter.h"
#include "core/state.h"
#include "tests/core/storage/nv_board.h"
#include "tests/core/support/waveform.h"

namespace meter::test {
namespace {

constexpr std::size_t kBytes = 8'192;

template <class... Units>
std::uint64_t digest_of_all(Units... units) {
    Digest digest;
    state::Walker<Digest> walker{digest};
    (walker("", units), ...);
    return digest.value();
}

// What must survive, one number per record.
struct Kept {
    std::uint64_t settings = 0, totals = 0, maxima = 0;
};

Kept kept(const Meter& meter) {
    const Points& p = meter.points();
    return {digest_of_all(p.config), digest_of_all(p.energies, p.pulse_count),
            digest_of_all(p.demand_maximum)};
}

struct Moment {
    std::size_t written = 0;  // bytes, up to here
    Kept kept;
};

// A life of some seconds: windows, commands, settings, demand every 10 s.
class Life {
 public:
    explicit Life(NvBoard& board) : board_(board), meter_(board) {
        Config config = meter_.points().config;
        config.demand_seconds = 10;
        config.wh_per_pulse = 10;
        act([&] { EXPECT_EQ(meter_.configure(config), ConfigError::none); });
    }

    void seconds(int n) {
        for (int frame = 0; frame < n * 2'521; ++frame, ++frame_) {
            const std::size_t before = board_.trace.size();
            meter_.frame(sample(wave_, frame_));
            if (board_.trace.size() != before) remember();
        }
    }
    template <class Action>
    void act(Action action) {
        action();
        remember();
    }
    Meter& meter() { return meter_; }
    [[nodiscard]] const std::vector<Moment>& moments() const { return moments_; }

 private:
    void remember() { moments_.push_back({board_.trace.size(), kept(meter_)}); }

    NvBoard& board_;
    Meter meter_;
    std::vector<Moment> moments_{{board_.trace.size(), kept(meter_)}};
    Wave wave_ = [] {
        Wave wave = balanced(60.0, 277.0, 110.0, 20.0);
        wave.preamp = 8.0;
        return wave;
    }();
    std::int64_t frame_ = 0;
};

void clear_energies(Meter& meter) {
    // To address 12: 06, register 129 := 30078; the lenient line takes whole frames at one instant.
    constexpr std::array<std::uint8_t, 8> kRequest{12, 6, 0x00, 0x80, 0x75, 0x7E, 0x2F, 0x8F};
    for (const std::uint8_t byte : kRequest) meter.line_byte(byte, Instant{100});
    meter.line_advance(Instant{10'000});
}

TEST(MeterPowerCut, AfterEveryByteOfALife) {
    NvBoard board{kBytes};
    Life life{board};
    life.seconds(13);  // past the first demand sub-interval
    Config other = life.meter().points().config;
    other.setup_passcode = 4'711;
    other.line.address = 12;
    life.act([&] { EXPECT_EQ(life.meter().configure(other), ConfigError::none); });
    life.seconds(2);
    life.act([&] {
        clear_energies(life.meter());
        EXPECT_EQ(life.meter().points().energies.reset_count, 1);
    });
    life.seconds(10);

    const std::vector<Moment>& moments = life.moments();
    ASSERT_GT(moments.size(), 20u);
    ASSERT_NE(moments.front().kept.totals, moments.back().kept.totals);
    ASSERT_NE(moments.front().kept.maxima, moments.back().kept.maxima);

    Bytes memory(kBytes, 0xFF);
    std::size_t next = 0;  // the first moment not yet reached
    for (std::size_t cut = 0; cut < board.trace.size(); ++cut) {
        const NvBoard::Written& byte = board.trace[cut];
        while (next + 1 < moments.size() && moments[next].written <= cut) ++next;
        NvBoard left{kBytes};
        left.memory = memory;
        left.memory.at(byte.offset) = static_cast<std::uint8_t>(byte.value ^ (0x5A + cut % 7));
        memory.at(byte.offset) = byte.value;
        if (next == 0) continue;  // the very first power-up, nothing kept yet
        const Meter again{left};
        const Kept now = kept(again), &before = moments[next - 1].kept, &after = moments[next].kept;
        ASSERT_TRUE(now.settings == before.settings || now.settings == after.settings) << cut;
        ASSERT_TRUE(now.totals == before.totals || now.totals == after.totals) << cut;
        ASSERT_TRUE(now.maxima == before.maxima || now.maxima == after.maxima) << cut;
    }
}

// A brown-out: energy, maxima and settings are there again, 152 has counted, the rest is new.
TEST(MeterPowerCut, BrownOutKeepsWhatIsNonVolatile) {
    NvBoard board{kBytes};
    Life life{board};
    life.seconds(12);
    Meter& meter = life.meter();
    const Kept before = kept(meter);
    const std::uint16_t power_ups = meter.points().power_up_count;
    meter.control_power(false);
    for (int frame = 0; frame < 1'000; ++frame) meter.frame({});
    EXPECT_FALSE(meter.running());
    EXPECT_EQ(meter.lcd(), Lcd{});
    EXPECT_EQ(meter.contacts().alarm, true);
    EXPECT_EQ(meter.contacts().energy, false);
    meter.control_power(true);
    EXPECT_TRUE(meter.running());
    EXPECT_EQ(kept(meter).settings, before.settings);
    EXPECT_EQ(kept(meter).totals, before.totals);
    EXPECT_EQ(kept(meter).maxima, before.maxima);
    EXPECT_EQ(meter.points().power_up_count, power_ups + 1);
    EXPECT_EQ(meter.points().readings.sequence, 0u);
}

// 100 ms are 252.06 frames: 252 are ridden through, 253 are not.
TEST(MeterPowerCut, RidesThroughAHundredMilliseconds) {
    for (const int frames : {1, 252, 253, 300}) {
        NvBoard board{kBytes};
        Meter meter{board};
        for (int frame = 0; frame < 3'000; ++frame) meter.frame({});
        meter.control_power(false);
        for (int frame = 0; frame < frames; ++frame) meter.frame({});
        meter.control_power(true);
        EXPECT_EQ(meter.points().power_up_count, frames <= 252 ? 1 : 2) << frames;
    }
}

}  // namespace
}  // namespace meter::test
