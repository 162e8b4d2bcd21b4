// Small reports, held to the bytes in golden/. METERTWIN_GOLDEN=write writes them anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/analysis/batch_results.h"
#include "app/analysis/report_html.h"
#include "app/analysis/report_json.h"
#include "app/analysis/report_text.h"

namespace analysis {
namespace {

Values values(double volts, double amps, double watts, double vars) {
    Values v;
    v.volts.fill(volts);
    v.amps.fill(amps);
    v.watts.fill(watts);
    v.vars.fill(vars);
    v.vas.fill(volts * amps);
    v.hertz = 50.0;
    return v;
}

Explanation explanation(const char* name, double error) {
    Explanation e;
    e.quantity = &quantities()[find_quantity(name)];
    e.truth = e.quantity->of(values(230.0, 10.0, 2'000.0, 1'100.0));
    e.meter = e.truth * (1.0 + error / 100.0);
    e.error = error;
    e.share[static_cast<std::size_t>(Cause::clipping)] = 0.75 * error;
    e.share[static_cast<std::size_t>(Cause::noise)] = 0.2 * error;
    e.not_explained = 0.05 * error;
    e.as_integer = 0.25;
    return e;
}

RecordingQuality quality() {
    RecordingQuality out;
    out.settings = {.rate = 4'000.0, .nominal = 50.0, .declared = 230.0};
    out.declared_is_chosen = true;
    signals::QualityEvent sag;
    sag.begin = 0.4;
    sag.end = 0.52;
    sag.extreme = {115.0, 228.0, 230.0};
    sag.phase = {true, false, false};
    sag.worst = 115.0;
    out.events = {sag};
    for (int i = 0; i < 10; ++i) {
        const double t = 0.1 * i;
        const Extent volts{i == 4 ? 115.0 : 229.0, 231.0};
        out.profile.push_back({t, t + 0.1, {volts, volts, volts}, {}});
    }
    out.frequencies = {{0.0, 50.01}};
    return out;
}

Answer answer() {
    Answer a;
    a.subject = "feeder <7>.cfg";
    a.recorded = true;
    a.windows = Comparison{values(229.9, 10.01, 1'999.0, 1'101.0),
                           values(230.0, 10.0, 2'000.0, 1'100.0), 2.0, 2};
    a.whole = a.windows->truth;
    a.rows = {{0.0, 1.0, a.windows->meter, a.windows->truth},
              {1.0, 2.0, a.windows->meter, a.windows->truth}};
    a.explanations = {explanation("VA", -0.0435), explanation("PA", 2.5)};
    a.explained_windows = 2;
    a.has_signal = true;
    for (std::size_t c = 0; c < 6; ++c) {
        a.signal.harmonic[c][1] = c < 3 ? 230.0 : 10.0;
        a.signal.harmonic[c][5] = c < 3 ? 4.6 : 3.0;
        a.signal.thd[c] = c < 3 ? 2.0 : 30.0;
    }
    a.signal.frequency = 50.0;
    a.signal.voltage_negative = 0.5;
    a.quality = quality();
    a.choices = {"VA is channel 4"};
    a.warnings = {"x.cfg:3: odd"};
    a.differences = {in_words(a.explanations[1], 0.5)};
    for (int k = 0; k < 20; ++k) {
        const Extent e{-325.0, 325.0};
        a.waveform.columns.push_back({e, e, e, {-14.0, 14.0}, {-14.0, 14.0}, {-14.0, 14.0}});
    }
    a.waveform.end = 2.0;
    a.waveform.windows = {{0.0, 1.0}, {1.0, 2.0}};
    return a;
}

void expect_golden(const char* name, const std::string& text) {
    const auto path =
        std::filesystem::path(METERTWIN_SOURCE_DIR) / "tests/app/analysis/golden" / name;
    if (const char* wish = std::getenv("METERTWIN_GOLDEN"); wish && std::string(wish) == "write")
        std::ofstream(path, std::ios::binary) << text;
    std::ifstream file(path, std::ios::binary);
    std::stringstream wanted;
    wanted << file.rdbuf();
    EXPECT_EQ(text, wanted.str()) << path;
}

TEST(AnswerReports, Text) { expect_golden("answer.txt", to_text(answer())); }
TEST(AnswerReports, Csv) { expect_golden("answer.csv", to_csv(answer())); }
TEST(AnswerReports, Json) { expect_golden("answer.json", to_json(answer()).dump(1) + "\n"); }

TEST(AnswerReports, HtmlHasTablesAndPicturesAndFetchesNothing) {
    const std::string html = to_html(answer());
    for (const char* part :
         {"feeder &lt;7&gt;.cfg", "Why they differ", "not explained", "PA: error by cause",
          "Urms(1/2) with sags", "bands are the meter's reading windows", "reading window 2:",
          "harmonics of the currents", "sag", "VA is channel 4", "x.cfg:3: odd"}) {
        EXPECT_THAT(html, testing::HasSubstr(part));
    }
    for (const char* fetch : {"http", "<script", "@import", "src="})
        EXPECT_THAT(html, testing::Not(testing::HasSubstr(fetch)));
}

// Shares are drawn to scale: a share of three quarters is three quarters as long as the error.
TEST(AnswerReports, WordsNameTheLargestShareFirst) {
    EXPECT_EQ(in_words(explanation("PA", 2.5), 0.5),
              "PA reads 2.5 % high: clipping +1.88 %, noise +0.5 %, not explained +0.125 %");
    EXPECT_EQ(main_cause(explanation("PA", 2.5)), Cause::clipping);
}

TEST(AnswerReports, CsvOfABatchQuotesWhatNeedsIt) {
    const nlohmann::ordered_json results = {
        {"rows", {{{"file", "a,\"b\".cfg"}, {"status", "error"}, {"error", "no, not\nreadable"}}}}};
    const std::string csv = batch_csv(results);
    EXPECT_THAT(csv, testing::StartsWith("file,status,error,"));
    EXPECT_THAT(csv, testing::HasSubstr("\r\n\"a,\"\"b\"\".cfg\",error,\"no, not\nreadable\","));
}

TEST(AnswerReports, DescribesAnEvent) {
    EXPECT_EQ(describe(quality().events[0], 230.0),
              "sag on A from 0.4000 s for 0.1200 s, down to 115 V (50.0 %)");
}

}  // namespace
}  // namespace analysis
