// What a person can say about a recording: part, side, scale, hold, resampling, and the file that
// keeps it.
#include "signals/replay/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <numbers>

#include "signals/capture/capture_writer.h"
#include "signals/replay/map_file.h"
#include "signals/replay/replay.h"
#include "signals/scenario/scenario_file.h"
#include "tests/support/scratch.h"

namespace signals {
namespace {

namespace fs = std::filesystem;
constexpr double kTurn = 2.0 * std::numbers::pi;

// peak(t): of the fundamental of channel c; f: an extra voltage of that frequency, peak 30.
struct Wave {
    double rate = 8'000.0;
    double seconds = 1.0;
    std::function<double(std::size_t, double)> peak = [](std::size_t c, double) {
        return c < 3 ? 300.0 : 50.0;
    };
    double extra_hertz = 0.0;
};

fs::path write_wave(const std::string& name, const Wave& wave) {
    const fs::path path = metertwin::test::scratch_folder() / name;
    fs::remove(fs::path{path} += ".map.toml");
    WriteSpec spec;
    spec.rate = wave.rate;
    spec.line_frequency = 50.0;
    spec.rows = static_cast<std::uint64_t>(wave.rate * wave.seconds);
    for (const char* channel : {"VA", "VB", "VC", "IA", "IB", "IC"}) {
        spec.channels.push_back(
            {channel, std::string{channel[1]}, channel[0] == 'V' ? "V" : "A", 0.0, 0.0});
    }
    const auto writer = create_capture(path, spec);
    std::vector<double> row(6);
    for (std::uint64_t n = 0; n < spec.rows; ++n) {
        const double t = static_cast<double>(n) / wave.rate;
        for (std::size_t c = 0; c < 6; ++c) {
            const double angle = kTurn * (50.0 * t - static_cast<double>(c % 3) / 3.0);
            row[c] = wave.peak(c, t) * std::sin(angle);
            if (c < 3) row[c] += 30.0 * std::sin(kTurn * wave.extra_hertz * t);
        }
        writer->write(row, 1);
    }
    writer->finish();
    return path;
}

double rms(Source& source, std::int64_t first, int blocks, std::size_t phase) {
    double squares = 0.0;
    TerminalBlock block;
    for (int k = 0; k < blocks; ++k) {
        source.fill(first + k * kBlockFrames, kBlockFrames, Fill::meter_inputs, block);
        for (const double v : block.voltage[phase]) squares += v * v;
    }
    return std::sqrt(squares / (blocks * kBlockFrames));
}

// A fault from 0.5 s on: voltage halved.
Wave fault() {
    Wave wave;
    wave.peak = [](std::size_t c, double t) { return c < 3 ? (t < 0.5 ? 300.0 : 150.0) : 50.0; };
    return wave;
}

TEST(ReplayPart, IsWhatLiesBetweenFromAndTo) {
    ReplayOptions options;
    options.from = 0.6;
    options.to = 0.9;
    const Replay replay{write_wave("part.cfg", fault()), options};
    EXPECT_NEAR(replay.record_seconds(), 0.3, 1e-9);
    EXPECT_NEAR(replay.record().offset(), 0.6, 1e-9);
    EXPECT_NEAR(replay.record_truth().voltage_ln[0], 150.0 / std::numbers::sqrt2, 0.01);
    options.to = 0.6001;
    EXPECT_THROW((Replay{write_wave("part.cfg", fault()), options}), ReplayError);
}

TEST(ReplayHold, FeedsTheSteadyStateForMinutes) {
    struct Row {
        Hold hold;
        double peak;
        double begin;  // s of record time
    };
    const Row rows[] = {
        {{Hold::Where::pre_fault, 0.0}, 300.0, 0.0},
        {{Hold::Where::end, 0.0}, 150.0, 0.8},
        {{Hold::Where::at, 0.55}, 150.0, 0.55},
        {{Hold::Where::at, 0.3}, 300.0, 0.3},
    };
    for (const Row& row : rows) {
        ReplayOptions options;
        options.hold = row.hold;
        Replay replay{write_wave("hold.cfg", fault()), options};
        SCOPED_TRACE(row.begin);
        EXPECT_EQ(replay.held_cycles(), 10);
        EXPECT_NEAR(replay.tape().plan().hold_begin, row.begin, 1e-4);
        const std::int64_t minutes = 5 * 60 * 2'520;
        EXPECT_EQ(replay.playing(minutes).part, TapePart::holding);
        // 63 blocks are 160 cycles of 50 Hz, to 0.01 of one.
        for (const std::int64_t first : {std::int64_t{0}, minutes}) {
            EXPECT_NEAR(rms(replay.source(), first, 63, 1), row.peak / std::numbers::sqrt2,
                        2e-4 * row.peak);
        }
        EXPECT_NEAR(replay.held_truth().voltage_ln[1], row.peak / std::numbers::sqrt2, 0.01);
        EXPECT_NEAR(replay.truth(minutes, 2'520).voltage_ln[1], row.peak / std::numbers::sqrt2,
                    2e-3 * row.peak);
    }
}

// At a joint the held cycles go on where they began: the sine's own recurrence holds throughout.
TEST(ReplayHold, HasNoSeam) {
    ReplayOptions options;
    options.hold = {Hold::Where::at, 0.123};
    Wave wave;
    Replay replay{write_wave("seam.cfg", wave), options};
    TerminalBlock block;
    double worst = 0.0;
    for (std::int64_t first = 0; first < 10'000; first += kBlockFrames - 2) {
        replay.source().fill(first, kBlockFrames, Fill::meter_inputs, block);
        for (std::size_t n = 1; n + 1 < kBlockFrames; ++n) {
            const auto& v = block.voltage[2];
            worst = std::max(worst, std::fabs(v[n + 1] + v[n - 1] -
                                              2.0 * std::cos(kTurn * 50.0 / kFrameRate) * v[n]));
        }
    }
    EXPECT_LT(worst, 1e-4 * 300.0);
}

TEST(ReplayHold, RefusesWhereThereIsNoCycle) {
    ReplayOptions options;
    options.hold = {Hold::Where::at, 0.99};
    EXPECT_THROW((Replay{write_wave("late.cfg", Wave{}), options}), ReplayError);
}

// 2 kHz, peak 30: filtered out by the ideal, folded to 520.6 Hz by the hardware mode, whole.
TEST(ReplayResampling, HardwareFoldsWhatIdealFilters) {
    Wave wave;
    wave.rate = 20'000.0;
    wave.extra_hertz = 2'000.0;
    const auto power_at = [&](Resampling how, double hertz) {
        ReplayOptions options;
        options.resampling = how;
        Replay replay{write_wave("fold.cfg", wave), options};
        TerminalBlock block;
        double cosine = 0.0;
        double sine = 0.0;
        constexpr int kBlocks = 18;
        const auto begin = replay.record_begin_frame() + 10;
        for (int k = 0; k < kBlocks; ++k) {
            replay.source().fill(begin + k * kBlockFrames, kBlockFrames, Fill::meter_inputs, block);
            for (std::size_t n = 0; n < kBlockFrames; ++n) {
                const double i = static_cast<double>(k * kBlockFrames) + static_cast<double>(n);
                const double window = 1.0 - std::cos(kTurn * (i + 0.5) / (kBlocks * kBlockFrames));
                cosine += window * block.voltage[0][n] * std::cos(kTurn * hertz * i / kFrameRate);
                sine += window * block.voltage[0][n] * std::sin(kTurn * hertz * i / kFrameRate);
            }
        }
        return 2.0 * std::hypot(cosine, sine) / (kBlocks * kBlockFrames);
    };
    const double folded = kFrameRate - 2'000.0;
    EXPECT_NEAR(power_at(Resampling::hardware, folded), 30.0, 0.03);
    EXPECT_LT(power_at(Resampling::ideal, folded), 0.01);
    EXPECT_NEAR(power_at(Resampling::hardware, 50.0), 300.0, 0.05);
    EXPECT_NEAR(power_at(Resampling::ideal, 50.0), 300.0, 0.05);
}

TEST(ReplayResampling, HardwareSlopesAreTheCurrentsDerivative) {
    ReplayOptions options;
    options.resampling = Resampling::hardware;
    Replay replay{write_wave("slopes.cfg", Wave{}), options};
    TerminalBlock block;
    const auto begin = replay.record_begin_frame() + 100;
    replay.source().fill(begin, kBlockFrames, Fill::with_current, block);
    const SlotTiming timing = multiplexer_timing();
    for (std::size_t n = 0; n < kBlockFrames; ++n) {
        // The first row lies half a spacing after the record's start.
        const double t = static_cast<double>(begin + static_cast<std::int64_t>(n)) / kFrameRate -
                         replay.tape().record_begin() - 0.5 / 8'000.0 + timing.current[1];
        const double angle = kTurn * (50.0 * t - 1.0 / 3.0);
        ASSERT_NEAR(block.current[1][n], 50.0 * std::sin(angle), 50.0 * 2e-4);
        ASSERT_NEAR(block.slope[1][n], 50.0 * kTurn * 50.0 * std::cos(angle),
                    50.0 * kTurn * 50.0 * 2e-4);
    }
}

Recording two_sided() {
    Recording r;
    r.file = "x.cfg";
    for (const char* name : {"VA", "VB", "VC", "IA", "IB", "IC"}) {
        AnalogChannel& c = r.analog.emplace_back();
        c.position = r.analog.size();
        c.name = name;
        c.phase = name[1];
        c.unit = name[0] == 'V' ? "V" : "A";
        c.primary = name[0] == 'V' ? 11'000.0 : 400.0;
        c.secondary = name[0] == 'V' ? 110.0 : 5.0;
        c.side = TransformerSide::secondary;
    }
    return r;
}

TEST(Side, TurnsByTheFilesRatio) {
    Recording r = two_sided();
    Mapping mapping = find_mapping(r);
    apply_side(mapping, r, TransformerSide::primary);
    EXPECT_DOUBLE_EQ(mapping.voltage[0].scale, 100.0);
    EXPECT_DOUBLE_EQ(mapping.current[2].scale, 80.0);
    r.analog[0].secondary = 0.0;  // some writers leave it
    r.analog[1].side = TransformerSide::primary;
    mapping = find_mapping(r);
    apply_side(mapping, r, TransformerSide::primary);
    EXPECT_EQ(mapping.voltage[0].scale, 1.0);
    EXPECT_EQ(mapping.voltage[1].scale, 1.0);
    EXPECT_THAT(mapping.explanation,
                testing::Contains(testing::HasSubstr("does not tell its ratio")));
}

TEST(Scale, IsReadByTerminal) {
    EXPECT_THAT(parse_scale("V=2,IB=-1,VC=3"), testing::ElementsAre(2, 2, 3, 1, -1, 1));
    for (const char* bad : {"", "V", "V=", "V=0", "X=1", "VA=1;VB=2"}) {
        EXPECT_THROW(parse_scale(bad), MappingError) << bad;
    }
}

TEST(Words, AreReadOrRefused) {
    EXPECT_EQ(parse_hold("0.25").seconds, 0.25);
    EXPECT_THROW(parse_hold("-1"), MappingError);
    EXPECT_THROW(parse_side("third"), MappingError);
    EXPECT_THROW(parse_resampling("best"), MappingError);
}

void write_text(const fs::path& path, const std::string& text) { std::ofstream{path} << text; }

TEST(MapFile, IsReadBesideTheCaptureAndSaid) {
    const fs::path capture = write_wave("kept.cfg", fault());
    write_text(fs::path{capture} += ".map.toml",
               "[map]\nVA = \"VB\"\nVB = \"VA\"\nVC = 3\nIA = \"IA\"\nIB = 5\nIC = \"IC\"\n"
               "[capture]\nscale = \"V=2\"\nto = 0.5\n");
    const Replay replay{capture, {}};
    EXPECT_EQ(replay.mapping().voltage[0].index, 1U);
    EXPECT_NEAR(replay.record_seconds(), 0.5, 1e-9);
    EXPECT_NEAR(replay.record_truth().voltage_ln[0], 600.0 / std::numbers::sqrt2, 0.05);
    EXPECT_THAT(replay.explanation()[0], testing::HasSubstr("kept.cfg.map.toml says"));
    ReplayOptions options;
    options.to = 0.2;  // the command line wins
    EXPECT_NEAR((Replay{capture, options}.record_seconds()), 0.2, 1e-9);
    options.map_file = false;
    EXPECT_EQ((Replay{capture, options}.mapping().voltage[0].index), 0U);
    fs::remove(fs::path{capture} += ".map.toml");
}

TEST(MapFile, WrittenIsRead) {
    const fs::path capture = write_wave("written.cfg", fault());
    ReplayOptions options;
    options.map = "VA=3,VB=2,VC=1,IA=4,IB=5,IC=6";
    options.side = TransformerSide::secondary;
    options.scale = "I=2";
    options.from = 0.125;
    options.hold = {Hold::Where::at, 0.25};
    options.resampling = Resampling::hardware;
    options.capture.rate = 9'000.0;
    const Replay first{capture, options};
    const fs::path file = fs::path{capture} += ".map.toml";
    write_text(file, map_file_text(first.recording(), first.mapping(), options));
    ReplayOptions read;
    merge_map_file(file, read);
    EXPECT_EQ(read.map, "VA=VC,VB=VB,VC=VA,IA=IA,IB=IB,IC=IC");
    EXPECT_EQ(read.side, options.side);
    EXPECT_EQ(read.scale, options.scale);
    EXPECT_EQ(read.from, options.from);
    EXPECT_EQ(read.to, std::nullopt);
    EXPECT_EQ(read.hold.seconds, 0.25);
    EXPECT_EQ(read.resampling, Resampling::hardware);
    EXPECT_EQ(read.capture.rate, 9'000.0);
    fs::remove(file);
}

TEST(MapFile, RefusesWithThePlace) {
    const fs::path file = metertwin::test::scratch_folder() / "bad.map.toml";
    struct Row {
        const char* text;
        const char* says;
    };
    constexpr Row kRows[] = {
        {"[map\n", "bad.map.toml:1:"},
        {"[mapp]\n", "mapp"},
        {"[map]\nVA = 1\n", "VB is not mapped"},
        {"[capture]\nside = \"third\"\n", "bad.map.toml:2:8: side 'third'"},
        {"[capture]\nrate = 0\n", "bad.map.toml:2:8: rate"},
        {"[capture]\nscale = \"X=1\"\n", "bad.map.toml:2:9: scale entry 'X=1'"},
        {"[capture]\nfrom = \"x\"\n", "bad.map.toml:2:8: from"},
    };
    for (const Row& row : kRows) {
        write_text(file, row.text);
        ReplayOptions options;
        try {
            merge_map_file(file, options);
            ADD_FAILURE() << row.text;
        } catch (const ScenarioError& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr(row.says));
        }
    }
}

}  // namespace
}  // namespace signals
