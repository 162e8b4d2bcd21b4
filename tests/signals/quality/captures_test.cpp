// Power quality of the captured records against what an independent reader found in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "signals/quality/quality_meter.h"
#include "signals/replay/replay.h"

namespace signals {
namespace {

struct Capture {
    const char* file;
    // reference.json: the record's first group, first ten cycles, V and A.
    std::array<double, 3> volts, amps;
};

class QualityOfCapture : public testing::TestWithParam<Capture> {};

// The first window beside the reference's first ten cycles: they overlap but for a fraction of a
// cycle. A nominal frequency of 50 Hz makes windows of ten cycles of 60 Hz, too.
TEST_P(QualityOfCapture, FirstWindowIsTheReference) {
    const Capture& c = GetParam();
    const std::filesystem::path path =
        std::filesystem::path(METERTWIN_SHARED_DIR) / "captures" / c.file;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    Replay replay(path, {});
    AlignedRecord& record = replay.record();
    std::vector<double> rows(kQualityChannels * static_cast<std::size_t>(record.size()));
    record.read(0, static_cast<std::size_t>(record.size()), rows.data());
    std::vector<QualityWindow> windows;
    QualityMeter meter({.rate = record.rate(), .nominal = 50.0},
                       {.window = [&](const QualityWindow& w) { windows.push_back(w); }});
    QualityBlock block;
    for (std::size_t k = 0; k < kQualityChannels; ++k)
        block[k] = std::span<const double>(rows).subspan(k * rows.size() / kQualityChannels,
                                                         rows.size() / kQualityChannels);
    meter.add(block);
    meter.finish();
    ASSERT_FALSE(windows.empty());
    for (std::size_t x = 0; x < 3; ++x) {
        EXPECT_NEAR(windows[0].rms[x], c.volts[x], 2e-3 * c.volts[x]);
        EXPECT_NEAR(windows[0].rms[x + 3], c.amps[x], 5e-3 * c.amps[x]);
    }
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Records, QualityOfCapture, testing::Values(
    Capture{"pycomtrade-test1/test1.cfg", {3483.38, 3483.46, 3483.21}, {1348.16, 1361.46, 1364.05}},
    Capture{"pycomtrade-test2/test2.cfg", {7567.81, 7581.29, 7476.07}, {528.6, 530.243, 554.496}},
    Capture{"yonwoo9-test1/test1.cfg", {167459.0, 168631.0, 168464.0}, {190.18, 192.842, 193.326}}),
    [](const auto& row) { return "record" + std::to_string(row.index); });
// clang-format on

}  // namespace
}  // namespace signals
